"""不受理 and 不予受理: two different answers, each with its reasons on a page of its own. No key leads here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.return_refusal import ReturnedRefusal, return_refusal
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.window.case.acting import ActPage, run
from yichuang.faces.window.frame import asking
from yichuang.faces.window.moves import refuses_alone
from yichuang.law.book import book
from yichuang.records.cases import desk
from yichuang.records.cases.access import read_case

_SHORTEST = 6  # characters: enough to say why
_REASON = {"type": "string", "title": "理由", "minLength": _SHORTEST, "maxLength": 1000}
_BASIS = {"type": "string", "title": "法律依据", "maxLength": 300}
_OFFICE = {"type": "string", "title": "应当向哪个机关申请", "maxLength": 100}
_FALSELY = "申请人隐瞒有关情况或者提供虚假材料"
_UNNEEDED = "申请事项依法不需要经过行政审批"
_FALSE = {"type": "array", "title": "另有情形", "items": {"enum": [_FALSELY, _UNNEEDED]}}
_FALSE_HELP = "虚假材料的，给予警告；直接关系公共安全等的，并登记在规定年限内不得再次申请（《行政许可法》第七十八条）"
_LONG = {"widget": "textarea", "help": "写进文书，申请人看得到"}
_NOT_OURS = "XKF-32.1(2)"

NOT_NEEDED = ActPage(
    title="不受理",
    verb="告知不受理",
    properties={"reason": _REASON},
    required=("reason",),
    layout={"reason": _LONG},
    wish=lambda on, told: NotNeeded(on, told["reason"]),
    act=tell_not_needed,
    done="已告知不受理 {no}，办结",
    note="依法不需要取得行政许可的，即时告知不受理。这不是不予受理的决定；属于其他机关职权范围的，请用“不予受理”。",
    phrases=("申请事项依法不需要取得行政许可", "已经取得同类许可，且仍在有效期内，不需要重复申请"),
)
REFUSE = ActPage(
    title="不予受理",
    verb="作出不予受理决定",
    properties={"reason": _REASON, "basis": _BASIS, "office": _OFFICE, "falsely": _FALSE},
    required=("reason", "basis"),
    layout={"reason": _LONG, "office": {"help": "不属于本机关职权范围的，必须写明"}, "falsely": {"help": _FALSE_HELP}},
    wish=lambda on, told: AcceptanceRefusal(
        on,
        told["reason"],
        told["basis"],
        told.get("office", ""),
        _FALSELY in told.get("falsely", ()),
        _UNNEEDED in told.get("falsely", ()),
    ),
    act=refuse_acceptance,
    done="已作出不予受理决定 {no}",
    note="决定书写明理由、法律依据、应当向哪个机关申请，以及复议和诉讼的途径，编号并加盖专用印章。",
    phrases=("申请事项不属于本机关职权范围", "逾期没有按补正告知书交齐材料", "提供虚假材料申请行政许可"),
)
PROPOSE = ActPage(
    title="提请不予受理",
    verb="提请不予受理",
    properties={"reason": _REASON},
    required=("reason",),
    layout={"reason": {"widget": "textarea", "help": "给审核的人看；同意后由其作出决定"}},
    wish=lambda on, told: RefusalProposal(on, told["reason"]),
    act=propose_refusal,
    done="已提请不予受理 {no}，等另一个人审核",
    preview=False,
    note="窗口无否决权：不予受理要经第二人同意。答复是否受理的期限照常计算。",
    phrases=REFUSE.phrases,
    hidden=(("w_propose", "1"),),
)
RETURN = ActPage(
    title="退回不予受理提请",
    verb="退回窗口继续办理",
    properties={"reason": {**_REASON, "title": "不同意的意见"}},
    required=("reason",),
    layout={"reason": {"widget": "textarea", "help": "给窗口看，申请人看不到"}},
    wish=lambda on, told: ReturnedRefusal(on, told["reason"]),
    act=return_refusal,
    done="已退回 {no}，由窗口继续办理",
    css="",
    preview=False,
    next=("不予受理审核", "/desk/refusals/"),
)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def not_needed(request: HttpRequest, no: str) -> HttpResponse:
    """Tell that no permit is needed."""
    return run(request, no, NOT_NEEDED)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, no: str) -> HttpResponse:
    """Refuse to accept, or propose it where a second person has to agree."""
    case = read_case(no, request.officer, request.directory)
    if request.method == "POST":
        proposing = request.POST.get("w_propose") == "1"
    else:
        proposing = not refuses_alone(case, asking(request))
    if proposing:
        return run(request, no, PROPOSE)
    return run(request, no, REFUSE, _given(request, case))


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, no: str) -> HttpResponse:
    """Return a proposed refusal: the window goes on with the application."""
    return run(request, no, RETURN)


def _given(request: HttpRequest, case: Any) -> Mapping[str, Any]:
    """Return what is known already: the usual article, and the reason that was proposed."""
    proposal = desk.proposals(case.region_code, [case.id]).get(case.id)
    return {"basis": book().cite(_NOT_OURS), "reason": proposal.reason if proposal else ""}
