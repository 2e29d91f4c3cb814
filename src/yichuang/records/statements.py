"""Statements written once and run on Django's own connection (语句): the few that every act needs.

The text carries `$1, $2 …` on PostgreSQL and `?1, ?2 …` on SQLite; see `sign`. Execute wrappers and the query log see
every statement, as with Django's own cursors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from importlib import import_module
from time import monotonic
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections, transaction

SQLITE = "sqlite"


class Answer(NamedTuple):
    """The rows a statement returned, and how many rows it touched."""

    rows: list[tuple[Any, ...]]
    touched: int


Values = Sequence[Any]
Execute = Callable[[str, Values], Answer]


@cache
def vendor() -> str:
    """Return which database this process works with."""
    return connections[DEFAULT_DB_ALIAS].vendor


def sign() -> str:
    """Return what stands before the number of a value."""
    return "?" if vendor() == SQLITE else "$"


def in_block() -> bool:
    """Say whether somebody has opened a transaction."""
    return connections[DEFAULT_DB_ALIAS].in_atomic_block


def run(text: str, values: Values) -> Answer:
    """Run one statement. On PostgreSQL the values are texts or None; the text casts them."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.connection is None:
        connection.ensure_connection()
    return _seen(connection, partial(_sqlite if connection.vendor == SQLITE else _postgres, connection), text, values)


class Turn(NamedTuple):
    """Two statements that stand or fall together. After `last` nothing may follow."""

    first: Execute
    last: Execute


class _Taken:
    """A turn on PostgreSQL, in a session that is in autocommit mode."""

    __slots__ = ("_connection", "_taken")

    def __init__(self, connection: Any) -> None:
        self._connection, self._taken = connection, _prepared().Turn(connection.connection)

    def __enter__(self) -> Turn:
        return Turn(self._first, self._last)

    def _first(self, text: str, values: Values) -> Answer:
        return _seen(self._connection, self._taken.first, text, values)

    def _last(self, text: str, values: Values) -> Answer:
        return _seen(self._connection, self._taken.last, text, values)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            return
        try:
            self._taken.abandon()
        except Exception:  # the session is broken: the server undoes the rest by itself
            self._connection.close()


@contextmanager
def _saved() -> Iterator[Turn]:
    with transaction.atomic():
        yield Turn(run, run)


def turn() -> AbstractContextManager[Turn]:
    """Open a transaction of two statements. Inside somebody's transaction: a savepoint."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    if connection.vendor == SQLITE or not connection.connection.autocommit:
        return _saved()
    return _Taken(connection)


def _seen(connection: Any, execute: Callable[..., Any], text: str, values: Values) -> Answer:
    """Execute; let wrappers and the query log see it."""
    if not (connection.execute_wrappers or connection.queries_logged):
        try:
            return Answer(*execute(text, values))
        except connection.Database.Error:
            with connection.wrap_database_errors:
                raise
    found: list[Answer] = []

    def innermost(sql: str, params: Any, many: bool, context: Any) -> Answer:
        with connection.wrap_database_errors:
            found.append(Answer(*execute(sql, params)))
        return found[-1]

    chain: Callable[..., Any] = innermost
    for wrapper in reversed(connection.execute_wrappers):
        chain = partial(wrapper, chain)
    started = monotonic()
    try:
        chain(text, values, False, {"connection": connection, "cursor": None})
        return found[-1]
    finally:
        if connection.queries_logged:
            connection.queries_log.append({"sql": text, "time": f"{monotonic() - started:.3f}"})


def _sqlite(connection: Any, text: str, values: Values) -> Any:
    cursor = connection.connection.execute(text, values)
    return cursor.fetchall(), cursor.rowcount


def _postgres(connection: Any, text: str, values: Values) -> Any:
    if connection.connection.autocommit:
        return _prepared().execute(connection.connection, text, values)
    connection.validate_no_broken_transaction()
    return _prepared().execute_in_block(connection.connection, text, values)


@cache
def _prepared() -> Any:
    """Return the module for PostgreSQL: where there is only SQLite, its library may be missing."""
    return import_module("yichuang.records.prepared")
