"""/staff/units/: who is in the hall, who should be, orders to correct, visits, contacts, how busy, service points."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.people.note_contact import ContactNote, note_contact
from yichuang.acts.staffing.units.answer import CorrectionReply, answer_correction
from yichuang.acts.staffing.units.close import CorrectionEnd, close_correction
from yichuang.acts.staffing.units.enter import Affiliated, Entering, enter
from yichuang.acts.staffing.units.leave_hall import Leaving, leave_hall
from yichuang.acts.staffing.units.note_visit import VisitNote, note_visit
from yichuang.acts.staffing.units.order import CorrectionOrder, order_correction
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.people import colleagues
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.faces.office.staffing.busy import classes_of
from yichuang.faces.office.staffing.common import (
    LEADS,
    Missing,
    Step,
    department_words,
    number_in,
    offices_here,
    region_of,
    shown,
    taken,
)
from yichuang.records.staffing.access import contacts_of, orders_of, points_of, residencies, visits_of
from yichuang.records.staffing.desk import keep_point
from yichuang.records.staffing.models import Ground, Rectification
from yichuang.rules.staff.units import Approval

_UNITS = 4


@allow(*LEADS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the units in the hall; take what changes."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region, offices = region_of(request), offices_here(request)
    inside = residencies(region)
    whole = bool(request.officer.roles() & {"centre_manager"})
    mine = {grant.department_id for grant in request.officer.grants if grant.department_id}
    orders = orders_of(region)
    seen = [key for key, _ in offices if whole or key in mine]
    told = {
        "units": [(words, inside.get(key), sum(one["people"] for one in inside[key].units) if key in inside else 0)
                  for key, words in offices if key in seen],
        "offices": [pair for pair in offices if pair[0] in seen], "grounds": Ground.choices,
        "orders": [_order(row, request, mine) for row in orders if row.department_id in seen],
        "classes": classes_of(request, seen), "numbers": range(1, _UNITS + 1),
        "visits": _visits(request, seen), "contacts": _contacts(request, seen),
        "behind": colleagues(request.directory, seen, request.today),
        "points": points_of(region),
    }  # fmt: skip
    return shown(request, "units", told | more, status=status)


def _order(row: Rectification, request: HttpRequest, mine: set[UUID | None]) -> dict[str, Any]:
    return {
        "row": row, "department": department_words(row.department_id, request), "ground": Ground(row.ground).label,
        "late": row.closed_on is None and row.due_on < request.today, "words": row.fields.get("words", ""),
        "may_answer": row.closed_on is None and row.department_id in mine,
        "may_close": row.closed_on is None and row.replied_at is not None,
    }  # fmt: skip


def _visits(request: HttpRequest, seen: list[UUID]) -> list[Any]:
    rows = visits_of(region_of(request), seen)
    return [(row, department_words(row.department_id, request)) for row in rows]


def _contacts(request: HttpRequest, seen: list[UUID]) -> list[Any]:
    rows = contacts_of(region_of(request), seen)
    return [(row, request.directory.names.get(row.user_id, "")) for row in rows]


def _office(request: HttpRequest) -> UUID:
    department = person_in(request, "department")
    if department is None:
        raise Missing("请选部门。")
    return department


def _enter(request: HttpRequest) -> Step:
    on, units = day_in(request, "on"), []
    for number in range(1, _UNITS + 1):
        name = request.POST.get(f"unit-{number}", "").strip()
        if name:
            people, since = number_in(request, f"people-{number}") or 0, request.POST.get(f"since-{number}", "")
            units.append(Affiliated(name, people, since))
    if on is None:
        raise Missing("请填进驻日期。")
    return Step(enter, Entering(region_of(request), _office(request), on, tuple(units)), "已登记进驻。")


def _leave(request: HttpRequest) -> Step:
    approval = Approval(request.POST.get("by", ""), request.POST.get("approval", ""), day_in(request, "approved_on"))
    return Step(leave_hall, Leaving(region_of(request), _office(request), approval), "已登记撤出。")


def _order_it(request: HttpRequest) -> Step:
    told = request.POST.get("ground", ""), request.POST.get("words", "")
    return Step(order_correction, CorrectionOrder(region_of(request), _office(request), *told), "已发责令纠正通知书。")


def _ref(request: HttpRequest) -> UUID:
    ref = person_in(request, "ref")
    if ref is None:
        raise Missing("请选通知书。")
    return ref


def _answer(request: HttpRequest) -> Step:
    wish = CorrectionReply(region_of(request), _ref(request), request.POST.get("words", ""))
    return Step(answer_correction, wish, "已反馈整改情况。")


def _close(request: HttpRequest) -> Step:
    return Step(close_correction, CorrectionEnd(region_of(request), _ref(request)), "已销号。")


def _visit(request: HttpRequest) -> Step:
    on = day_in(request, "on")
    if on is None:
        raise Missing("请填到窗口的日期。")
    wish = VisitNote(
        region_of(request), _office(request), on, request.POST.get("leader", ""), request.POST.get("words", "")
    )
    return Step(note_visit, wish, "已登记领导到窗口。")


def _contact(request: HttpRequest) -> Step:
    on, user = day_in(request, "on"), person_in(request, "user")
    if on is None or user is None:
        raise Missing("请选接待人，并填日期。")
    given = request.POST
    wish = ContactNote(
        region_of(request), user, on, given.get("words", ""), given.get("case_no", ""), given.get("arrangement", "")
    )
    return Step(note_contact, wish, "已登记后台接待；没有安排的，中心会看到提示。")


def _point(request: HttpRequest) -> str:
    if not request.officer.roles() & {"centre_manager"}:
        raise Missing("服务点由中心登记。")
    name = request.POST.get("name", "").strip()[:60]
    if not name:
        raise Missing("请写服务点的名称。")
    kinds = [
        word.strip()[:30] for word in request.POST.get("kinds", "").replace("，", "、").split("、") if word.strip()
    ]
    values = {
        "name": name, "address": request.POST.get("address", "").strip()[:120], "kinds": kinds[:40],
        "hours": request.POST.get("hours", "").strip()[:80], "weekly_hours": number_in(request, "weekly_hours") or 0,
        "minutes": number_in(request, "minutes") or 0, "metres": number_in(request, "metres") or 0,
    }  # fmt: skip
    if max(values["weekly_hours"], values["minutes"]) > 1000:  # type: ignore[type-var, operator]
        raise Missing("小时数或者分钟数太大，请核对。")
    keep_point(region_of(request), values)
    return "已登记服务点。"


STEPS = {
    "enter": _enter, "leave": _leave, "order": _order_it, "answer": _answer, "close": _close, "visit": _visit,
    "contact": _contact, "point": _point,
}  # fmt: skip
