"""The manager's pages of the halls (大厅与窗口): plain editing; every change moves the screens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.faces.centre.hall.editing import DOES, Wrong, new_hall
from yichuang.faces.centre.hall.watched import alerts_in, duties_of
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.site import told
from yichuang.records.hall.models import (
    AppointmentSlot,
    Domain,
    Hall,
    HallKind,
    HallWindow,
    Screen,
    ScreenKind,
    WeekendShift,
)
from yichuang.records.hall.place import Place, halls, place
from yichuang.records.hall.pulse import touch
from yichuang.records.hall.queries import day_of
from yichuang.records.org.models import Department, Window

WEEKDAYS = tuple(enumerate("一二三四五六日", start=1))
_MANAGES = "centre_manager"


@allow(*CENTRE)
@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: HttpRequest) -> HttpResponse:
    """List the halls of the region; begin a new one."""
    region, wrong = region_of(request), ""
    if request.method == "POST":
        _only_manager(request)
        try:
            made = new_hall(request.directory.centres[region], request.POST)
        except Wrong as fault:
            wrong = str(fault)
        else:
            return redirect(f"/centre/halls/{made.slug}/")
    rows = [(hall, day_of(hall, request.today)) for hall in halls([region])]
    context = frame(request) | {"rows": rows, "kinds": HallKind.choices, "wrong": wrong, "key": new_key()}
    context |= alerts_in(request, region) | duties_of(request, region)
    return render(request, "centre/hall/halls.html", context | _may(request), status=422 if wrong else 200)


@allow(*CENTRE)
@require_http_methods(["GET", "HEAD", "POST"])
def hall(request: HttpRequest, hall: str) -> HttpResponse:
    """Show a hall with all that belongs to it; change a part."""
    row = halls([region_of(request)]).filter(slug=hall).first()
    if row is None:
        raise Http404
    wrong = ""
    if request.method == "POST":
        _only_manager(request)
        try:
            said = _change(request, row)
        except Wrong as fault:
            wrong = str(fault)
        else:
            messages.success(request, said)
            told()
            return redirect(f"/centre/halls/{hall}/#{request.POST.get('part', '')}")
    context = _told(request, row) | {"wrong": wrong}
    return render(request, "centre/hall/hall.html", context, status=422 if wrong else 200)


def _change(request: HttpRequest, row: Hall) -> str:
    asked = request.POST.copy()
    name, _, chosen = asked.get("do", "").partition(":")  # a button of a row names it: one form for all rows
    if chosen:
        asked["id"] = chosen
    if name not in DOES:
        raise Wrong("没有选要做什么")
    with transaction.atomic():
        said = DOES[name](row, asked, request.at)
        touch(row)
    return said


def _only_manager(request: HttpRequest) -> None:
    if _MANAGES not in request.officer.roles():
        raise PermissionDenied(_MANAGES)
    context_of(request)


def _may(request: HttpRequest) -> dict[str, Any]:
    return {"may": _MANAGES in request.officer.roles()}


def _told(request: HttpRequest, row: Hall) -> dict[str, Any]:
    here = place(row, request.directory, request.today)
    lines, slots = list(here.lines.values()), _slots(row)
    prefetch_related_objects(lines, "departments", "items")
    taken = HallWindow.objects.exclude(hall=row).values("window_id")
    return (
        frame(request)
        | _may(request)
        | {
            "hall": row,
            "lines": [(line, _of_line(line)) for line in lines],
            "windows": [(one, [here.lines[line] for line in here.lines_of(one.id)]) for one in here.windows.values()],
            "free": Window.objects.filter(centre=row.centre).exclude(id__in=taken).exclude(id__in=_ids(here)),
            "departments": Department.objects.filter(centre=row.centre),
            "domains": Domain.choices,
            "kinds": HallKind.choices,
            "slots": slots,
            "slots_number": sum(ids.count(",") + 1 for _, _, ids in slots),
            "weekdays": WEEKDAYS,
            "shifts": _shifts(row, request),
            "screens": Screen.objects.filter(hall=row).select_related("hall_window__window").order_by("kind", "name"),
            "screen_kinds": ScreenKind.choices,
            "key": new_key(),
        }
        | alerts_in(request, row.region_code, row)
    )


def _of_line(line: Any) -> dict[str, Any]:
    return {"departments": list(line.departments.all()), "items": list(line.items.all())}


def _ids(here: Place) -> list[UUID]:
    return [one.window_id for one in here.windows.values()]


def _slots(row: Hall) -> list[tuple[AppointmentSlot, str, str]]:
    """Return what is offered, each with its weekdays in words and with all its ids: a row for a week, not for a day."""
    rows = AppointmentSlot.objects.filter(line__hall=row).select_related("line", "item", "hall_window__window")
    same: dict[Any, list[AppointmentSlot]] = {}
    for one in rows.order_by("line__prefix", "starts", "weekday"):
        same.setdefault((one.line_id, one.starts, one.ends, one.places, one.item_id, one.hall_window_id), []).append(
            one
        )
    return [
        (week[0], _days([one.weekday for one in week]), ",".join(str(one.id) for one in week)) for week in same.values()
    ]


def _days(days: list[int]) -> str:
    """Return weekdays in words: 周一至周五, 周一、周三."""
    names = dict(WEEKDAYS)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"周{names[days[0]]}至周{names[days[-1]]}"
    return "、".join(f"周{names[day]}" for day in days)


def _shifts(row: Hall, request: HttpRequest) -> list[WeekendShift]:
    rows = WeekendShift.objects.filter(hall_window__hall=row, day__gte=request.today)
    return list(rows.select_related("hall_window__window").order_by("day", "hall_window__window__no")[:60])
