"""How fast every dashboard is at a million cases, as whole pages, and how fast supervision looks at cases.

    DATABASE_URL=postgresql://…/empty python tests/scale/bench_dashboards.py [--cases 1000000] [--histories 800]

Fills an empty PostgreSQL database with the demonstration centre, copies its cases inside the database, and asks for
each page as the manager. Prints median and best of some requests; exit 1 if the best of a dashboard needs 200 ms or
more. `--filled` measures a database that was filled before; `--anew` lets supervision begin from nothing, alerts and
all, as `./yc sweep --recheck --hands N` does (with `--histories` as many as there are copies: 100000 is always enough).
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "src"), str(Path(__file__).resolve().parent)]
REGION, LIMIT_MS, ASKED, DAYS = "990100", 200, 7, 730
_RUNNING_SHARE = 0.03
BOARDS = (
    *(f"/centre/statistics/?kind={kind}" for kind in ("day", "week", "month", "quarter", "year")),
    *(f"/centre/statistics/?kind=year&by={axis}" for axis in ("department", "window", "person", "item", "level")),
    "/centre/now/", "/supervision/", "/supervision/alerts/", "/centre/map/", "/centre/map/?months=0",
    "/centre/map/{item}/", "/centre/map/{item}/?months=0",
    *(f"/screens/big/?board={number}" for number in range(1, 6)), "/statistics/",
)  # fmt: skip


def main() -> int:
    """Fill, measure, tell."""
    parser = argparse.ArgumentParser(description="Measure dashboards at size.")
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--histories", type=int, default=800)
    parser.add_argument("--hands", type=int, default=2)
    parser.add_argument("--looked", type=int, default=50_000, help="cases that supervision looks at")
    parser.add_argument("--filled", action="store_true")
    parser.add_argument("--anew", action="store_true")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"YICHUANG_DATA": os.environ.get("YICHUANG_DATA", folder), "YICHUANG_DEMO": "1"}
        from yichuang.faces.terminal.site import ready

        ready()
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        if not wish.filled:
            fill(wish.cases, wish.histories)
        slow = pages()
        supervision(wish.hands, wish.looked)
        if wish.anew:
            from_nothing(wish.hands)
        return 1 if slow else 0


def fill(cases: int, histories: int) -> None:
    """Fill the demonstration centre and copy its cases."""
    from django.core.management import call_command
    from multiplying import multiply, statistics_cells, trail_cells

    from yichuang.faces.common import clock
    from yichuang.faces.terminal.demo.fill import fill as filled
    from yichuang.records.cases.models import Case

    call_command("migrate", verbosity=0)
    begun = perf_counter()
    filled(clock.now())
    here = Case.objects.filter(region_code=REGION)
    ended = here.filter(state="closed").count()
    running = max(int(cases * _RUNNING_SHARE / (here.count() - ended)), 1)
    times = (cases - running * (here.count() - ended)) // ended
    print(f"demonstration {perf_counter() - begun:.0f} s")
    begun = perf_counter()
    print(f"{multiply(REGION, times, running, histories)} cases")
    print(f"{trail_cells(REGION)} cells of trails, {statistics_cells(REGION, DAYS)} of statistics")
    print(f"copied in {perf_counter() - begun:.0f} s")


def pages() -> int:
    """Ask for each page as the manager; return how many are slow."""
    from django.test import Client

    from yichuang.records.catalogue.models import Item
    from yichuang.records.org.models import User
    from yichuang.records.statistics.trails.models import CaseTrail

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="manager"))
    often = CaseTrail.objects.filter(region_code=REGION).values_list("item_id", flat=True).order_by("-ended_on")[:1]
    code, slow = Item.objects.get(id=often[0]).code, 0
    for address in BOARDS:
        times = [_asked(client, address.format(item=code)) for _ in range(ASKED + 1)][1:]
        slow += min(times)[0] >= LIMIT_MS
        wall, used = median(one for one, _ in times), median(one for _, one in times)
        print(f"{address:<44}{wall:8.1f} ms  best {min(times)[0]:8.1f}  CPU here {used:8.1f}")
    return slow


def _asked(client: Any, address: str) -> tuple[float, float]:
    begun, used = perf_counter(), process_time()
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return (perf_counter() - begun) * 1000, (process_time() - used) * 1000


def supervision(hands: int, looked: int) -> None:
    """Look at the cases that have histories from nothing, by one and by many hands, and at a minute of new events."""
    from yichuang.acts.context import Context
    from yichuang.acts.supervision import watching
    from yichuang.faces.common import clock
    from yichuang.records.following.hands import in_order
    from yichuang.records.ledger.models import Entry
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    at = clock.now()
    rows = Entry.objects.filter(region_code=REGION, verb="case.submitted").order_by("subject_id")
    ids = list(rows.values_list("subject_id", flat=True)[:looked])
    cut = [ids[start : start + watching.PAGE] for start in range(0, len(ids), watching.PAGE)]
    from functools import partial

    look, told = partial(watching.found_in, REGION, at), []
    for number in (1, hands):
        begun, used = perf_counter(), _cpu()
        told.append([_mark(found) for _, found in in_order(look, cut, number)])
        taken = perf_counter() - begun
        print(
            f"{number} hands: {len(ids) / taken:8.0f} cases/s, {len(ids) / (_cpu() - used):8.0f} per CPU second of them"
        )
    print(f"the same findings: {told[0] == told[1]}, {sum(count for count, _ in told[0])} of {len(ids)} cases")
    today = Context(SYSTEM, at, directory()).today
    place = watching.place_of_watch(REGION, at, today)
    type(place).objects.filter(region_code=REGION).update(after=None, upto=at, day=today)
    some = ids[:: max(len(ids) // 300, 1)][:300]
    Entry.objects.bulk_create(_again(some, at))
    begun, used = perf_counter(), _cpu()
    watching.watch(REGION, Context(SYSTEM, at + timedelta(seconds=30), directory()))
    taken = f"{perf_counter() - begun:.2f} s, {_cpu() - used:.2f} s of CPU here"
    print(f"a minute of new events in {len(some)} cases: {taken}")


def _mark(found: Any) -> tuple[int, int]:
    """Return what tells findings apart, of a page: to keep those of a million cases would fill the memory."""
    told = ((case, one.rule, one.occasion, one.on, one.ended_on, str(one.evidence)) for case, one in found)
    return len(found), hash(tuple(told))


def from_nothing(hands: int) -> None:
    """Let supervision begin from nothing: no place, no alerts."""
    from django.db import connection

    from yichuang.acts.context import Context
    from yichuang.acts.supervision.watching import watch
    from yichuang.faces.common import clock
    from yichuang.records.cases.models import Case
    from yichuang.records.org.directory import directory
    from yichuang.records.supervision.models import Alert
    from yichuang.rules.officers import SYSTEM

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE supervision_alert CASCADE")
    cases = Case.objects.filter(region_code=REGION).count()
    begun = perf_counter()
    watch(REGION, Context(SYSTEM, clock.now(), directory()), anew=True, hands=hands)
    taken, alerts = perf_counter() - begun, Alert.objects.filter(region_code=REGION).count()
    print(f"from nothing by {hands}: {cases} cases in {taken:.0f} s, {cases / taken:.0f} cases/s, {alerts} alerts")


def _cpu() -> float:
    """Return the CPU seconds of this process and of those that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _again(ids: list[Any], at: Any) -> list[Any]:
    from copy import copy

    from yichuang.records.ids import new_id
    from yichuang.records.ledger.models import Entry

    like = Entry.objects.filter(region_code=REGION, subject_id=ids[0]).latest("seq")
    found = []
    for number, key in enumerate(ids):
        other = copy(like)
        other.id, other.subject_id, other.seq, other.idem_key, other.recorded_at = (
            new_id(),
            key,
            int(at.timestamp()) + number,
            None,
            at,
        )
        other.verb = "case.document_made"
        found.append(other)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
