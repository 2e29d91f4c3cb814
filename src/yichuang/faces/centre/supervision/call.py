"""/supervision/calls/<id>/: one call without outcome: what was done about it, and what may be done or answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.context import Context
from yichuang.acts.supervision.calls.account import CallAccounting, account_for_call
from yichuang.acts.supervision.calls.answer import CallAnswer, addressed, answer_call
from yichuang.acts.supervision.calls.card import CallCarding, card_call
from yichuang.acts.supervision.calls.clear import CallClearing, clear_call
from yichuang.acts.supervision.calls.frame import OnCall, facts_of_call, standing
from yichuang.acts.supervision.calls.settle import CallSettlement, settle_call
from yichuang.acts.supervision.calls.urge import CallUrging, urge_call
from yichuang.acts.supervision.words import SANCTIONS
from yichuang.faces.centre.scope import frame
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, OFFICE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal, sentence
from yichuang.records.documents.rendering import render as printed
from yichuang.records.hall.models import CallAlert
from yichuang.records.hall.watching import call_alert
from yichuang.records.staffing.access import patrols_on
from yichuang.records.supervision.calling import call_measures, notice_of
from yichuang.records.supervision.models import CallMeasure
from yichuang.records.supervision.queries import CARDS
from yichuang.records.supervision.settling import settling
from yichuang.rules.verdict import Refused

READERS = CENTRE | OFFICE
_ANY = "预先核对"
_HIDDEN = frozenset({
    "not_yours", "not_addressed", "nothing_to_answer", "no_appeal", "alert_cleared", "accounted_already", "no_red_card",
    "appeal_no_card",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that may be done: its title, button, what is written, what is written to begin with, what is said."""

    title: str
    button: str
    label: str
    typed: str
    said: str


KINDS = {
    "reply": Kind("书面答复", "提交答复", "原因和改正措施", "", "已答复"),
    "appeal": Kind("申请复核", "申请复核", "有异议的理由", "", "已申请复核"),
    "settle": Kind("复核", "登记复核结果", "复核意见", "", "已登记复核结果"),
    "urge": Kind("催办", "下发催办通知单", "要求", "请查明情况，改正并书面说明原因。", "已下发催办通知单"),
    "yellow": Kind("黄牌", "发给黄牌", "处理意见和理由", "", "已发黄牌"),
    "red": Kind("红牌", "发给红牌", "处理意见和理由", "", "已发红牌"),
    "account": Kind("责任追究", "登记责任追究", "处理文号和情况", "", "已登记责任追究"),
    "clear": Kind("核销", "核销异常", "查明的情况", "", "已核销"),
}


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, alert: UUID) -> HttpResponse:
    """Show the call, take a measure, or answer one."""
    row, measures = _found(request, alert)
    if request.method != "POST":
        return _show(request, row, measures)
    name = request.POST.get("do", "")
    if name not in KINDS:
        raise Http404(name)
    act, wish = _wish(name, row, request.POST.get("words", "")[:2000], measures, request)
    try:
        perform(request, act, wish)
    except Refused as refused:
        return _show(request, row, measures, refusal(refused, request.today))
    last = call_measures(row.region_code, row.id)[-1]
    results.done(request, f"{KINDS[name].said}{'，' + last.no if last.no else ''}（{row.no} 号）。")
    return HttpResponseRedirect(f"/supervision/calls/{row.id}/")


@allow(*READERS)
@require_safe
def paper(request: HttpRequest, alert: UUID, measure: UUID) -> HttpResponse:
    """Return the notice as PDF."""
    row, measures = _found(request, alert)
    notice = next((notice_of(one) for one in measures if one.id == measure), None)
    if notice is None:
        raise Http404(str(measure))
    reference = f"{request.directory.centres[row.region_code].prefix}-{notice.on.year}-{str(measure)[:8].upper()}"
    response = HttpResponse(printed(notice, reference), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{reference}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _found(request: HttpRequest, alert: UUID) -> tuple[CallAlert, list[CallMeasure]]:
    """Return the call for who watches the region, or for a leader to whom a notice about it went. Raises Http404."""
    grants = request.officer.grants
    row = call_alert([grant.region_code for grant in grants if grant.role in READERS], alert)
    if row is None:
        raise Http404(str(alert))
    measures = call_measures(row.region_code, row.id)
    watches = any(grant.role in CENTRE and grant.region_code == row.region_code for grant in grants)
    if not watches and not any(addressed(one, request.officer) for one in measures if one.answer_by):
        raise Http404(str(alert))
    return row, measures


def _wish(
    name: str, row: CallAlert, words: str, measures: list[CallMeasure], request: HttpRequest
) -> tuple[Callable[[Any, Context], Any], Any]:
    on, posted = (row.region_code, row.id), request.POST
    if name in ("reply", "appeal"):
        owed = _owed(name, measures)
        return answer_call, CallAnswer(*on, owed.id if owed else row.id, words, name == "appeal")
    if name in ("yellow", "red"):
        return card_call, CallCarding(*on, name, words)
    if name == "settle":
        return settle_call, CallSettlement(*on, posted.get("lift") == "yes", words)
    if name == "account":
        return account_for_call, CallAccounting(*on, posted.get("sanction", "correct"), words)
    return (clear_call, CallClearing(*on, words)) if name == "clear" else (urge_call, CallUrging(*on, words))


def _owed(name: str, measures: list[CallMeasure]) -> CallMeasure | None:
    """Return what is answered next: the oldest notice; asked for a second look, the oldest card."""
    open_ones = (one for one in measures if one.answer_by and one.answered_at is None)
    return next((one for one in open_ones if name != "appeal" or one.kind in CARDS), None)


def _show(
    request: HttpRequest, row: CallAlert, measures: list[CallMeasure], refused: Refusal | None = None
) -> HttpResponse:
    ctx = Context(request.officer, request.at, request.directory)
    found, names = standing(OnCall(row.region_code, row.id), ctx), request.directory.names
    watches = bool(request.officer.roles() & CENTRE)
    centre, departments = request.directory.centres[row.region_code], request.directory.departments
    told = {
        "alert": row,
        "facts": facts_of_call(row, ctx),
        "cited": cited(row.basis),
        "who": names.get(row.clerk_id, "") if row.clerk_id else "",
        "answers": departments[found.department_id].name if found.department_id else f"{centre.name}（中心窗口）",
        "measures": [
            {
                "row": one, "who": names.get(one.officer_id, ""), "late": one.is_overdue(request.today),
                "sanction": SANCTIONS.get(one.sanction, ""),
            }
            for one in measures
        ],
        "settling": settling(measures, centre.profile, request.directory, request.today),
        "offers": list(_offers(request, row, measures, ctx)),
        "sanctions": SANCTIONS.items(),
        "patrols": patrols_on(row.region_code, row.id),
        "patrols_may": bool(request.officer.roles() & {"centre_manager", "supervisor"}),
        "watches": watches,
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }  # fmt: skip
    around = frame(request) if watches else {}
    return render(request, "centre/supervision/call.html", around | told, status=422 if refused else 200)


def _offers(
    request: HttpRequest, row: CallAlert, measures: list[CallMeasure], ctx: Context
) -> Iterator[tuple[str, Kind, str]]:
    for name, kind in KINDS.items():
        act, wish = _wish(name, row, _ANY, measures, request)
        try:
            act.judged(wish, ctx)  # type: ignore[attr-defined]
        except Refused as refused:
            if refused.code not in _HIDDEN:
                yield name, kind, sentence(refused, request.today)
        else:
            asked = _owed(name, measures) if name in ("reply", "appeal") else None
            yield name, replace(kind, title=f"{kind.title} {asked.no}") if asked else kind, ""
