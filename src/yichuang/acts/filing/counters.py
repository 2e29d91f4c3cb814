"""Numbers (编号) come from counter rows, drawn in the transaction that uses them: no gaps, no doubles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from yichuang.records.ids import new_id
from yichuang.records.statements import SQLITE, Execute, sign, vendor


@cache
def _statement(how_many: int) -> str:
    mark, cast = sign(), "" if vendor() == SQLITE else "::uuid"
    count = "" if vendor() == SQLITE else "::int"
    rows = ", ".join(
        f"({mark}{3 * n + 2}{cast}, {mark}1, {mark}{3 * n + 3}, {mark}{3 * n + 4}{count})" for n in range(how_many)
    )
    return (
        f"INSERT INTO ledger_counter (id, region_code, name, value) VALUES {rows} "
        "ON CONFLICT (region_code, name) DO UPDATE SET value = ledger_counter.value + excluded.value "
        "RETURNING name, value"
    )


def draw(run: Execute, region_code: str, wanted: Mapping[str, int]) -> dict[str, list[int]]:
    """Draw so many next values of each counter in one statement.

    The names come sorted: the rows are locked in that order, so that two filings never wait for each other.
    """
    values = [region_code]
    for name, how_many in wanted.items():
        values += [new_id().hex, name, str(how_many)]
    last = dict(run(_statement(len(wanted)), values).rows)
    return {name: list(range(last[name] - how_many + 1, last[name] + 1)) for name, how_many in wanted.items()}
