"""The product's own statements as a pgbench script: what the database could do if the application cost nothing.

One life is listened to; its values stand in the script as they were, but ids, keys and numbers are new for each case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from django.db import connection

from yichuang.faces.terminal.bench.acts_life import Life

_ID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
_MARK = re.compile(r"\$(\d+)(::varchar)?")
_TIME = "lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')"


class Statement(NamedTuple):
    """What was sent."""

    text: str
    values: tuple[Any, ...]


def listen(life: Life) -> list[Statement]:
    """Let one case live and return the statements of its acts."""
    heard: list[Statement] = []

    def listening(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if params and "$1" in sql:
            heard.append(Statement(sql, tuple(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listening):
        life.live()
    return heard


def script(heard: list[Statement], known: set[str]) -> str:
    """Return the script. `known` are the ids that stay the same: people, departments, the item, the applicant."""
    names = _names(heard, known)
    return "\n".join([_fresh(names), *_lines(heard, names)]) + "\n"


def _names(heard: list[Statement], known: set[str]) -> dict[str, str]:
    """Return a variable for each value that must differ from case to case; ids without their dashes."""
    values = {value for statement in heard for value in statement.values if isinstance(value, str)}
    ids = {value.replace("-", "") for value in values if _ID.fullmatch(value)} - known
    numbers = [value for value in values if value.startswith("BM-") or ("〔" in value and len(value) < 40)]
    return {value: f"id{n}" for n, value in enumerate(sorted(ids))} | {value: _number(value) for value in numbers}


def _number(value: str) -> str:
    """Return the variable of a number; the slip of delivery has the case number and more."""
    return "no_and_more" if value.count("-") > 2 else "no"


def _fresh(names: dict[str, str]) -> str:
    """Return the statement that makes new ids, in the order of time, and a new number."""
    ids = [name for name in names.values() if name.startswith("id")]
    one = "left(t, 8) || '-' || right(t, 4) || '-7' || substr(gen_random_uuid()::text, 16)"
    number = "'P' || substr(t || replace(gen_random_uuid()::text, '-', ''), 1, 19)"
    columns = ", ".join(f"{one} AS {name}" for name in ids)
    source = f"(SELECT {_TIME} AS t) AS a, LATERAL (SELECT {number} AS no) AS b"
    return f"SELECT {columns}, no, no || '-7' AS no_and_more FROM {source} \\gset"  # noqa: S608 - constants


def _lines(heard: list[Statement], names: dict[str, str]) -> Iterator[str]:
    drawn = False
    for statement in heard:
        draws = "INTO ledger_counter" in statement.text
        if draws:
            yield "BEGIN;"
        yield _MARK.sub(partial(_told, statement.values, names), statement.text) + ";"
        if drawn:
            yield "COMMIT;"
        drawn = draws


def _told(values: tuple[Any, ...], names: dict[str, str], mark: re.Match[str]) -> str:
    value, cast = values[int(mark[1]) - 1], mark[2] or ""
    if value is None:
        return f"NULL{cast}"
    name = names.get(value) or names.get(value.replace("-", ""))
    if not name:
        return _literal(value) + cast
    short = cast and _ID.fullmatch(value) and "-" not in value
    return f"replace(:{name}, '-', ''){cast}" if short else f":{name}{cast}"


def _literal(text: str) -> str:
    """Return a constant without anything that pgbench would take for a variable."""
    quoted = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a").replace("\n", "\\n")
    return f"E'{quoted}'"
