"""What was read of a list, kept in a temporary file until all of it is known to be good: in order, each number once."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from typing import Any


class Spool:
    """A file of rows that forgets itself; SQLite's temporary database, which lies on disk where it grows."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA journal_mode=OFF")
        self._base.execute("PRAGMA cache_size=-2000")
        self._base.execute("CREATE TABLE row (no TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
        self._base.execute("CREATE TABLE line (line INTEGER PRIMARY KEY, held BLOB)")
        self._base.execute("BEGIN")
        self.count = 0

    def put(self, number: int, no: str, held: Any) -> int:
        """Keep a row under its certificate number; return 0, or the row that has the number already."""
        cursor = self._base.execute("INSERT OR IGNORE INTO row VALUES (?, ?)", (no, number))
        if not cursor.rowcount:
            return int(self._base.execute("SELECT line FROM row WHERE no = ?", (no,)).fetchone()[0])
        self._base.execute("INSERT INTO line VALUES (?, ?)", (number, pickle.dumps(held)))
        self.count += 1
        return 0

    def chunks(self, size: int) -> Iterator[list[tuple[int, Any]]]:
        """Yield the rows in order, so many at a time. They were written by this process into its own file."""
        last = -1
        while True:
            found = self._base.execute(
                "SELECT line, held FROM line WHERE line > ? ORDER BY line LIMIT ?", (last, size)
            ).fetchall()
            if not found:
                return
            last = found[-1][0]
            yield [(line, pickle.loads(held)) for line, held in found]  # noqa: S301 - our own file, just written

    def close(self) -> None:
        """Drop the file."""
        self._base.close()
