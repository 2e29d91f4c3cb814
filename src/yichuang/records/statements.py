"""Statements written once and run on Django's own connection (语句): the few that every act needs.

The text carries `$1, $2 …` on PostgreSQL and `?1, ?2 …` on SQLite; see `sign`. Execute wrappers and the query log see
every statement, as with Django's own cursors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
    return _seen(connection, _sqlite if connection.vendor == SQLITE else _postgres, text, values)


class Turn(NamedTuple):
    """Two statements that stand or fall together. After `last` nothing may follow."""

    first: Execute
    last: Execute


@contextmanager
def turn() -> Iterator[Turn]:
    """Open a transaction of two statements. Inside somebody's transaction: a savepoint."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    if connection.vendor == SQLITE or not connection.connection.autocommit:
        with transaction.atomic():
            yield Turn(run, run)
        return
    taken = _prepared().Turn(connection.connection)
    try:
        yield Turn(
            lambda text, values: _seen(connection, lambda _, *asked: taken.first(*asked), text, values),
            lambda text, values: _seen(connection, lambda _, *asked: taken.last(*asked), text, values),
        )
    except BaseException:
        try:
            taken.abandon()
        except Exception:  # the session is broken: the server undoes the rest by itself
            connection.close()
        raise


def _seen(connection: Any, execute: Callable[..., Any], text: str, values: Values) -> Answer:
    """Execute; let wrappers and the query log see it."""
    if not (connection.execute_wrappers or connection.queries_logged):
        try:
            return Answer(*execute(connection, text, values))
        except connection.Database.Error:
            with connection.wrap_database_errors:
                raise
    found: list[Answer] = []

    def innermost(sql: str, params: Any, many: bool, context: Any) -> Answer:
        with connection.wrap_database_errors:
            found.append(Answer(*execute(connection, sql, params)))
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
