"""The demonstration shows every light, state, outcome and stage in at least three cases (每种至少三件)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
NOT_SHOWN: dict[str, str] = {}  # a member without cases: why not


@pytest.fixture(scope="module")
def opened(filled: Path, django_db_blocker: Any) -> Iterator[None]:
    """Open the filled database beside the one of the tests."""
    told = connections.databases["default"] | {
        "ENGINE": "django.db.backends.sqlite3", "NAME": filled / "yichuang.sqlite3", "OPTIONS": {},
    }  # fmt: skip
    connections.databases[FILLED] = told
    with django_db_blocker.unblock():
        yield
        connections[FILLED].close()
    del connections[FILLED], connections.databases[FILLED]


def few(members: Iterable[str], counts: dict[str, int]) -> dict[str, int]:
    """Return the members that fewer cases show than they should."""
    return {one: counts.get(one, 0) for one in members if one not in NOT_SHOWN and counts.get(one, 0) < LEAST}


def tally(column: str) -> dict[str, int]:
    """Return how many cases have each value of a column."""
    values = list(Case.objects.using(FILLED).values_list(column, flat=True))
    return {value: values.count(value) for value in set(values)}


def test_every_light(opened: None) -> None:
    today = clock.today()
    counts = {one.value: Case.objects.using(FILLED).filter(lit(one.value, today)).count() for one in Light}
    assert few((one.value for one in Light), counts) == {}


def test_every_state(opened: None) -> None:
    assert few(CaseState.values, tally("state")) == {}


def test_every_outcome(opened: None) -> None:
    assert few(CaseOutcome.values, tally("outcome")) == {}


def test_every_stage(opened: None) -> None:
    rows = Stage.objects.using(FILLED).values_list("kind", "case_id").distinct()
    kinds = [kind for kind, _ in rows]
    assert few(StageKind.values, {kind: kinds.count(kind) for kind in set(kinds)}) == {}
