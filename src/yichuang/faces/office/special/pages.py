"""The pages of the back office for fees, outstanding materials, promises, filings and the green channel."""

from __future__ import annotations

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.ask import FeeAsked, ask_fee
from yichuang.acts.fees.confirm import Confirmation, confirm_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.recover import Recovery, recover
from yichuang.acts.tolerance.revoke_grant import GrantRevocation, revoke_grant
from yichuang.faces.office.special.acting import OfficeAct, Values, page_view
from yichuang.faces.office.special.assessing import assessing
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.permissions import LEADERS, OFFICE

_TRUE, _FALSE = "属实", "不属实"
FILED, NOT_FILED = "予以备案", "不予备案"
_AREA = {"widget": "textarea"}


def _asking_finance(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    return OfficeAct(
        "送财务核定缴费", "送财务部门", ask_fee, lambda on, told: FeeAsked(on, told.get("words", "")),
        "已送财务部门核定", {"words": {"type": "string", "title": "说明", "maxLength": 500}}, (), {"words": _AREA},
    )  # fmt: skip


def _confirming(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    return OfficeAct(
        "确认缴费到账", "确认到账", confirm_fee, lambda on, told: Confirmation(on), "已确认到账，办件可以继续办理",
        note="核对票据号和金额后确认；确认以后，办件才能继续办理。",
    )  # fmt: skip


def _lapsing(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    basis = {"type": "string", "title": "法律依据", "maxLength": 300}
    return OfficeAct(
        "逾期未缴费处理", "作出处理", lapse_fee, lambda on, told: Lapse(on, told.get("basis", "")),
        "已作逾期未缴费处理",
        {"basis": basis}, ("basis",), {"basis": {"help": "写进决定书"}}, css="danger",
        note="缴费期限届满仍未缴清的，按规定不予批准或者不予办理。作出以后不能撤销。",
    )  # fmt: skip


def _failing(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    return OfficeAct(
        "容缺逾期处理", "作出处理", fail_tolerance, lambda on, told: Failure(on, told.get("words", "")),
        "已作容缺逾期处理",
        {"words": {"type": "string", "title": "补充说明", "maxLength": 500}}, (), {"words": _AREA}, css="danger",
        note="期限届满仍未补齐的，按规定不予发证，或者作废批文、收回证照；已发出的证照转入收回。",
    )  # fmt: skip


def _checking(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    properties = {
        "conclusion": {"enum": [_TRUE, _FALSE], "title": "承诺内容"},
        "finding": {"type": "string", "title": "核查情况", "maxLength": 1000},
    }
    return OfficeAct(
        "核查承诺", "登记核查结论", check_undertaking,
        lambda on, told: UndertakingCheck(on, told.get("conclusion") != _FALSE, told.get("finding", "")),
        "已登记核查结论", properties, ("conclusion", "finding"), {"finding": _AREA},
        note="不属实的，转入撤销程序。",
    )  # fmt: skip


def _revoking(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    properties = {
        "finding": {"type": "string", "title": "撤销的理由", "maxLength": 1000},
        "ground": {"type": "string", "title": "陈述申辩及采纳情况", "maxLength": 1000},
    }
    return OfficeAct(
        "撤销准予决定", "作出撤销决定", revoke_grant,
        lambda on, told: GrantRevocation(on, told.get("finding", ""), told.get("ground", "")), "已撤销准予决定",
        properties, ("finding", "ground"),
        {"finding": {**_AREA, "help": "写进撤销决定书"}, "ground": {**_AREA, "help": "放弃陈述申辩的，写明放弃"}},
        css="danger", note="承诺不属实、还没有制证的，撤销准予决定；核查的人不能自己作出撤销决定。作出以后不能恢复。",
    )  # fmt: skip


def _recovering(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    return OfficeAct(
        "登记收回结果", "登记", recover, lambda on, told: Recovery(on, told.get("finding", "")), "已登记收回结果",
        {"finding": {"type": "string", "title": "办理情况", "maxLength": 500}}, ("finding",), {"finding": _AREA},
        note="证照已依法撤销、撤回或者注销，并已收回或者公告作废的，在这里登记。",
    )  # fmt: skip


def _expediting(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    return OfficeAct(
        "列入绿色通道", "批准列入", expedite, lambda on, told: Expedition(on, told.get("ground", "")), "已列入绿色通道",
        {"ground": {"type": "string", "title": "理由", "maxLength": 300}}, ("ground",),
        {"ground": {**_AREA, "help": "重点建设项目、三维对接项目等；特事特办、急事急办"}},
        note="跟踪督办、限时快办；各项期限不因此改变。",
    )  # fmt: skip


def _concluding(_case: CaseFile, _request: HttpRequest) -> OfficeAct:
    properties = {
        "conclusion": {"enum": [FILED, NOT_FILED], "title": "结论"},
        "missing": {"type": "string", "title": "需要补正的全部材料", "maxLength": 2000},
    }
    return OfficeAct(
        "备案结论", "作出备案结论", conclude_filing, filing_wish, "已作出备案结论", properties, ("conclusion",),
        {"missing": {**_AREA, "help": "不予备案的，每行一项，一次列全"}},
        note="备案只有“予以备案”“不予备案”两种结论，最迟在收到材料的次一工作日作出，不得延长。",
    )  # fmt: skip


def filing_wish(on: On, told: Values) -> FilingConclusion:
    """Return the conclusion as it was chosen; what is missing stands on lines."""
    words = told.get("missing", "")
    lines = words.splitlines() if isinstance(words, str) else ()
    return FilingConclusion(on, told.get("conclusion") != NOT_FILED, tuple(line for line in lines if line.strip()))


_SIGNERS = LEADERS | {"verifier"}
ask_page = page_view(_asking_finance, OFFICE)
assess_page = page_view(assessing, OFFICE)
confirm_page = page_view(_confirming, OFFICE)
lapse_page = page_view(_lapsing, OFFICE)
fail_page = page_view(_failing, OFFICE)
check_page = page_view(_checking, OFFICE)
revoke_grant_page = page_view(_revoking, OFFICE)
recover_page = page_view(_recovering, OFFICE)
expedite_page = page_view(_expediting, OFFICE)
conclude_page = page_view(_concluding, OFFICE)
