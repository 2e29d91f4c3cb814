"""Prepared statements on a psycopg session, through libpq: a cursor costs four times what such a statement does.

Each text is prepared once per session under a name of ours. psycopg drops all names of a session after a rollback;
so inside its transactions its own cursor is used, and outside a forgotten name is simply prepared again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import RawCursor
from psycopg.adapt import Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.pq import ExecStatus, TransactionStatus

Found = tuple[list[tuple[Any, ...]], int]

_NAMES: WeakKeyDictionary[Any, dict[str, bytes]] = WeakKeyDictionary()
_MOST = 500
_NUMBER = count()
_TUPLES, _DONE, _IDLE = ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, TransactionStatus.IDLE


def execute(session: Any, text: str, values: Sequence[str | None]) -> Found:
    """Run a statement on a session in autocommit mode (BEGIN and COMMIT are statements there)."""
    if not values:
        return _found(session, session.pgconn.exec_(text.encode()))
    params = [None if value is None else value.encode() for value in values]
    try:
        return _found(session, session.pgconn.exec_prepared(_name(session, text), params))
    except InvalidSqlStatementName:
        _NAMES.pop(session, None)
        if session.pgconn.transaction_status != _IDLE:
            raise
        return _found(session, session.pgconn.exec_prepared(_name(session, text), params))


def execute_in_block(session: Any, text: str, values: Sequence[str | None]) -> Found:
    """Run a statement inside a transaction that psycopg looks after."""
    with RawCursor(session) as cursor:
        cursor.execute(text.encode(), values or None, prepare=bool(values))
        return (cursor.fetchall() if cursor.description else []), cursor.rowcount


def _name(session: Any, text: str) -> bytes:
    """Return the name under which the session knows the text; prepare it first."""
    names = _NAMES.get(session)
    if names is None:
        names = _NAMES[session] = {}
    name = names.get(text)
    if name is None:
        if len(names) >= _MOST:
            _found(session, session.pgconn.exec_(b"DEALLOCATE " + names.pop(next(iter(names)))))
        name = b"yc_%d" % next(_NUMBER)
        _found(session, session.pgconn.prepare(name, text.encode()))
        names[text] = name
    return name


def _found(session: Any, result: Any) -> Found:
    if result.status == _TUPLES:
        reader = Transformer(session)
        reader.set_pgresult(result)
        rows: list[tuple[Any, ...]] = reader.load_rows(0, result.ntuples, tuple)
        return rows, len(rows)
    if result.status == _DONE:
        return [], result.command_tuples or 0
    raise error_from_result(result)
