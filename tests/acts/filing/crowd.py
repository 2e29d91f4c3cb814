"""Many people at once: threads with a database session each, let go at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connections

PATIENCE = 60
COPY: list[str] = []  # where the others find SQLite's database, which otherwise lives in the memory of one session


def _own_session() -> None:
    if COPY:
        mine = connections["default"]
        connections["default"] = type(mine)({**mine.settings_dict, "NAME": COPY[0]}, "default")
    connections["default"].ensure_connection()


def crowd(how_many: int, job: Callable[[int], Any]) -> list[Any]:
    """Run the job so many times at once; return what each returned or raised, in order."""
    found: list[Any] = [None] * how_many
    gate = Barrier(how_many)

    def one(number: int) -> None:
        try:
            _own_session()
            gate.wait(PATIENCE)
            found[number] = job(number)
        except Exception as fault:
            found[number] = fault
        finally:
            connections["default"].close()

    threads = [Thread(target=one, args=[number]) for number in range(how_many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return found


def elsewhere(job: Callable[[], Any]) -> Any:
    """Run the job in a session of its own; raise what it raised."""
    found = crowd(1, lambda _: job())[0]
    if isinstance(found, Exception):
        raise found
    return found
