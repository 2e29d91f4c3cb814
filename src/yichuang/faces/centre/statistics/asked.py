"""What an address of statistics asks for (统计的网址): region, period, axis, and who may see persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from yichuang.faces.centre.scope import frame, region_of
from yichuang.records.statistics.board import AXES
from yichuang.records.statistics.queries import place
from yichuang.rules.statistics.periods import TITLES, Period, after, before, period_of

PERSONS = frozenset({"centre_manager", "supervisor"})  # 人员的数字 concern persons: who directs them, who supervises
_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Asked:
    """A region, a period, and what it is broken down by ("" for not at all)."""

    region: str
    period: Period
    axis: str
    several: bool

    def query(self, **more: str) -> str:
        """Return the same as a query string, with something else in it."""
        told = {"kind": self.period.kind, "on": self.period.first.isoformat(), "by": self.axis} | more
        told |= {"region": self.region} if self.several else {}
        return urlencode({name: word for name, word in told.items() if word})


def asked(request: HttpRequest) -> Asked:
    """Return what is asked for; what can't be read is this month."""
    region, axis = region_of(request), request.GET.get("by", "")
    period = period_of(request.GET.get("kind", "month"), day_in(request.GET.get("on", ""), request.today))
    if axis not in axes_for(request):
        axis = ""
    return Asked(region, period, axis, len(frame(request)["regions"]) > 1)


def axes_for(request: HttpRequest) -> dict[str, str]:
    """Return what this officer may break numbers down by."""
    return {axis: words for axis, words in AXES.items() if axis != "person" or request.officer.roles() & PERSONS}


def day_in(told: str, otherwise: date) -> date:
    """Return a day of an address."""
    try:
        found = date.fromisoformat(told)
    except ValueError:
        return otherwise
    return found if _FIRST <= found <= _LAST else otherwise


def around(request: HttpRequest, wanted: Asked) -> dict[str, Any]:
    """Return what every page of statistics shows around its numbers."""
    period, here = wanted.period, place(wanted.region)
    later = after(period)
    axes = axes_for(request).items()
    return frame(request) | {
        "asked": wanted,
        "period": period,
        "kinds": [(kind, f"按{words}", kind == period.kind) for kind, words in TITLES.items()],
        "here_query": wanted.query(),
        "all_query": wanted.query(by=""),
        "earlier_query": wanted.query(on=before(period).first.isoformat()),
        "later_query": wanted.query(on=later.first.isoformat()) if later.first <= request.today else "",
        "tabs": [(words, wanted.query(by=axis), axis == wanted.axis) for axis, words in axes],
        "runs": period.first <= request.today < period.last,
        "upto": here.upto if here else None,
        "anew": here is None or here.after is not None,
    }
