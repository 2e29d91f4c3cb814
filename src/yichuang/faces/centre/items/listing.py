"""事项列表 and 压减时限: the items of a region with their versions; which of them promise less than the law allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.items.reading import EDITORS, READERS, ItemRow, rows_of
from yichuang.faces.centre.items.sheet import saved
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.faces.common.labels import term_words
from yichuang.law.book import book
from yichuang.records.catalogue.life import limits_of_item
from yichuang.records.catalogue.models import ItemStatus
from yichuang.rules.catalogue_life.promising import Promises, promises
from yichuang.rules.norms import Term

ONLY: Mapping[str, str] = {"later": "有将来施行的版本", "faulty": "体检有错误", "several": "改过版"}
FAULTS: Mapping[str, str] = {
    "promise_missing": "没有承诺",
    "promise_too_long": "长于法定",
    "promise_over_share": "超过规定比例",
}
_WORDS_MAX = 60


@allow(*READERS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the items with what holds today and what is to come."""
    told = {name: request.GET.get(name, "").strip()[:_WORDS_MAX] for name in ("q", "only", "dept")}
    rows = rows_of(request)
    departments = {row.item.department.slug: row.item.department.short_name for row in rows}
    context: dict[str, Any] = {
        "rows": [row for row in rows if _wanted(row, told)],
        "all": len(rows),
        "told": told,
        "only": list(ONLY.items()),
        "departments": sorted(departments.items(), key=lambda pair: pair[1]),
        "filtered": any(told.values()),
        "may_edit": bool(request.officer.roles() & set(EDITORS)),
        "open": ItemStatus.OPEN,
    }
    return render(request, "centre/items/list.html", frame(request, READERS) | context)


def _wanted(row: ItemRow, told: Mapping[str, str]) -> bool:
    tests = {
        "later": row.later is not None,
        "faulty": row.errors > 0 and row.item.status == ItemStatus.OPEN,
        "several": row.count > 1,
    }
    words = f"{row.item.name} {row.item.short_name} {row.item.code}".lower()
    here = not told["dept"] or row.item.department.slug == told["dept"]
    return here and tests.get(told["only"], True) and told["q"].lower() in words


@allow(*READERS)
@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """Show which items are shortened, the days in sum, and the share of each; as a table to save on demand."""
    region = region_of(request, READERS)
    found = promised(request, [row for row in rows_of(request) if row.now and row.item.status == ItemStatus.OPEN])
    if request.GET.get("format") == "csv":
        head = ("事项", "法定", "承诺", "占法定的比例", "压减", "问题")
        return saved("limits", head, [_cells(row) for row in lines_of(found)])
    centre = request.directory.centres[region]
    share = book().value("promise_share_max", centre.profile, request.today)
    context = {
        "found": found,
        "lines": lines_of(found),
        "share": percent(found.share),
        "most": percent(share.value) if share else "",
        "cited": book().cite(share.basis) if share else "",
    }
    return render(request, "centre/items/limits.html", frame(request, READERS) | context)


def promised(request: HttpRequest, rows: list[ItemRow]) -> Promises:
    """Return what the items promise, by the norms of the centre."""
    profile = request.directory.centres[region_of(request, READERS)].profile
    return promises([limits_of_item(row.now) for row in rows if row.now], book().norms(profile, request.today))


def lines_of(found: Promises) -> list[dict[str, Any]]:
    """Return the rows in words, those with a fault first."""
    rows = sorted(found.rows, key=lambda row: (not row.fault, not row.shortened, row.name))
    return [
        {
            "name": row.name,
            "statutory": term_said(row.statutory),
            "promised": term_said(row.promised),
            "share": percent(row.share),
            "shortened": row.shortened,
            "fault": FAULTS.get(row.fault, row.fault),
        }
        for row in rows
    ]


def _cells(line: Mapping[str, Any]) -> tuple[object, ...]:
    return (line["name"], line["statutory"], line["promised"], line["share"], "是" if line["shortened"] else "否",
            line["fault"])  # fmt: skip


def term_said(term: Term | None) -> str:
    """Return 8 个工作日, 当场办结, or a dash."""
    if term is None:
        return "—"
    return term_words(term.number, term.unit) if term.number else "当场办结"


def percent(share: Any) -> str:
    """Return 48.3%."""
    return "—" if share is None else f"{float(share) * 100:.1f}%".replace(".0%", "%")
