"""Appointments at the desk (预约登记): by telephone or at the counter; check-in; who is expected today."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.frame import frame, post_at_window
from yichuang.records.hall.booking import (
    Wish,
    appointment_by,
    appointments_on,
    book,
    cancel,
    check_in,
    note_missed,
    offers,
)
from yichuang.records.hall.models import AppointmentSlot, Source
from yichuang.records.hall.place import Place, place_at_window
from yichuang.rules.verdict import Refused

_PHONE = re.compile(r"1\d{10}")
_LONGEST_NAME, _DAYS = 60, 14


@allow(*WINDOW)
@require_http_methods(["GET", "HEAD", "POST"])
def appointments(request: HttpRequest) -> HttpResponse:
    """Show who is expected; book, cancel, check in."""
    found = place_at_window(post_at_window(request).window_id, request.directory, request.today)
    if request.method == "POST":
        context_of(request)
        if found is None:
            raise Refused("window_nowhere", "YC")
        try:
            leads_to = _do(request, found[0])
        except Refused as refused:
            return _page(request, found[0], refusal(refused, request.today))
        told()
        return redirect(leads_to)
    if found is None:
        return render(request, "window/calling/nowhere.html", frame(request))
    return _page(request, found[0])


def _do(request: HttpRequest, place: Place) -> str:
    """Do what was pressed; return where it leads."""
    here, do = f"/desk/appointments/?day={_day(request):%Y-%m-%d}", request.POST.get("do", "")
    if do == "book":
        book(place, _wish(request, place), request.at)
        return here
    row = appointment_by(place.hall, re.sub(r"\D", "", request.POST.get("code", ""))[:11], request.today)
    if row is None:
        raise Refused("appointment_unknown", "YC")
    if do == "cancel":
        cancel(place, row, request.at)
        return here
    return f"/number/{check_in(place, row, request.at).token}/?slip=1"


def _wish(request: HttpRequest, place: Place) -> Wish:
    phone = "".join(request.POST.get("phone", "").split())
    if not _PHONE.fullmatch(phone):
        raise Refused("phone_wrong", "YC")
    chosen, _, day = request.POST.get("slot", "").partition("@")
    try:
        slot = AppointmentSlot.objects.filter(line__hall=place.hall, id=UUID(chosen)).first()
        on = date.fromisoformat(day)
    except ValueError:
        slot = None
    if slot is None or slot.weekday != on.isoweekday():
        raise Refused("appointment_unknown", "YC")
    key = context_of(request).key
    return Wish(slot, on, request.POST.get("name", "").strip()[:_LONGEST_NAME], phone, key, Source.DESK)


def _day(request: HttpRequest) -> date:
    try:
        asked = date.fromisoformat(request.GET.get("day", "") or request.POST.get("day", ""))
    except ValueError:
        return request.today
    return asked if abs((asked - request.today).days) <= 10 * _DAYS else request.today


def _page(request: HttpRequest, place: Place, refused: Refusal | None = None) -> HttpResponse:
    note_missed(place, request.at)
    day, line = _day(request), place.line(request.GET.get("line", ""))
    days = [request.today + timedelta(days=ahead) for ahead in range(_DAYS + 1)]
    found = offers(place, line.id, [day], request.at) if line else []
    context = frame(
        request,
        hall=place.hall,
        day=day,
        days=days,
        line=line,
        lines=place.lines.values(),
        offers=found,
        rows=appointments_on(place.hall, day),
        refusal=refused,
        key=new_key(),
    )
    return render(request, "window/calling/appointments.html", context, status=422 if refused else 200)
