"""The calling panel (叫号台): call, repeat, begin, skip, transfer, finish, pause. What was seen must still be so."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.acts.hall.remind import remind
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.calling.served import PARAMETER
from yichuang.faces.window.frame import frame, post_at_window
from yichuang.records.hall.calling import (
    AtWindow,
    call_next,
    current_of,
    number_by_id,
    skipped_by,
    stand,
    step,
    waiting_in,
)
from yichuang.records.hall.models import HallWindow, NumberState, QueueNumber, WindowState
from yichuang.records.hall.place import Place, place_at_window
from yichuang.records.hall.queries import queues
from yichuang.rules.verdict import Refused

_SHOWN = 9
_STATES = {"open": WindowState.OPEN, "pause": WindowState.PAUSED, "close": WindowState.CLOSED}


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who waits, as the clerk sees him: number, line, class, minutes since he came."""

    number: QueueNumber
    line: str
    minutes: int


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def panel(request: HttpRequest) -> HttpResponse:
    """Show the panel; do what was pressed."""
    found = place_at_window(post_at_window(request).window_id, request.directory, request.today)
    if request.method == "POST":
        context_of(request)
        if found is None:
            raise Refused("window_nowhere", "YC")
        try:
            _press(request, AtWindow(*found, request.officer.user_id, request.at))
        except Refused as refused:
            return _page(request, *found, refused=refusal(refused, request.today))
        finally:
            told()
        _remind(found[0], request)
        return redirect(_next(request, *found))
    if found is None:
        return render(request, "window/calling/nowhere.html", frame(request))
    if "part" in request.GET:
        return render(request, "window/calling/waiting.html", _told(request, *found))
    return _page(request, *found)


def _remind(place: Place, request: HttpRequest) -> None:
    """Tell who is near by now; the sweep does it where the messenger fails."""
    try:
        remind(place, request.at)
    except OSError as fault:
        print(f"到号提醒没有发出，稍后重发：{fault}", file=sys.stderr)


def _next(request: HttpRequest, place: Place, window: HallWindow) -> str:
    """Return where the clerk goes: to the intake with whom he called, or back to the panel."""
    row = current_of(place.hall, window, request.today) if request.POST.get("do") == "take_in" else None
    return f"/desk/?{PARAMETER}={row.id}" if row else "/desk/calling/"


def _press(request: HttpRequest, here: AtWindow) -> None:
    do, current = request.POST.get("do", ""), current_of(here.place.hall, here.window, here.day)
    if request.POST.get("seen", "") != _mark(current):
        raise _stale(request, here)
    if do == "next":
        call_next(here)
    elif do in _STATES:
        stand(here, _STATES[do])
    elif do == "return":
        step(here, _chosen(request, here), "return")
    elif do == "take_in" and current is not None:
        if current.state == "called":
            step(here, current, "begin")
    elif do in _STEPS and current is not None:
        _STEPS[do](request, here, current)
    else:
        raise Refused("number_none", "YC")


def _transfer(request: HttpRequest, here: AtWindow, row: QueueNumber) -> None:
    line = here.place.line(request.POST.get("line", ""))
    if line is None or line.id == row.line_id:
        raise Refused("line_unknown", "YC")
    step(here, row, "transfer", line)


def _plain(do: str) -> Callable[[HttpRequest, AtWindow, QueueNumber], None]:
    return lambda _request, here, row: step(here, row, do)


_STEPS: Mapping[str, Callable[[HttpRequest, AtWindow, QueueNumber], None]] = {
    **{do: _plain(do) for do in ("recall", "begin", "skip", "finish")},
    "transfer": _transfer,
}


def _chosen(request: HttpRequest, here: AtWindow) -> QueueNumber:
    try:
        row = number_by_id(here.place.hall, UUID(request.POST.get("number", "")), here.day)
    except ValueError:
        row = None
    if row is None:
        raise Refused("number_none", "YC")
    return row


def _mark(current: QueueNumber | None) -> str:
    """Return what the page showed as its number: another one, another state or another call is another page."""
    if current is None or current.called_at is None:
        return ""
    return f"{current.id}_{current.state}_{current.called_at.timestamp():.3f}"


def _stale(request: HttpRequest, here: AtWindow) -> Refused:
    """Say what became of the number that the page still showed: another page of this window was quicker."""
    try:
        row = number_by_id(here.place.hall, UUID(request.POST.get("seen", "").partition("_")[0]), here.day)
    except ValueError:
        row = None
    if row is None:
        return Refused("number_stale", "YC")
    return Refused("number_changed", "YC", {"no": row.no, "now": NumberState(row.state).label})


def _page(request: HttpRequest, place: Place, window: HallWindow, refused: Refusal | None = None) -> HttpResponse:
    current = current_of(place.hall, window, request.today)
    more = {"current": current, "seen": _mark(current), "refusal": refused}
    context = frame(request, **_told(request, place, window), **more)
    return render(request, "window/calling/panel.html", context, status=422 if refused else 200)


def _told(request: HttpRequest, place: Place, window: HallWindow) -> dict[str, Any]:
    mine = place.lines_of(window.id)
    rows = [row for row in waiting_in(place.hall, request.today) if row.line_id in mine]
    found = queues(place, request.today)
    return {
        "hall": place.hall,
        "hall_window": window,
        "key": new_key(),
        "waiting": [
            Row(row, place.lines[row.line_id].name, _minutes(row.taken_at, request.at)) for row in rows[:_SHOWN]
        ],
        "waiting_count": len(rows),
        "lines": [(place.lines[line], found[line]) for line in mine],
        "others": [line for line in place.lines.values() if place.serving.get(line.id)],
        "skipped": skipped_by(place.hall, request.today, mine),
    }


def _minutes(since: datetime, now: datetime) -> int:
    return max(0, int((now - since).total_seconds() // 60))


def _row(place: Place, row: QueueNumber, now: datetime) -> Row:
    return Row(row, place.lines[row.line_id].name, _minutes(row.taken_at, now))
