"""What the hub reads (推送内容): the revisions of all halls in one query, a hall's snapshot only when it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string

from yichuang.faces.common import clock
from yichuang.faces.common.live.hub import Found, Known
from yichuang.records.hall.models import CustomerSheet
from yichuang.records.hall.place import halls, place_of
from yichuang.records.hall.pulse import revisions
from yichuang.records.hall.snapshot import Snapshot, snapshot
from yichuang.records.org.directory import directory
from yichuang.records.staffing.desk import notices_up

BOARD, STATE, CUSTOMER = "board", "state", "customer"


def reads(known: Known) -> Found:
    """Return the topics that changed. Topics: board:<hall>, state:<hall>, customer:<window>."""
    wanted = {tuple(name.split(":", 1)): revision for name, revision in known.items()}
    slugs = {slug for kind, slug in wanted if kind != CUSTOMER}
    found: dict[str, tuple[int, str]] = {}
    if slugs:
        found |= _of_halls({(kind, slug): old for (kind, slug), old in wanted.items() if kind != CUSTOMER}, slugs)
    for (kind, window), old in wanted.items():
        if kind == CUSTOMER and (sheet := _sheet(window)) != old:
            found[f"{CUSTOMER}:{window}"] = (sheet, json.dumps({"sheet": sheet}))
    return found


def _of_halls(wanted: Mapping[tuple[str, ...], int], slugs: set[str]) -> dict[str, tuple[int, str]]:
    place_now, at = directory(), clock.now()
    rows = {hall.slug: hall for hall in halls().filter(slug__in=slugs)}
    moved = revisions(place_now.centres)
    found = {}
    for slug, hall in rows.items():
        revision = moved.get(hall.id, 0)
        asked = [kind for (kind, name), old in wanted.items() if name == slug and old != revision]
        if asked:
            place = place_of(slug, place_now, at.astimezone(clock.ZONE).date())
            if place is not None:
                now = snapshot(place, at)
                texts = {BOARD: board_text, STATE: state_text}
                found |= {f"{kind}:{slug}": (revision, texts[kind](place.hall, now)) for kind in asked}
    return found


def board_text(hall: Any, now: Snapshot) -> str:
    """Return what a wall screen is told: its part of the page, and the calls to speak."""
    html = render_to_string("common/live/board.html", {"hall": hall, "now": now, "away": away_from(hall)})
    return json.dumps({"html": html, "calls": _calls(now), "loud": now.loud}, ensure_ascii=False)


def away_from(hall: Any) -> list[Any]:
    """Return the notices on the counters of a hall: where somebody went, and when he is back (离岗告示)."""
    up = notices_up(hall.region_code)
    here = set(hall.windows.values_list("window", flat=True)) if up else set()
    return [one for one in up if one.window_id in here]


def state_text(hall: Any, now: Snapshot) -> str:
    """Return what counters and phones are told: windows, and for each line who waits and how long."""
    queues = {
        line.line.prefix: [[no, told.minutes] for no, told in zip(line.queue.numbers, line.queue.each, strict=True)]
        for line in now.lines
    }
    windows = {no: asdict(window) for no, window in now.windows.items()}
    return json.dumps({"windows": windows, "queues": queues, "calls": _calls(now)}, ensure_ascii=False)


def _calls(now: Snapshot) -> list[list[str]]:
    return [[call.mark, call.no, call.window, call.words] for call in now.calls if call.open]


def _sheet(window: str) -> int:
    row = CustomerSheet.objects.filter(hall_window=UUID(window)).values_list("revision", flat=True).first()
    return row or 0
