"""Which days and which department a notice shows, as its address tells it (公示的范围)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common.clock import ZONE
from yichuang.faces.common.place import centre_of
from yichuang.faces.portal.reading.here import departments_here
from yichuang.records.cases.notices import Span
from yichuang.rules.masking import mask_name

_MOST = timedelta(days=92)
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: the region, the span, and the filters as the page shows them."""

    region: str
    profile: str
    span: Span
    department: str
    departments: tuple[Any, ...]
    cut: bool

    @property
    def begins(self) -> datetime:
        """Return the first moment of the span."""
        return datetime.combine(self.span.first, time(), tzinfo=ZONE)

    @property
    def ends(self) -> datetime:
        """Return the first moment after the span."""
        return datetime.combine(self.span.last + _ONE, time(), tzinfo=ZONE)

    def context(self, tab: str) -> dict[str, Any]:
        """Return what the filters of every notice show."""
        return {
            "tab": tab,
            "asked": self,
            "first": self.span.first.isoformat(),
            "last": self.span.last.isoformat(),
            "most": _MOST.days,
        }


def asked_of(request: HttpRequest, days: int) -> Asked:
    """Return what the address asks for; without days the last `days`. A span is never longer than three months."""
    centre, rows = centre_of(request), departments_here(request)
    last = min(_day(request.GET.get("to", "")) or request.today, request.today)
    wanted = _day(request.GET.get("from", "")) or last - timedelta(days=days - 1)
    first = max(min(wanted, last), last - _MOST)
    slug = request.GET.get("dept", "")
    department = next((row for row in rows if row.slug == slug), None)
    return Asked(
        centre.region.code if centre else "",
        centre.profile if centre else "cn",
        Span(first, last, department.id if department else None),
        department.slug if department else "",
        tuple(sorted(rows, key=lambda row: row.short_name)),
        wanted < first,
    )


def _day(word: str) -> date | None:
    try:
        day = date.fromisoformat(word.strip()[:10])
    except ValueError:
        return None
    return day if date(2004, 7, 1) <= day else None


def public_name(name: str, kind: str) -> str:
    """Return a person's name masked, an organisation's in full."""
    return mask_name(name) if kind == "person" else name
