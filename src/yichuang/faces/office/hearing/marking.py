"""Sending inspectors, marking what passed, and the copy that comes back (指派、加贴标签、副本归档)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.inspecting.archive_copy import CopyArchived, archive_copy
from yichuang.acts.inspecting.assign import Assignment, assign
from yichuang.acts.inspecting.mark import Marking, mark
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.clicks import clicked
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.hearing.inspecting import is_day, is_id, people_of
from yichuang.faces.office.hearing.steps import text
from yichuang.faces.office.scope import asking
from yichuang.law.book import book
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.hearings.models import InspectionKind
from yichuang.rules.hearing.inspections import SUBSTANCE, assign_by
from yichuang.rules.hearing.marking import MOST

_KINDS = [pair for pair in InspectionKind.choices if pair[0] != SUBSTANCE]
_LONG = 8000


@dataclass(frozen=True, slots=True)
class _Bound:
    errors: tuple[Error, ...] = ()


copy_one = clicked(archive_copy, CopyArchived, "副本已归档", OFFICE)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def assign_page(request: HttpRequest, no: str) -> HttpResponse:
    """Send officers to where the thing lies."""
    if request.method == "GET":
        return _assigning(request, no)
    post = request.POST
    officers = tuple(UUID(one) for one in post.getlist("officers")[:20] if is_id(one))
    if not is_day(text(post, "day", 10)):
        return _assigning(request, no, status=422, bound=_Bound((Error("day", "填核查日期，写成 2026-03-20 这样"),)))
    day, place = date.fromisoformat(text(post, "day", 10)), post.get("place", "")
    deed = Deed(assign, Assignment(on(request, no), text(post, "kind", 12), officers, day, place), "已指派核查人员")
    return act_on(request, no, deed, lambda said: _assigning(request, no, status=422, refusal=said))


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def mark_page(request: HttpRequest, no: str) -> HttpResponse:
    """Mark what passed."""
    if request.method == "GET":
        return _marking(request, no)
    post = request.POST
    objects = tuple(line for line in post.get("objects", "")[:_LONG].splitlines() if line.strip())
    deed = Deed(
        mark, Marking(on(request, no), text(post, "form", 12), objects, post.get("spot", "")), "已发给标签、印章"
    )
    return act_on(request, no, deed, lambda said: _marking(request, no, status=422, refusal=said))


def _assigning(request: HttpRequest, no: str, *, status: int = 200, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    case, people = sheet.case, people_of(sheet.case.department_id, request)
    norms, posted = norms_of(case), request.POST
    least = norms.number("inspection_min_officers")
    pair = tuple(UUID(one) for one, _ in people[:least])
    probe = Assignment(On(case.no), _KINDS[0][0], pair, request.today, "—")
    due = assign_by(case.accepted_on, norms, request.directory.calendar(case.profile)) if case.accepted_on else None
    wanted = regime_of(sheet.version).inspections
    told = {
        "form": None, "decision": None, "bound": _Bound(), "people": people, "kinds": _KINDS, "least": least,
        "due": due, "start_days": norms.number("inspection_limit"), "chosen": posted.getlist("officers"),
        "posted": posted, "kind": posted.get("kind") or (wanted[0] if wanted else ""),
        "day": posted.get("day") or request.today.isoformat(),
        "barred_why": barred_by(assign, case, probe, asking(request)),
    }  # fmt: skip
    return render(request, "office/hearing/assign.html", context_of(request, sheet) | told | more, status=status)


def _marking(request: HttpRequest, no: str, *, status: int = 200, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    case, posted, norms = sheet.case, request.POST, norms_of(sheet.case)
    forms = book().parameter("mark_forms").options or {}
    probe = Marking(On(case.no), norms.choices("mark_forms")[0], ("—",))
    told = {
        "form": None, "decision": None, "bound": _Bound(), "posted": posted, "most": MOST,
        "forms": [(name, forms[name]) for name in norms.choices("mark_forms")],
        "barred_why": barred_by(mark, case, probe, asking(request)),
    }  # fmt: skip
    return render(request, "office/hearing/mark.html", context_of(request, sheet) | told | more, status=status)
