"""Tables to save (导出): CSV that spreadsheet programs open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

_BOM = "\ufeff"  # so that spreadsheet programs read it as UTF-8
_FORMULA = ("=", "+", "-", "@")


def saved(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Return rows as a file; words that a spreadsheet would take for a formula are quoted."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write(_BOM)
    sheet = csv.writer(answer)
    sheet.writerow(head)
    sheet.writerows([_plain(cell) for cell in row] for row in rows)
    return answer


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
