"""/supervision/checks/<id>/: one check: its lists, the draw, the records; what the officer may do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.filing.shapes import Filed
from yichuang.acts.sampling.close import CheckClosing, close
from yichuang.acts.sampling.countersign import CheckSignature, countersign
from yichuang.acts.sampling.draw import CheckDraw, draw
from yichuang.acts.sampling.follow_up import Outcome, follow_up
from yichuang.acts.sampling.frame import OnCheck
from yichuang.acts.sampling.record import Found, record
from yichuang.faces.centre.checks.listing import CHECKERS
from yichuang.faces.centre.scope import frame, regions_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.dates import typed_day
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.records.supervision.checking import check_in, first_checkpoint_after, left_out_of, records_of
from yichuang.records.supervision.models import CheckResult, CheckState, SpotCheck
from yichuang.rules.verdict import Refused

_MANAGERS = frozenset({"centre_manager", "supervisor"})
_DONE = {"draw": "已抽取", "record": "已记录并签字", "sign": "已签字", "follow": "已登记复查", "close": "抽查已结束"}


@allow(*CHECKERS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, check: UUID) -> HttpResponse:
    """Show a check; draw, record, sign, follow, close."""
    row = check_in(regions_of(request.officer, CHECKERS), check)
    if row is None or not (request.officer.roles() & CENTRE or _drawn(row, request)):
        raise Http404(str(check))
    if request.method == "GET":
        return _show(request, row)
    do = request.POST.get("do", "")
    act, wish = _asked(do, OnCheck(row.region_code, row.id, version_in(request)), request)
    try:
        perform(request, act, wish)
    except Refused as said:
        return _show(request, row, status=422, refusal=refusal(said, request.today), posted=request.POST)
    results.done(request, _DONE[do])
    return HttpResponseRedirect(f"/supervision/checks/{row.id}/")


def _asked(do: str, on: OnCheck, request: HttpRequest) -> tuple[Callable[[Any, Any], Filed], Any]:
    told = request.POST
    no, words = told.get("no", "")[:40], told.get("words", "")
    if do == "draw":
        return draw, CheckDraw(on)
    if do == "record":
        by = typed_day(told.get("correct_by", ""))
        return record, Found(on, no, told.get("result", "")[:12], words[:2000], told.get("handled", "")[:1000], by)
    if do == "sign":
        return countersign, CheckSignature(on, no)
    if do == "follow":
        return follow_up, Outcome(on, no, words[:1000])
    if do == "close":
        return close, CheckClosing(on, words[:1000])
    raise Http404(do)


def _drawn(row: SpotCheck, request: HttpRequest) -> bool:
    return any(str(request.officer.user_id) in one["inspectors"] for one in row.drawn)


def _show(request: HttpRequest, row: SpotCheck, *, status: int = 200, **more: Any) -> HttpResponse:
    names, me = request.directory.names, str(request.officer.user_id)
    records = {one.no: one for one in records_of(row)}
    lines = [_line(one, records.get(one["no"]), me, names) for one in row.drawn]
    told = {
        "row": row,
        "lines": lines,
        "department": request.directory.departments[row.department_id].name if row.department_id else "全部单位",
        "announcer": names.get(row.announcer_id, ""),
        "ready": row.state == CheckState.ANNOUNCED and first_checkpoint_after(row.announced_at) is not None,
        "may": bool(request.officer.roles() & _MANAGERS),
        "done": bool(lines) and all(one["closed"] for one in lines),
        "left_out": left_out_of(row),
        "inspectors": [names.get(UUID(one), "") for one in row.inspectors],
        "results": CheckResult.choices,
        "watches": bool(request.officer.roles() & CENTRE),
        "today": request.today,
        "key": new_key(),
    }
    around = frame(request, CHECKERS) | {"region": row.region_code}
    return render(request, "centre/checks/check.html", around | told | more, status=status)


def _line(one: dict[str, Any], found: Any, me: str, names: dict[UUID, str]) -> dict[str, Any]:
    mine = me in one["inspectors"]
    signed = found is not None and found.second_at is not None
    due = signed and found.result == CheckResult.CORRECT and found.outcome_on is None
    return {
        "no": one["no"],
        "who": [names.get(UUID(user), "") for user in one["inspectors"]],
        "record": found,
        "signer": names.get(found.signer_id, "") if found else "",
        "second": names.get(found.second_id, "") if signed else "",
        "may_record": mine and found is None,
        "may_sign": mine and found is not None and not signed and str(found.signer_id) != me,
        "may_follow": mine and due,
        "closed": signed and not due,
    }
