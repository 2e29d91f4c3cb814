"""Prepared statements on a psycopg session, through libpq: a cursor costs four times what such a statement does.

Each text is prepared once per session under a name of ours. psycopg drops all names of a session after a rollback;
so inside its transactions its own cursor is used, and outside a forgotten name is simply prepared again.
"""

from __future__ import annotations

import select
from collections.abc import Sequence
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import RawCursor
from psycopg.adapt import Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.pq import ExecStatus

Found = tuple[list[tuple[Any, ...]], int]
Values = Sequence[str | None]

_MOST = 500
_NUMBER = count()
_TUPLES, _DONE, _SYNCED = ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, ExecStatus.PIPELINE_SYNC


class _Memory:
    """What a session has prepared, and how it reads rows."""

    __slots__ = ("names", "reader")

    def __init__(self, session: Any) -> None:
        self.names: dict[str, bytes] = {}
        self.reader = Transformer(session)


_MEMORIES: WeakKeyDictionary[Any, _Memory] = WeakKeyDictionary()


def execute(session: Any, text: str, values: Values) -> Found:
    """Run a statement that stands for itself on a session in autocommit mode."""
    memory, server, params = _memory(session), session.pgconn, _params(values)
    try:
        return _found(memory, server.exec_prepared(_name(memory, server, text), params))
    except InvalidSqlStatementName:
        memory.names.clear()
        return _found(memory, server.exec_prepared(_name(memory, server, text), params))


def execute_in_block(session: Any, text: str, values: Values) -> Found:
    """Run a statement inside a transaction that psycopg looks after."""
    with RawCursor(session) as cursor:
        cursor.execute(text.encode(), values, prepare=True)
        return (cursor.fetchall() if cursor.description else []), cursor.rowcount


class Turn:
    """A transaction of two statements in two round trips: the server opens it by itself, and ends it at the sync."""

    def __init__(self, session: Any) -> None:
        self._memory, self._server = _memory(session), session.pgconn
        self._prepared: list[str] = []
        self._ending = False

    def first(self, text: str, values: Values) -> Found:
        """Run the first statement; what it locked stays locked."""
        try:
            return self._first(text, values)
        except InvalidSqlStatementName:
            self.abandon()
            self._memory.names.clear()
            return self._first(text, values)

    def _first(self, text: str, values: Values) -> Found:
        self._server.enter_pipeline_mode()
        sent = self._send(text, values)
        self._server.send_flush_request()
        return self._answers(sent)

    def last(self, text: str, values: Values) -> Found:
        """Run the last statement and commit: what is deferred is judged here, too."""
        sent = self._send(text, values)
        self._server.pipeline_sync()
        self._ending = True
        found = self._answers(sent)
        end = self._result()
        if end.status != _SYNCED:
            raise error_from_result(end)
        self._server.exit_pipeline_mode()
        return found

    def abandon(self) -> None:
        """Undo what was not committed. Raises when the session is broken."""
        server = self._server
        for text in self._prepared:  # perhaps it was not
            self._memory.names.pop(text, None)
        if not server.pipeline_status:
            return
        if not self._ending:
            server.send_query_params(b"ROLLBACK", None)
            server.pipeline_sync()
        self._ending = False
        self._flush()
        while (result := self._result()) is None or result.status != _SYNCED:
            pass
        server.exit_pipeline_mode()

    def _send(self, text: str, values: Values) -> int:
        """Send the statement, before it how to prepare it if need be; return how many answers will come."""
        names, new = self._memory.names, text not in self._memory.names
        if new:
            names[text] = b"yc_%d" % next(_NUMBER)
            self._prepared.append(text)
            self._server.send_prepare(names[text], text.encode())
        self._server.send_query_prepared(names[text], _params(values))
        return 1 + new

    def _answers(self, how_many: int) -> Found:
        """Return what the last of so many commands found. Raises the first error."""
        found: Found = ([], 0)
        self._flush()
        for _ in range(how_many):
            found = _found(self._memory, self._result())
            self._result()  # every command ends with nothing
        return found

    def _flush(self) -> None:
        """Send what the program still holds."""
        server = self._server
        while server.flush():
            _wait(server.socket, select.POLLIN | select.POLLOUT)
            server.consume_input()

    def _result(self) -> Any:
        """Return the next result of what was sent; other threads work while we wait."""
        server = self._server
        while server.is_busy():
            _wait(server.socket, select.POLLIN)
            server.consume_input()
        return server.get_result()


def _wait(socket: int, events: int) -> None:
    poll = select.poll()
    poll.register(socket, events)
    poll.poll()


def _memory(session: Any) -> _Memory:
    memory = _MEMORIES.get(session)
    if memory is None:
        memory = _MEMORIES[session] = _Memory(session)
    while len(memory.names) > _MOST:
        session.pgconn.exec_(b"DEALLOCATE " + memory.names.pop(next(iter(memory.names))))
    return memory


def _params(values: Values) -> list[bytes | None]:
    return [None if value is None else value.encode() for value in values]


def _name(memory: _Memory, server: Any, text: str) -> bytes:
    """Return the name under which the session knows the text; prepare it first."""
    name = memory.names.get(text)
    if name is None:
        name = b"yc_%d" % next(_NUMBER)
        _found(memory, server.prepare(name, text.encode()))
        memory.names[text] = name
    return name


def _found(memory: _Memory, result: Any) -> Found:
    if result.status == _TUPLES:
        memory.reader.set_pgresult(result)
        rows: list[tuple[Any, ...]] = memory.reader.load_rows(0, result.ntuples, tuple)
        return rows, len(rows)
    if result.status == _DONE:
        return [], result.command_tuples or 0
    raise error_from_result(result)
