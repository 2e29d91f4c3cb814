"""编号连续性: every series of a year, how far it is, and which numbers are missing or stand twice."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.documents.series import Series, series_in, years_in
from yichuang.rules.numbering import NumberKind

_KINDS = {NumberKind.CASE: "办件编号", NumberKind.DOCUMENT: "文书字号", NumberKind.CERTIFICATE: "证照编号"}
_MOST = 12  # spans shown


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series in words."""

    kind: str
    series: Series
    missing: str
    doubled: str


@allow(*sorted(CENTRE))
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the series of a year; those that are not whole first."""
    region = region_of(request)
    years = years_in(region) or [request.today.year]
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else years[0]
    rows = sorted((_row(one) for one in series_in(region, year)), key=lambda row: row.series.found.sound)
    wrong = sum(not row.series.found.sound for row in rows)
    context = {"rows": rows, "wrong": wrong, "years": years, "year": year}
    return render(request, "centre/numbers.html", frame(request) | context)


def _row(series: Series) -> SeriesRow:
    spans = [str(first) if first == last else f"{first}–{last}" for first, last in series.found.missing]
    odd = [str(serial) for serial in (*series.found.doubled, *series.found.beyond)]
    return SeriesRow(_KINDS[series.kind], series, _few(spans), _few(odd))


def _few(words: list[str]) -> str:
    return "、".join(words[:_MOST]) + (" 等" if len(words) > _MOST else "")
