"""Numbers (编号) come from counter rows, drawn in the transaction that uses them: no gaps, no doubles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from yichuang.records.ids import new_id
from yichuang.records.statements import SQLITE, Execute, sign, vendor


@cache
def _statement(how_many: int) -> str:
    mark, cast = sign(), "" if vendor() == SQLITE else "::uuid"
    rows = ", ".join(f"({mark}{2 * n + 2}{cast}, {mark}1, {mark}{2 * n + 3}, 1)" for n in range(how_many))
    return (
        f"INSERT INTO ledger_counter (id, region_code, name, value) VALUES {rows} "
        "ON CONFLICT (region_code, name) DO UPDATE SET value = ledger_counter.value + 1 RETURNING name, value"
    )


def draw(run: Execute, region_code: str, names: Sequence[str]) -> dict[str, int]:
    """Draw the next value of each counter in one statement.

    The names come sorted: the rows are locked in that order, so that two filings never wait for each other.
    """
    values = [region_code]
    for name in names:
        values += [new_id().hex, name]
    return dict(run(_statement(len(names)), values).rows)
