"""电子证照覆盖: by type, how many certificates have an electronic one this year and in all, against the targets."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.law.book import book
from yichuang.records.certificates.coverage import covered
from yichuang.records.certificates.types import types_of
from yichuang.rules.library.coverage import Covered, meets, share, total
from yichuang.rules.norms import Norm

_FIRST = 2004


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the lines of one year with the targets that held at its end, or hold today."""
    region, told = region_of(request), request.GET.get("year", "")
    year = int(told) if told.isascii() and told.isdigit() and _FIRST <= int(told[:4]) <= request.today.year else 0
    year = year or request.today.year
    until = min(date(year, 12, 31), request.today)
    names = [name for name, row in types_of(region, request.directory).items() if row.open]
    rows, norms = covered(region, date(year, 1, 1), until, names), book().norms(_profile(request, region), until)
    new, whole = norms.get("certificate_coverage_new"), norms.get("certificate_coverage_all")
    context = {
        "rows": [_line(row, new, whole) for row in rows],
        "total": _line(total(rows), new, whole),
        "percent": [(words, _percent(Fraction(str(norm.value))), norm) for words, norm in _set(new, whole)],
        "unlisted": [row.name for row in rows if not row.listed],
        "year": year,
        "years": range(request.today.year, request.today.year - 5, -1),
    }
    return render(request, "centre/certificates/coverage.html", frame(request) | context)


def _set(new: Norm | None, whole: Norm | None) -> list[tuple[str, Norm]]:
    return [(words, norm) for words, norm in (("新发证照", new), ("全部有效证照", whole)) if norm is not None]


def _line(row: Covered, new: Norm | None, whole: Norm | None) -> dict[str, Any]:
    lately, stock = share(row.issued_electronic, row.issued), share(row.valid_electronic, row.valid)
    return {
        "row": row, "lately": _percent(lately), "stock": _percent(stock), "meets_new": meets(lately, new),
        "meets_all": meets(stock, whole),
    }  # fmt: skip


def _percent(told: Fraction | None) -> str:
    """Return 199/200 as 99.5%, cut and not rounded: 100% is said of nothing less."""
    if told is None:
        return "—"
    tenths = told.numerator * 1000 // told.denominator
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def _profile(request: HttpRequest, region: str) -> str:
    return str(request.directory.centres[region].profile)
