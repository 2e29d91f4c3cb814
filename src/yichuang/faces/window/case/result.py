"""出件: certificate, hand-over against a receipt, closing; and the applicant's own withdrawal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.acts.act import On
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.passing.proxy import may_receive
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import perform, version_in
from yichuang.faces.window.case.acting import ActPage, run
from yichuang.faces.window.frame import asking
from yichuang.records.cases.access import read_case
from yichuang.records.delivery.models import DeliveryMethod
from yichuang.rules.proxy.mandate import mandate_of

_SELF, _AGENT, _PROXY = "本人", "经办人", "受委托人"
_RELATIONS = (_SELF, "法定代表人", _AGENT, _PROXY, "近亲属", "其他")
_METHODS = {str(method.label): method.value for method in DeliveryMethod}

DELIVER = ActPage(
    title="送达",
    verb="登记送达回证",
    properties={
        "receiver": {"type": "string", "title": "收件人", "maxLength": 60},
        "relation": {"enum": list(_RELATIONS), "title": "与申请人关系"},
        "method": {"enum": list(_METHODS), "title": "送达方式"},
        "note": {"type": "string", "title": "备注", "maxLength": 200},
    },
    required=("receiver", "relation", "method"),
    layout={"receiver": {"help": "请收件人出示证件，核对后交付"}},
    wish=lambda on, told: HandOver(
        on, told["receiver"], _METHODS[told["method"]], told["relation"], told.get("note", "")
    ),
    act=deliver,
    done="已送达 {no}，办结",
    css="",
    preview=False,
    next=("下一件", "/desk/pickup/"),
)
WITHDRAW = ActPage(
    title="撤回申请",
    verb="确认申请人撤回",
    properties={"reason": {"type": "string", "title": "撤回原因", "maxLength": 500}},
    required=(),
    layout={"reason": {"widget": "textarea", "help": "申请人可以不说明原因"}},
    wish=lambda on, told: Withdrawal(on, told.get("reason", "")),
    act=withdraw,
    done="已确认撤回 {no}，办结",
    note="只能由申请人自己提出。请核对其身份，并请其在撤回申请确认书上签字。",
)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, no: str) -> HttpResponse:
    """Hand the result over and keep the receipt."""
    case = read_case(no, request.officer, request.directory)
    agent, mandate = case.agent.get("name", ""), mandate_of(case.agent) if case.agent else None
    receiver, relation = (agent, _PROXY if mandate else _AGENT) if agent else (case.applicant_name, _SELF)
    if mandate and not may_receive(agent, case, asking(request)).allowed:
        receiver, relation = case.applicant_name, _SELF
    return run(request, no, DELIVER, {"receiver": receiver, "relation": relation, "method": next(iter(_METHODS))})


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, no: str) -> HttpResponse:
    """Put on record that the applicant withdraws."""
    return run(request, no, WITHDRAW, {})


@allow(*WINDOW)
@require_POST
def send_on(request: HttpRequest, no: str) -> HttpResponse:
    """Hand the accepted application to its department."""
    perform(request, route, Routing(On(no, version_in(request))))
    return _back(request, no, "已转办 {no}", ("下一件", "/desk/"))


@allow(*WINDOW)
@require_POST
def certify(request: HttpRequest, no: str) -> HttpResponse:
    """Make the certificate."""
    perform(request, issue, Issue(On(no, version_in(request))))
    return _back(request, no, "已制证 {no}", ("送达", f"/desk/{no}/deliver/"))


@allow(*WINDOW)
@require_POST
def finish(request: HttpRequest, no: str) -> HttpResponse:
    """Close what leaves nothing to hand over."""
    perform(request, close, Closing(On(no, version_in(request))))
    return _back(request, no, "已办结 {no}", ("下一件", "/desk/pickup/"))


def _back(request: HttpRequest, no: str, words: str, link: tuple[str, str]) -> HttpResponse:
    results.done(request, words.format(no=no), ("打印", f"/desk/{no}/papers/"), link)
    return redirect("window:case", no=no)
