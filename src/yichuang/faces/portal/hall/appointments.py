"""Appointments (预约): choose day and slot, see and cancel one's own."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.hall.booking import Offer, Wish, appointments_of, book, cancel, note_missed, offers
from yichuang.records.hall.models import Appointment, AppointmentSlot, AppointmentState, ServiceLine
from yichuang.records.hall.place import Place, place, place_of
from yichuang.rules.verdict import Refused

_PHONE = re.compile(r"1\d{10}")


@allow(USER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def book_slot(request: HttpRequest, hall: str, prefix: str) -> HttpResponse:
    """Show the slots of a line; take one."""
    here = place_of(hall, request.directory, request.today)
    line = here.line(prefix) if here else None
    if here is None or line is None:
        raise Http404
    if request.method != "POST":
        return _slots(request, here, line)
    try:
        book(here, _wish(request, line), request.at)
    except Refused as refused:
        return _slots(request, here, line, refusal(refused, request.today))
    return redirect("/my/appointments/")


@allow(USER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Show one's appointments; cancel one."""
    rows = _own(request)
    refused: Refusal | None = None
    if request.method == "POST":
        context_of(request)
        try:
            _cancel(request, rows)
        except Refused as fault:
            refused = refusal(fault, request.today)
        else:
            return redirect("/my/appointments/")
    context = {"rows": rows, "refusal": refused, "key": new_key(), "crumbs": [("我的办件", "/my/"), ("我的预约", "")]}
    return render(request, "portal/hall/appointments.html", context, status=422 if refused else 200)


def _own(request: HttpRequest) -> list[Appointment]:
    """Return one's appointments, those that nobody came to noted as missed (爽约)."""
    regions = list(request.directory.centres)
    rows = appointments_of(regions, request.user.pk)
    over = {row.hall for row in rows if row.state == AppointmentState.BOOKED and row.ends_at < request.at}
    noted = sum(note_missed(place(hall, request.directory, request.today), request.at) for hall in over)
    return appointments_of(regions, request.user.pk) if noted else rows


def _cancel(request: HttpRequest, rows: list[Appointment]) -> None:
    row = next((row for row in rows if str(row.id) == request.POST.get("appointment")), None)
    if row is None:
        raise Refused("appointment_unknown", "YC")
    cancel(place(row.hall, request.directory, request.today), row, request.at)


def _wish(request: HttpRequest, line: ServiceLine) -> Wish:
    ctx, phone = context_of(request), "".join(request.POST.get("phone", "").split())
    if not _PHONE.fullmatch(phone):
        raise Refused("phone_wrong", "YC")
    chosen, _, day = request.POST.get("slot", "").partition("@")
    try:
        slot = AppointmentSlot.objects.filter(line=line, id=UUID(chosen)).first()
        on = date.fromisoformat(day)
    except ValueError:
        slot = None
    if slot is None or slot.weekday != on.isoweekday():
        raise Refused("appointment_no_slot", "YC")
    return Wish(slot, on, str(request.user)[:60], phone, ctx.key, user_id=request.user.pk)


def _slots(request: HttpRequest, here: Place, line: ServiceLine, refused: Refusal | None = None) -> HttpResponse:
    ahead = here.norms.number("appointment_days_ahead")
    days = [request.today + timedelta(days=number) for number in range(ahead + 1)]
    found = [one for one in offers(here, line.id, days, request.at) if not _hopeless(one.refused)]
    context = {
        "hall": here.hall,
        "line": line,
        "days": [(day, rows, any(not one.refused for one in rows)) for day, rows in _by_day(found)],
        "norms": {name: here.norms.number(f"appointment_{name}") for name in _TOLD},
        "phone": request.POST.get("phone", ""),
        "refusal": refused,
        "key": new_key(),
        "crumbs": [("大厅", "/halls/"), (here.hall.name, f"/halls/{here.hall.slug}/"), (f"预约{line.name}", "")],
    }
    return render(request, "portal/hall/book.html", context, status=422 if refused else 200)


_TOLD = ("cancel_until", "early_minutes", "late_minutes", "no_show_limit", "suspension")


def _hopeless(refused: Refused | None) -> bool:
    return refused is not None and refused.code in ("appointment_closed", "appointment_past")


def _by_day(found: list[Offer]) -> list[tuple[date, list[Offer]]]:
    return [(day, list(group)) for day, group in groupby(found, key=lambda one: one.day)]
