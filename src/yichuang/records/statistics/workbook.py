"""The numbers of a period as a workbook (统计表): figures, breakdowns, every day, and the definitions."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from yichuang.records.org.directory import Directory
from yichuang.records.statistics.board import AXES, Board, board, breakdown, trend
from yichuang.rules.statistics.computing import rounded, value
from yichuang.rules.statistics.periods import Period
from yichuang.rules.statistics.registry import COLUMNS, FIGURES, GROUPS
from yichuang.rules.statistics.shapes import Figure, Way

_DAILY = ("received", "accepted", "closed", "overdue")


def workbook(regions: Collection[str], period: Period, here: Directory, axes: Sequence[str], title: str) -> bytes:
    """Return the workbook; text stays text, so that nothing in a name is ever taken for a formula."""
    import xlsxwriter

    out, told = io.BytesIO(), board(regions, period)
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "%": book.add_format({"num_format": "0.0%"}), "%2": book.add_format({"num_format": "0.00%"}),
            "元": book.add_format({"num_format": "#,##0.00"}), "": book.add_format({"num_format": "#,##0.##"}),
        }  # fmt: skip
        _figures(book.add_worksheet("指标"), told, f"{title} {period.name}", formats)
        for axis in axes:
            lines = breakdown(regions, period, axis, here)
            _broken(book.add_worksheet(f"按{AXES[axis]}"), AXES[axis], lines, formats)
        _days(book.add_worksheet("逐日"), trend(regions, period, _DAILY), formats["head"])
        _definitions(book.add_worksheet("口径"), formats["head"])
    return out.getvalue()


def _figures(sheet: Any, told: Board, title: str, formats: Mapping[str, Any]) -> None:
    head = formats["head"]
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 6, 14)
    sheet.write_string(0, 0, title, head)
    sheet.write_row(1, 0, ["指标", "本期", "单位", "分子", "分母", "上期", "上年同期"], head)
    row = 2
    for group in told.groups:
        sheet.write_string(row, 0, group.title, head)
        for number in group.numbers:
            row += 1
            sheet.write_string(row, 0, number.figure.title)
            _write(sheet, (row, 1), number.figure, told.sums, formats)
            sheet.write_string(row, 2, number.figure.unit)
            sheet.write_number(row, 3, sum(part.amount for part in number.over))
            if number.under:
                sheet.write_number(row, 4, sum(part.amount for part in number.under))
            sheet.write_string(row, 5, number.earlier)
            sheet.write_string(row, 6, number.year_ago)
        row += 1


def _broken(sheet: Any, title: str, lines: Sequence[Any], formats: Mapping[str, Any]) -> None:
    head = formats["head"]
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(COLUMNS), 12)
    sheet.write_row(0, 0, [title, *(FIGURES[name].title for name in COLUMNS)], head)
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line.name)
        for column, name in enumerate(COLUMNS, 1):
            _write(sheet, (row, column), FIGURES[name], line.sums, formats)
    sheet.freeze_panes(1, 1)


def _days(sheet: Any, rows: Sequence[Any], head: Any) -> None:
    sheet.set_column(0, 0, 14)
    sheet.write_row(0, 0, ["日期", *(FIGURES[name].title for name in _DAILY)], head)
    for row, (on, amounts) in enumerate(rows, 1):
        sheet.write_string(row, 0, on.isoformat())
        for column, amount in enumerate(amounts, 1):
            sheet.write_number(row, column, amount)


def _definitions(sheet: Any, head: Any) -> None:
    sheet.set_column(0, 1, 16)
    sheet.set_column(2, 3, 70)
    sheet.write_row(0, 0, ["类别", "指标", "口径", "转办时如何计", "依据"], head)
    row = 0
    for title, figures in GROUPS.values():
        for one in figures:
            row += 1
            for column, words in enumerate((title, one.title, one.words, one.hands, one.basis)):
                sheet.write_string(row, column, words)


def _write(
    sheet: Any, cell: tuple[int, int], figure: Figure, sums: Mapping[str, int], formats: Mapping[str, Any]
) -> None:
    found = rounded(figure, value(figure, sums))
    if found is None or isinstance(found, bool):
        sheet.write_string(*cell, "—" if found is None else "是" if found else "否")
    elif figure.unit == "%":
        sheet.write_number(*cell, float(found) / 100, formats["%2" if figure.digits == 2 else "%"])
    else:
        sheet.write_number(*cell, float(found), formats["元" if figure.way is Way.MONEY else ""])
