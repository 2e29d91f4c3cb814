"""The numbers of a period as a workbook (统计表): figures, breakdowns, every day, and the definitions.

Numbers are numbers, rounded as on the page, with the format of their unit; days are days; keys never show.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from yichuang.law.book import book as law
from yichuang.records.org.directory import Directory
from yichuang.records.statistics.board import AXES, Board, Line, board, breakdown, trend
from yichuang.rules.statistics.computing import digits_of, rounded, value
from yichuang.rules.statistics.periods import Period
from yichuang.rules.statistics.registry import COLUMNS, FIGURES, GROUPS, title_of
from yichuang.rules.statistics.shapes import Figure, Way

_DAILY = ("received", "accepted", "closed", "overdue")
_A4, _LONG = 9, ("quarter", "year")  # paper; periods told by month
_SIGN: Mapping[Way, str] = {Way.SHARE: "{} ÷ {}", Way.MEAN: "{} ÷ {}", Way.SAVED: "1 − {} ÷ {}", Way.NONE: "{}为零"}
Cell = tuple[int, int]
Formats = Mapping[str, Any]


def workbook(regions: Collection[str], period: Period, here: Directory, axes: Sequence[str], title: str) -> bytes:
    """Return the workbook; text stays text, so that nothing in a name is ever taken for a formula."""
    import xlsxwriter

    out, told = io.BytesIO(), board(regions, period)
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats = _formats(book)
        _figures(_sheet(book, "指标"), told, f"{title} {period.name}", formats)
        for axis in axes:
            lines = breakdown(regions, period, axis, here)
            _broken(_sheet(book, f"按{AXES[axis]}"), AXES[axis], lines, formats)
        rows = trend(regions, period, _DAILY)
        _days(_sheet(book, "逐月" if period.kind in _LONG else "逐日"), rows, period, formats)
        _definitions(_sheet(book, "口径"), formats)
    return out.getvalue()


def _formats(book: Any) -> Formats:
    """Return the formats by name; numbers by their own: how a figure is shown depends on its unit and digits."""
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"}
    named = {"head": head, "wrap": {"text_wrap": True, "valign": "top"}, "none": {"align": "right"}}
    numbers = ("#,##0", "#,##0.0", "#,##0.00", "0.0%", "0.00%", "yyyy-mm-dd", 'yyyy"年"m"月"')
    made = named | {one: {"num_format": one, "align": "right"} for one in numbers}
    return {name: book.add_format(told) for name, told in made.items()}


def _sheet(book: Any, name: str) -> Any:
    """Return a new sheet that prints on pages as wide as it is."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
    return sheet


def _figures(sheet: Any, told: Board, title: str, formats: Formats) -> None:
    head = formats["head"]
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 6, 14)
    sheet.write_string(0, 0, title, head)
    sheet.write_row(1, 0, ["指标", "本期", "单位", "分子", "分母", "上期", "上年同期"], head)
    sheet.freeze_panes(2, 1)
    row = 2
    for group in told.groups:
        sheet.write_string(row, 0, group.title, head)
        for number in group.numbers:
            row += 1
            sheet.write_string(row, 0, number.figure.title)
            sheet.write_string(row, 2, number.figure.unit)
            for column, parts in ((3, number.over), (4, number.under)):
                if number.under:
                    sheet.write_number(row, column, sum(part.amount for part in parts), formats["#,##0"])
            for column, sums in ((1, told.sums), (5, told.earlier), (6, told.year_ago)):
                _write(sheet, (row, column), number.figure, sums, formats)
        row += 1


def _broken(sheet: Any, title: str, lines: Sequence[Line], formats: Formats) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(COLUMNS), 12)
    sheet.write_row(0, 0, [title, *(_headed(FIGURES[name]) for name in COLUMNS)], formats["head"])
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line.name)
        for column, name in enumerate(COLUMNS, 1):
            _write(sheet, (row, column), FIGURES[name], line.sums, formats)
    sheet.freeze_panes(1, 1)


def _days(sheet: Any, rows: Sequence[tuple[date, tuple[int, ...]]], period: Period, formats: Formats) -> None:
    shape = formats['yyyy"年"m"月"' if period.kind in _LONG else "yyyy-mm-dd"]
    sheet.set_column(0, 0, 14)
    titles = [_headed(FIGURES[name]) for name in _DAILY]
    sheet.write_row(0, 0, ["月份" if period.kind in _LONG else "日期", *titles], formats["head"])
    for row, (on, amounts) in enumerate(rows, 1):
        sheet.write_datetime(row, 0, datetime.combine(on, time()), shape)
        for column, amount in enumerate(amounts, 1):
            sheet.write_number(row, column, amount, formats["#,##0"])
    sheet.freeze_panes(1, 1)


def _definitions(sheet: Any, formats: Formats) -> None:
    for column, width in enumerate((14, 18, 10, 40, 60, 44, 44)):
        sheet.set_column(column, column, width)
    sheet.write_row(0, 0, ["类别", "指标", "单位", "算式", "口径", "转办时如何计", "依据"], formats["head"])
    told = ((title, one) for title, figures in GROUPS.values() for one in figures)
    for row, (title, one) in enumerate(told, 1):
        words = (title, one.title, one.unit, sum_words(one), one.words, one.hands, law().cite(one.basis))
        for column, text in enumerate(words):
            sheet.write_string(row, column, text, formats["wrap"])
    sheet.freeze_panes(1, 2)


def sum_words(figure: Figure) -> str:
    """Return in words what a figure is made of; "" where it is a plain count (算式)."""
    over, under = ("、".join(title_of(name) for name in names) for names in (figure.over, figure.under))
    return _SIGN[figure.way].format(over, under) if figure.way in _SIGN else ""


def _headed(figure: Figure) -> str:
    """Return the heading of a column: with the unit where the numbers do not show it."""
    return figure.title if figure.unit in ("", "%") else f"{figure.title}（{figure.unit}）"


def _write(sheet: Any, cell: Cell, figure: Figure, sums: Mapping[str, int], formats: Formats) -> None:
    found = rounded(figure, value(figure, sums))
    if found is None or isinstance(found, bool):
        sheet.write_string(*cell, "—" if found is None else "是" if found else "否", formats["none"])
        return
    share = figure.unit == "%"
    point = f".{'0' * digits}" if (digits := digits_of(figure)) else ""
    shape = ("0" if share else "#,##0") + point
    sheet.write_number(*cell, float(found / Decimal(100) if share else found), formats[shape + ("%" if share else "")])
