"""The PostgreSQL server of a run: the one given, else an embedded one that waits for the disk; two databases on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from yichuang.faces.terminal.testing.engines import CannotRun, embedded_postgres

_DURABLE = ("fsync", "synchronous_commit", "full_page_writes")


@dataclass(frozen=True, slots=True)
class Server:
    """Where the two databases are, and what server it is."""

    version: str
    limit: str
    own: str


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Give a server with two fresh databases; drop them at the end. Raises CannotRun."""
    with _given(folder) as url:
        version = _durable(url)
        names = [f"yichuang_bench_{kind}_{os.getpid()}" for kind in ("limit", "own")]
        _each(url, *(f'CREATE DATABASE "{name}"' for name in names))
        try:
            yield Server(version, *(_at(url, name) for name in names))
        finally:
            _each(url, *(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)' for name in names))


def connect(url: str) -> Any:
    """Return a connection in autocommit mode."""
    import psycopg

    return psycopg.connect(url, autocommit=True)


@contextmanager
def _given(folder: Path) -> Iterator[str]:
    given = os.environ.get("YICHUANG_TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder.mkdir()
    with embedded_postgres(folder) as url:
        _each(url, "ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()")
        yield url


def _durable(url: str) -> str:
    """Return the server's version. Raises CannotRun when an answered commit might be lost."""
    with connect(url) as session:
        for name in _DURABLE:
            if session.execute(f"SHOW {name}").fetchone()[0] == "off":
                raise CannotRun(f"数据库设置 {name}=off，测得的数不能作数", f"ALTER SYSTEM SET {name} = on")
        return str(session.execute("SHOW server_version").fetchone()[0])


def _each(url: str, *statements: str) -> None:
    with connect(url) as session:
        for statement in statements:
            session.execute(statement)


def _at(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
