"""What an address of the map asks for (图谱的网址): region, item, and over which months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.centre.words import verb_words
from yichuang.records.cases.access import NotFound
from yichuang.records.catalogue.life import item_in
from yichuang.records.catalogue.models import Item
from yichuang.records.statistics.trails.queries import Span, place
from yichuang.rules.trails.steps import NATURES, verb_of

SPANS: Mapping[str, str] = {"3": "近 3 个月", "12": "近 12 个月", "0": "全部"}
CSS: Mapping[str, str] = {"w": "wait", "k": "work", "a": "theirs", "s": "stop"}
_FIRST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A region and the months in which cases began."""

    region: str
    months: str
    span: Span
    several: bool

    def query(self, **more: str) -> str:
        """Return the same as a query string, with something else in it."""
        told = {"months": self.months} | more | ({"region": self.region} if self.several else {})
        return urlencode({name: word for name, word in told.items() if word})


def asked(request: HttpRequest) -> Asked:
    """Return what is asked for; what can't be read is the last year."""
    told = request.GET.get("months", "")
    months = told if told in SPANS else "12"
    last = request.today.replace(day=1)
    number = last.year * 12 + last.month - int(months)
    first = date(number // 12, number % 12 + 1, 1) if months != "0" else _FIRST
    return Asked(region_of(request), months, (first, last), len(frame(request)["regions"]) > 1)


def item_of(request: HttpRequest, region: str, code: str) -> Item:
    """Return an item of a region that is looked at. Raises NotFound."""
    item = item_in([region], code)
    if item is None:
        raise NotFound(code)
    return item


def around(request: HttpRequest, wanted: Asked) -> dict[str, Any]:
    """Return what every page of the map shows around it."""
    here = place(wanted.region)
    return frame(request) | {
        "asked": wanted,
        "spans": [(months, words, months == wanted.months) for months, words in SPANS.items()],
        "query": wanted.query(),
        "upto": here.upto if here else None,
        "anew": here is None or here.after is not None,
    }


def step_words(step: str) -> str:
    """Return a step in Chinese."""
    return verb_words(verb_of(step))


def nature_words(nature: str) -> str:
    """Return what the time was in Chinese."""
    return NATURES[nature]
