"""How fast statistics are at a million cases: the dashboards, and counting bit by bit.

    python tests/scale/bench_statistics.py                                                             SQLite
    DATABASE_URL=postgresql://… python tests/scale/bench_statistics.py                                 PostgreSQL

Fills an empty database with some real cases that are copied, for counting, and with the roll-up that a large centre
leaves in two years (made inside the database). Prints medians; exit 1 if a dashboard needs 200 ms or more.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "src"), str(Path(__file__).resolve().parent)]
LIMIT_MS, ASKED, DAYS = 200, 7, 500
DEPARTMENTS, WINDOWS, PEOPLE, ITEMS = 30, 40, 120, 300
REGION, LAST = "990192", date(2026, 11, 20)


def main() -> int:
    """Fill, measure, tell."""
    argparse.ArgumentParser(description="Measure statistics at size.").parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["YICHUANG_DATA"] = folder
        from yichuang.faces.terminal.site import ready

        ready()
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        return _measured()


def _measured() -> int:
    from cells import seed
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(connection.vendor)
    counted = _counting()
    print(f"counting from nothing   {counted[0]:8.0f} cases/s")
    print(f"a minute of new events  {counted[1]:8.2f} s for 300 cases")
    begun = perf_counter()
    rows = seed(REGION, LAST - timedelta(days=DAYS * 7 // 5), LAST, _parts())
    print(f"roll-up: {rows} cells, filled in {perf_counter() - begun:.0f} s")
    slow = 0
    for name, ask in _dashboards():
        taken = _median_ms(ask)
        slow += taken >= LIMIT_MS
        print(f"{name:<24}{taken:8.1f} ms")
    return 1 if slow else 0


def _counting() -> tuple[float, float]:
    """Return how many cases a second a count from nothing does, and how long 300 changed cases take."""
    from django.db import connection

    from yichuang.acts.context import Context
    from yichuang.acts.statistics.counting import count_region
    from yichuang.faces.terminal.figures.computing import ZONE
    from yichuang.faces.terminal.figures.lives import load
    from yichuang.faces.terminal.figures.told import sources
    from yichuang.records.cases.models import Case
    from yichuang.records.ledger.models import Entry
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    told = sources()[1]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    count = load(told)
    at = datetime(2026, 12, 30, 9, tzinfo=ZONE)
    begun = perf_counter()
    count_region(told.region, Context(SYSTEM, at, directory()))
    speed = count / (perf_counter() - begun)
    ids = list(Case.objects.filter(region_code=told.region).values_list("id", flat=True)[:300])
    Case.objects.filter(region_code=told.region, id__in=ids).update(decided_on=LAST)
    some = Entry.objects.filter(region_code=told.region, subject_id=ids[0]).first()
    assert some is not None
    rows = [_filed(some, one, number, at) for number, one in enumerate(ids)]
    Entry.objects.bulk_create(rows)
    begun = perf_counter()
    changed = count_region(told.region, Context(SYSTEM, at + timedelta(minutes=1), directory()))
    assert changed > len(ids) * 0.9, changed  # a few were decided on that day anyway
    return speed, perf_counter() - begun


def _filed(like: Any, case_id: UUID, number: int, at: Any) -> Any:
    from copy import copy

    from yichuang.records.ids import new_id

    other = copy(like)
    other.id, other.subject_id, other.seq, other.idem_key, other.recorded_at = new_id(), case_id, 900 + number, None, at
    return other


def _parts() -> dict[str, list[str]]:
    """Return the parts of a large house by axis."""

    def keys(begin: int, number: int) -> list[str]:
        return [UUID(int=begin + one).hex for one in range(number)]

    return {
        "all": [""], "level": ["3", "4", "5"], "department": keys(1000, DEPARTMENTS), "item": keys(2000, ITEMS),
        "window": keys(3000, WINDOWS), "person": keys(4000, PEOPLE),
    }  # fmt: skip


def _dashboards() -> Iterator[tuple[str, Callable[[], object]]]:
    from yichuang.records.org.directory import directory
    from yichuang.records.statistics.board import AXES, board, breakdown, trend
    from yichuang.rules.statistics.periods import TITLES, period_of

    here = directory()
    for kind in TITLES:
        period = period_of(kind, date(2026, 11, 18))
        yield f"board, {kind}", lambda period=period: (board([REGION], period), trend([REGION], period, ("received",)))
    for axis in AXES:
        for kind in ("week", "month", "year"):
            period = period_of(kind, date(2026, 11, 18))
            yield f"by {axis}, {kind}", lambda period=period, axis=axis: breakdown([REGION], period, axis, here)


def _median_ms(ask: Callable[[], object]) -> float:
    taken = []
    for _ in range(ASKED):
        begun = perf_counter()
        ask()
        taken.append((perf_counter() - begun) * 1000)
    return median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
