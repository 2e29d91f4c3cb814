"""/centre/now/: the hall at this moment (大厅实时): cases in hand by light, today's numbers, queues, who sits where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.statistics.board import Board, board
from yichuang.records.statistics.lights import in_hand
from yichuang.records.statistics.queries import place
from yichuang.rules.statistics.periods import period_of

LIGHTS = (("red", "超时"), ("yellow", "临期"), ("pause", "暂停"), ("green", "正常"))
TODAY = ("received", "accepted", "closed", "overdue")


@dataclass(frozen=True, slots=True)
class Hand:
    """One department: its cases in hand by light."""

    slug: str
    name: str
    counts: Mapping[str, int]

    @property
    def open(self) -> int:
        """Return how many are in hand."""
        return sum(self.counts[light] for light, _ in LIGHTS)


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the moment; the page looks again every half minute."""
    region = region_of(request)
    found, told = hands(request, region), today(request, region)
    here = place(region)
    context = {
        "hands": found,
        "lights": [(light, words, sum(hand.counts[light] for hand in found)) for light, words in LIGHTS],
        "in_hand": sum(hand.open for hand in found),
        "today_numbers": [told.number(name) for name in TODAY],
        "halls": sorted(halls_now(request, region), key=lambda one: -len(one[1].lines)),  # the great hall first
        "windows": windows_of(request, region),
        "upto": here.upto if here else None,
        "now_at": request.at,
    }
    return render(request, "centre/statistics/now.html", frame(request) | context)


def hands(request: HttpRequest, region: str) -> list[Hand]:
    """Return the departments with cases in hand, most at risk first."""
    found = in_hand(region, request.today)
    departments = request.directory.departments
    rows = (Hand(departments[key].slug, departments[key].short_name, counts) for key, counts in found.items())
    return sorted(rows, key=lambda hand: (*(-hand.counts[light] for light, _ in LIGHTS), hand.name))


def today(request: HttpRequest, region: str) -> Board:
    """Return the numbers of today."""
    return board([region], period_of("day", request.today))


def halls_now(request: HttpRequest, region: str) -> list[Any]:
    """Return the halls as their screens show them: who waits where; none where there is no queueing."""
    if find_spec("yichuang.records.hall") is None:
        return []
    places, shots = import_module("yichuang.records.hall.place"), import_module("yichuang.records.hall.snapshot")
    found = (places.place(hall, request.directory, request.today) for hall in places.halls([region]))
    return [(one.hall, shots.snapshot(one, request.at)) for one in found]


def windows_of(request: HttpRequest, region: str) -> list[tuple[str, str, str]]:
    """Return the windows: number, name, and who of those posted there is not on leave today."""
    here, today_is = request.directory, request.today
    posted: dict[UUID, list[str]] = {}
    for user, posts in here.postings.items():
        for post in posts:
            holds = post.starts_on <= today_is and (post.ends_on is None or today_is <= post.ends_on)
            if post.window_id and holds and not here.roster.away(user, today_is):
                posted.setdefault(post.window_id, []).append(here.names.get(user, ""))
    centre = here.centres[region].id
    mine = sorted((row for row in here.windows.values() if row.centre_id == centre), key=lambda row: row.no)
    return [(row.no, row.name, "、".join(dict.fromkeys(posted.get(row.id, [])))) for row in mine]
