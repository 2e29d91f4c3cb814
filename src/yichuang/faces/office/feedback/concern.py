"""/feedback/concerns/<no>/: one concern, what was done, and the next step; who spoke is masked.

/feedback/concerns/<no>/reveal/: name and telephone in full, once, for who works on it, after a purpose was put down.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common import nav, results
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.kinds import KINDS, RESULTS
from yichuang.faces.office.feedback.linking import places, staff_of
from yichuang.faces.office.feedback.steps import WHO, laid, offers, speaks_with_them
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.access import accused_in, concern_for, steps_of_concern
from yichuang.records.feedback.models import Concern
from yichuang.records.feedback.reaching import Speaker, reveal_speaker, speaker_of
from yichuang.records.staffing.queries import badge_of
from yichuang.rules.feedback.concerns import MOVES
from yichuang.rules.verdict import Refused

_SPEAKING = frozenset({"accept", "refuse", "acknowledge", "answer", "call"})


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the concern, or take a step."""
    row = _row(request, no)
    if request.method == "GET":
        return _show(request, row)
    kind = KINDS.get(request.POST.get("do", "")) or KINDS["answer"]
    wish = kind.wish(row.no, request.POST.get("words", "")[:2000], request.POST)
    try:
        perform(request, kind.act, replace(wish, version=version_in(request)))
    except Refused as refused:
        return _show(request, row, refusal(refused, request.today))
    results.done(request, f"{kind.title}已登记 {row.no}。")
    return HttpResponseRedirect(f"/feedback/concerns/{row.no}/")


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def reveal(request: HttpRequest, no: str) -> HttpResponse:
    """Show once whom to call, beside the form in which the result is put down."""
    row = _row(request, no)
    if request.method == "GET":
        return HttpResponseRedirect(f"/feedback/concerns/{row.no}/")
    try:
        if not speaks_with_them(list(offers(KINDS, row, row.no, request)), _SPEAKING):
            raise Refused("not_yours_to_reach", "GRXX-51")
        shown = reveal_speaker(row, request.POST.get("purpose", ""), request.officer.user_id, request.at)
    except Refused as refused:
        return _show(request, row, refusal(refused, request.today))
    response = _show(request, row, shown=shown)
    response.headers["Cache-Control"] = "no-store"
    return response


def _row(request: HttpRequest, no: str) -> Concern:
    row = concern_for(no, request.officer, request.directory)
    if row.owner_id == request.officer.user_id and row.owner_id is not None:
        raise NotFound(no)  # one's own is read on the public pages
    return row


def _show(
    request: HttpRequest, row: Concern, refused: Refusal | None = None, shown: Speaker | None = None
) -> HttpResponse:
    directory, found = request.directory, list(offers(KINDS, row, row.no, request))
    masked = speaker_of(row).masked
    context = {
        "row": row,
        "item": row.item,
        "who": shown or masked,
        "shown": shown,
        "purpose": request.POST.get("purpose", ""),
        "may_reveal": any(masked) and shown is None and speaks_with_them(found, _SPEAKING),
        "department": directory.departments.get(row.department_id),
        "window": directory.windows.get(row.window_id),
        "target_window": directory.windows.get(row.target_window_id),
        "target_department": directory.departments.get(row.target_department_id),
        "person": directory.names.get(row.person_id, ""),
        "badge": badge_of(row.region_code, row.person_id) if row.person_id else "",
        "late": row.due_on is not None and row.due_on < request.today,
        "steps": [
            (
                step, MOVES[step.verb].words if step.verb in MOVES else "提出", RESULTS.get(step.result, ""),
                directory.names.get(step.officer_id, ""), directory.departments.get(step.department_id),
                directory.windows.get(step.window_id),
            )
            for step in steps_of_concern(row)
        ],
        "offers": laid(found),
        "post_at": f"/feedback/concerns/{row.no}/",
        "version": row.version,
        **places(request, row.region_code),
        "staff": staff_of(request, row.region_code) if accused_in(row).unknown else [],
        "reveal_at": f"/feedback/concerns/{row.no}/reveal/",
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }  # fmt: skip
    return render(
        request, "office/feedback/concern.html", nav.around(request) | context, status=422 if refused else 200
    )
