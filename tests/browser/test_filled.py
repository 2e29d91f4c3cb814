"""The demonstration shows every light, state, outcome and stage in at least three cases (每种至少三件)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from yichuang.faces.common import clock
from yichuang.records.cases.models import Case, CaseOutcome, CaseState, Stage, StageKind
from yichuang.records.cases.worklist import lit
from yichuang.rules.lights import Light

pytestmark = pytest.mark.browser
LEAST, FILLED = 3, "filled"
Read = Callable[[Callable[[], dict[str, int]]], dict[str, int]]
NOT_SHOWN: dict[str, str] = {}  # a member without cases: why not


@pytest.fixture(scope="module")
def opened(filled: Path, django_db_blocker: Any) -> Iterator[Read]:
    """Open the filled database beside the one of the tests, in a thread of its own: in ours a browser's loop runs."""
    told = connections.databases["default"] | {
        "ENGINE": "django.db.backends.sqlite3", "NAME": filled / "yichuang.sqlite3", "OPTIONS": {},
    }  # fmt: skip
    connections.databases[FILLED] = told
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as beside:
        yield lambda read: beside.submit(read).result()
        beside.submit(lambda: connections[FILLED].close()).result()
    del connections.databases[FILLED]


def few(members: Iterable[str], counts: dict[str, int]) -> dict[str, int]:
    """Return the members that fewer cases show than they should."""
    return {one: counts.get(one, 0) for one in members if one not in NOT_SHOWN and counts.get(one, 0) < LEAST}


def tally(column: str) -> dict[str, int]:
    """Return how many cases have each value of a column."""
    values = list(Case.objects.using(FILLED).values_list(column, flat=True))
    return {value: values.count(value) for value in set(values)}


def lights() -> dict[str, int]:
    """Return how many cases show each light today."""
    today = clock.today()
    return {one.value: Case.objects.using(FILLED).filter(lit(one.value, today)).count() for one in Light}


def stages() -> dict[str, int]:
    """Return how many cases have or had each kind of stage."""
    kinds = [kind for kind, _ in Stage.objects.using(FILLED).values_list("kind", "case_id").distinct()]
    return {kind: kinds.count(kind) for kind in set(kinds)}


def test_every_light(opened: Read) -> None:
    assert few((one.value for one in Light), opened(lights)) == {}


def test_every_state(opened: Read) -> None:
    assert few(CaseState.values, opened(lambda: tally("state"))) == {}


def test_every_outcome(opened: Read) -> None:
    assert few(CaseOutcome.values, opened(lambda: tally("outcome"))) == {}


def test_every_stage(opened: Read) -> None:
    assert few(StageKind.values, opened(stages)) == {}
