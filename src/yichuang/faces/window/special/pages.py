"""Acts with few questions (单独办理的一步): fee notice, payment, promise, filing, green channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.passing.end_mandate import PRINCIPAL, PROXY, MandateEnd, end_mandate
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.paying.gateway import gateway
from yichuang.faces.common.templatetags.money_tags import yuan
from yichuang.faces.window.case.acting import ActPage, Values, run
from yichuang.faces.window.special.steps import fees_owed, in_time
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.options import undertaking_of
from yichuang.records.catalogue.versions import version_of

_FILED, _NOT_FILED = "予以备案", "不予备案"

NOTIFY = ActPage(
    title="告知缴费", verb="出具缴费通知书", properties={}, required=(), layout={},
    wish=lambda on, told: FeeNotice(on, gateway() is not None),
    act=notify_fee, done="已出具缴费通知书 {no}，请当面交给申请人或者送达", css="",
    preview=False, note="接到缴费核定的当日书面告知申请人；缴费期限从告知之日起算。", next=("缴费", "/desk/fees/"),
)  # fmt: skip
PAY = ActPage(
    title="登记缴费", verb="登记已缴清",
    properties={
        "voucher": {"type": "string", "title": "票据号", "maxLength": 60},
        "paid_on": {"type": "string", "format": "date", "title": "票据上的缴费日期"},
    },
    required=("voucher",),
    layout={
        "voucher": {"help": "财政票据（非税收入缴款书）的号码；费用全部上缴国库"},
        "paid_on": {"help": "今天缴的不用填；缴费期限届满以后登记的，照票据填写"},
    },
    wish=lambda on, told: Payment(on, told.get("voucher", "—"), slip_day(told)), act=pay_fee, done="已登记缴费 {no}",
    css="", preview=False, next=("缴费", "/desk/fees/"), probe=in_time,
)  # fmt: skip
EXPEDITE = ActPage(
    title="列入绿色通道", verb="批准列入", properties={"reason": {"type": "string", "title": "理由", "maxLength": 300}},
    required=("reason",), layout={"reason": {"widget": "textarea", "help": "重点建设项目等；特事特办、急事急办"}},
    wish=lambda on, told: Expedition(on, told.get("reason", "")), act=expedite, done="已列入绿色通道 {no}", css="",
    preview=False, note="跟踪督办、限时快办；各项期限不因此改变。", next=("绿色通道", "/desk/green/"),
)  # fmt: skip
UNDERTAKE = ActPage(
    title="签署告知承诺书", verb="承诺人已签字",
    properties={"signer": {"type": "string", "title": "承诺人", "maxLength": 60}},
    required=("signer",), layout={"signer": {"help": "申请人本人、法定代表人或者受委托人"}},
    wish=lambda on, told: Undertaken(on, told.get("signer", "—")), act=undertake, done="已签告知承诺书 {no}", css="",
    preview=False,
)  # fmt: skip
FILING = ActPage(
    title="备案结论", verb="作出备案结论",
    properties={
        "conclusion": {"enum": [_FILED, _NOT_FILED], "title": "结论"},
        "missing": {"type": "string", "title": "需要补正的全部材料", "maxLength": 2000},
    },
    required=("conclusion",), layout={"missing": {"widget": "textarea", "help": "不予备案的，每行一项，一次列全"}},
    wish=lambda on, told: filing_wish(on, told), act=conclude_filing, done="已作出备案结论 {no}", css="",
    preview=False, note="备案只有“予以备案”“不予备案”两种结论，尽可能当场作出，最迟在次一工作日，不得延长。",
)  # fmt: skip

_BY = {"申请人取消委托": PRINCIPAL, "代理人辞去委托": PROXY}
MANDATE = ActPage(
    title="终止委托", verb="登记委托终止",
    properties={
        "by": {"enum": list(_BY), "title": "谁提出"},
        "words": {"type": "string", "title": "凭什么登记", "maxLength": 300},
    },
    required=("by", "words"),
    layout={"words": {"widget": "textarea", "help": "例如：申请人当面出具书面声明，已归入案卷"}},
    wish=lambda on, told: MandateEnd(on, _BY.get(told.get("by", ""), PRINCIPAL), told.get("words", "（声明）")),
    act=end_mandate, done="已登记委托终止 {no}，以后由申请人本人办理", preview=False,
    note="代理人以前办的仍然有效；从登记起，补正、撤回、领取都由申请人本人办。",
)  # fmt: skip
WAIVE = ActPage(
    title="登记放弃听证", verb="登记申请人放弃听证",
    properties={"paper": {"type": "string", "title": "书面材料", "maxLength": 200}},
    required=("paper",),
    layout={"paper": {"help": "材料名称和日期，例如：申请人 3 月 4 日签字的放弃听证声明书；原件归入案卷"}},
    wish=lambda on, told: HearingWaiver(on, paper=told.get("paper", "—")), act=waive_hearing,
    done="已登记书面放弃听证 {no}，声明一份交申请人", preview=False,
    note="放弃以后，申请人不能再要求听证。利害关系人放弃的，由承办部门在“利害关系人和听证”里登记。",
)  # fmt: skip


def slip_day(told: Values) -> date | None:
    """Return the day on the slip, None where it is today's."""
    return date.fromisoformat(told["paid_on"]) if told.get("paid_on") else None


def filing_wish(on: On, told: Values) -> FilingConclusion:
    """Return the conclusion as it was chosen; what is missing stands on lines."""
    lines = str(told.get("missing", "")).splitlines()
    return FilingConclusion(on, told.get("conclusion") != _NOT_FILED, tuple(line for line in lines if line.strip()))


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def notify(request: HttpRequest, no: str) -> HttpResponse:
    """Tell the applicant in writing what to pay."""
    case = read_case(no, request.officer, request.directory)
    fees = fees_owed(case)
    told = "、".join(f"{fee.name} {yuan(fee.amount)}" for fee in fees if fee.notified_on is None)
    note = f"{told}。{NOTIFY.note}" if told else NOTIFY.note
    return run(request, no, replace(NOTIFY, note=note))


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def pay(request: HttpRequest, no: str) -> HttpResponse:
    """Enter the number of the receipt."""
    return run(request, no, PAY)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def mandate(request: HttpRequest, no: str) -> HttpResponse:
    """Note that a mandate was taken back, or given up."""
    return run(request, no, MANDATE)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def waive(request: HttpRequest, no: str) -> HttpResponse:
    """Enter that the applicant gave up the hearing, by a paper that he signed."""
    return run(request, no, WAIVE)


@allow("chief_representative")
@require_http_methods(["GET", "POST"])
def green(request: HttpRequest, no: str) -> HttpResponse:
    """Put the case on the green channel."""
    return run(request, no, EXPEDITE)


@allow("chief_representative")
@require_http_methods(["GET", "POST"])
def conclude(request: HttpRequest, no: str) -> HttpResponse:
    """Conclude a filing on the spot."""
    return run(request, no, FILING, {"conclusion": _FILED})


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def promise(request: HttpRequest, no: str) -> HttpResponse:
    """Keep the promise that the applicant signed at the window."""
    case = read_case(no, request.officer, request.directory)
    offered = undertaking_of(version_of(case.item_version_id))
    words = "；".join(offered.text) if offered else ""
    note = f"请申请人阅读告知承诺书并签字。承诺内容：{words}。" if offered else ""
    signer = case.agent.get("name", "") or case.applicant_name
    return run(request, no, replace(UNDERTAKE, note=note), {"signer": signer})
