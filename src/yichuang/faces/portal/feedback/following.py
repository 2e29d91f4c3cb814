"""How a concern stands (诉求进度): by log-in, or by number and code; objecting once; and what was answered publicly."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.concerns.reopen import reopen_concern
from yichuang.acts.concerns.steps import OnConcern
from yichuang.faces.common import results
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.place import centre_of
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.portal.feedback.doing import by_link
from yichuang.faces.portal.feedback.reasons import visitor
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.access import concern_for, own_concerns, proven_concern, steps_of_concern
from yichuang.records.feedback.concerns import public_answers
from yichuang.records.feedback.models import Concern
from yichuang.records.feedback.reaching import readings_of
from yichuang.rules.feedback.concerns import MOVES
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

_SHOWN = "concern_shown"  # numbers whose code was shown in this session
_KEPT = "concern_codes"
_SAME = "没有查到。请核对编号和查询码，它们在提交成功的页面上"
_LOCKED = "试的次数太多了，请 10 分钟以后再查，或拨打咨询电话"
_READINGS = 20
_HIDDEN = frozenset({"concern.linked", "concern.proposed", "concern.published"})


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """List what is one's own; ask others for number and code. Unknown and wrong get the same sentence."""
    no, error = request.POST.get("no", request.GET.get("no", "")).strip().upper()[:24], ""
    if request.method == "POST":
        attempts = Attempts(f"concern:{no}", request.META.get("REMOTE_ADDR", ""))
        try:
            if attempts.locked:
                raise NotFound(no)
            row = proven_concern(no, request.POST.get("code", ""), request.directory)
        except NotFound:
            error = _LOCKED if attempts.locked else _SAME
            attempts.failed()
        else:
            attempts.succeeded()
            request.session[_SHOWN] = [*request.session.get(_SHOWN, [])[-4:], row.no]
            return HttpResponseRedirect(f"/concerns/{row.no}/")
    user = request.officer.user_id
    own = list(own_concerns(user, list(request.directory.centres))[:50]) if user else []
    errors = [{"anchor": "no", "sentence": error}] if error else []
    context = {"own": own, "no": no, "errors": errors, "form": {"errors": errors}, "crumbs": [("咨询投诉", "")]}
    return render(request, "portal/feedback/find.html", context, status=422 if errors else 200)


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, no: str) -> HttpResponse:
    """Show how a concern stands; take the objection."""
    row = _shown(request, no)
    if row is None:
        return HttpResponseRedirect(f"/concerns/?no={no}")
    own = row.owner_id is not None and row.owner_id == request.officer.user_id
    if request.method == "GET":
        return _page(request, row)
    act = reopen_concern if own else by_link(reopen_concern)
    try:
        perform(request, act, OnConcern(row.no, request.POST.get("words", "")[:2000]))
    except Refused as refused:
        return _page(request, row, refusal(refused, request.today))
    results.done(request, f"{row.no} 已转给承办部门再次办理。")
    return HttpResponseRedirect(f"/concerns/{row.no}/")


def _shown(request: HttpRequest, no: str) -> Concern | None:
    """Return the concern if it is the visitor's own, or its code was shown in this session."""
    proven = {*request.session.get(_SHOWN, []), *request.session.get(_KEPT, {})}
    try:
        row = concern_for(no, SYSTEM, request.directory)
    except NotFound:
        return None
    own = row.owner_id is not None and row.owner_id == request.officer.user_id
    return row if own or row.no in proven else None


def _page(request: HttpRequest, row: Any, refused: Refusal | None = None) -> HttpResponse:
    ctx = visitor(request)
    try:
        by_link(_may)(row, ctx)
        may = True
    except Refused:
        may = False
    steps = [step for step in steps_of_concern(row) if step.verb not in _HIDDEN]
    context = {
        "row": row,
        "code": request.session.get(_KEPT, {}).get(row.no, ""),
        "department": request.directory.departments.get(row.department_id),
        "window": request.directory.windows.get(row.window_id),
        "steps": [(step, _words(step), request.directory.departments.get(step.department_id)) for step in steps],
        "may_reopen": may,
        "readings": list(readings_of(row)[:_READINGS]),
        "target": _target(row, request),
        "refusal": refused,
        "key": new_key(),
        "crumbs": [("咨询投诉", "/concerns/"), (row.no, "")],
    }
    return render(request, "portal/feedback/one.html", context, status=422 if refused else 200)


def _may(row: Concern, ctx: Any) -> Any:
    return reopen_concern.judged(row, OnConcern(row.no, "再次办理"), ctx)  # type: ignore[attr-defined]


def _target(row: Concern, request: HttpRequest) -> str:
    """Return what or whom it is about, as it was told."""
    window = request.directory.windows.get(row.target_window_id)
    department = request.directory.departments.get(row.target_department_id)
    told = row.person_named or (f"{window.name} {window.no}" if window else department.name if department else "")
    return f"{row.get_target_display()} {told}".strip() if row.target else ""


def _words(step: Any) -> str:
    move = MOVES.get(step.verb)
    return move.words if move else "提出"


@allow(PUBLIC)
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Show the questions and answers that were made public."""
    centre = centre_of(request)
    region = centre.region.code if centre else ""
    context = {"answers": public_answers(region, None, 50), "crumbs": [("公开问答", "")]}
    return render(request, "portal/feedback/questions.html", context)
