"""收费汇总: what came in and went back, by department, fee, method and day; on a page and as a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.fees.days import Entry, entries, open_strays, reports

BY: Mapping[str, str] = {"department": "部门", "fee": "收费项目", "method": "缴费方式", "on": "日期"}
_DAYS, _MOST, _FIRST = 31, 366, date(2000, 1, 1)
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sum:
    """One line: came in, went back, what remains, in fen."""

    name: object
    count: int
    came: int
    back: int

    @property
    def net(self) -> int:
        """What remains."""
        return self.came - self.back


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the totals of a period in the grouping asked for, and how the days were reconciled."""
    region, (since, until) = region_of(request), _period(request)
    rows, by = entries(region, since, until), request.GET.get("by", "department")
    by = by if by in BY else "department"
    found = reports(region, since)
    days = sorted({row.on for row in rows} | {on for on in found if on <= until}, reverse=True)
    context = {
        "sums": sums(rows, by),
        "total": total(rows),
        "by": by,
        "title": BY[by],
        "ways": [(key, words, key == by) for key, words in BY.items()],
        "since": since,
        "until": until,
        "days": [(on, total(row for row in rows if row.on == on), found.get(on)) for on in days[:_DAYS]],
        "strays": open_strays(region),
    }
    return render(request, "centre/money/totals.html", frame(request) | context)


@allow(*CENTRE)
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Send the same period as a workbook: one sheet for each grouping, one with every line."""
    since, until = _period(request)
    answer = HttpResponse(workbook(entries(region_of(request), since, until)), content_type=_MIME)
    answer["Content-Disposition"] = f'attachment; filename="fees-{since:%Y%m%d}-{until:%Y%m%d}.xlsx"'
    return answer


def sums(rows: Iterable[Entry], by: str) -> list[Sum]:
    """Return one line for each value of a column."""
    held: dict[object, list[Entry]] = {}
    for row in rows:
        held.setdefault(attrgetter(by)(row), []).append(row)
    return [_sum(name, some) for name, some in sorted(held.items(), key=lambda pair: str(pair[0]))]


def total(rows: Iterable[Entry]) -> Sum:
    """Return the line at the foot."""
    return _sum("合计", list(rows))


def workbook(rows: list[Entry]) -> bytes:
    """Return the workbook; text stays text, so that nothing in a name is ever taken for a formula."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        head, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        for by, title in BY.items():
            page_of = book.add_worksheet(f"按{title}")
            page_of.set_column(0, 4, 18)
            page_of.write_row(0, 0, [title, "笔数", "收入（元）", "退付（元）", "净额（元）"], head)
            for number, line in enumerate([*sums(rows, by), total(rows)], 1):
                page_of.write_string(number, 0, str(line.name))
                page_of.write_number(number, 1, line.count)
                for column, fen in enumerate((line.came, line.back, line.net), 2):
                    page_of.write_number(number, column, fen / 100, money)
        each = book.add_worksheet("明细")
        each.set_column(0, 5, 18)
        each.write_row(0, 0, ["日期", "部门", "收费项目", "缴费方式", "收入（元）", "退付（元）"], head)
        for number, row in enumerate(rows, 1):
            for column, words in enumerate((str(row.on), row.department, row.fee, row.method)):
                each.write_string(number, column, words)
            each.write_number(number, 4, row.came / 100, money)
            each.write_number(number, 5, row.back / 100, money)
    return out.getvalue()


def _sum(name: object, rows: list[Entry]) -> Sum:
    return Sum(name, len(rows), sum(row.came for row in rows), sum(row.back for row in rows))


def _period(request: HttpRequest) -> tuple[date, date]:
    """Return the days asked for; the month up to today where nothing sensible was."""
    until = _day(request.GET.get("until", ""), request.today)
    since = _day(request.GET.get("since", ""), until - timedelta(days=_DAYS - 1))
    return max(min(since, until), until - timedelta(days=_MOST)), until


def _day(told: str, otherwise: date) -> date:
    try:
        found = date.fromisoformat(told)
    except ValueError:
        return otherwise
    return found if found >= _FIRST else otherwise
