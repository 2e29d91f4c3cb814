"""The table of transitions is what the acts really consult: without any one row, some lawful life breaks.

Each life is walked in a city of its own and undone. All work while the table is whole; without a row those are walked
first that came by its verb, so that most rows need a single life.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from django.db import transaction

from tests.acts.city import City, build_city
from tests.acts.walks import WALKS
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import forget
from yichuang.rules import transitions
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ROWS = transitions.TABLE
Walk = Callable[[City], object]


@contextmanager
def alone(walk: Walk) -> Iterator[None]:
    """Walk in a fresh city; what happened there is undone afterwards."""
    with transaction.atomic():
        walk(build_city())
        yield
        transaction.set_rollback(True)
    forget()


def walk_all(walks: list[Walk]) -> None:
    """Walk one after the other, each alone."""
    for walk in walks:
        with alone(walk):
            pass


@cache
def verbs_of_the_walks() -> dict[Walk, frozenset[str]]:
    """What happens in each life while the table is whole."""
    found = {}
    for walk in WALKS:
        with alone(walk):
            found[walk] = frozenset(Entry.objects.values_list("verb", flat=True))
    return found


@pytest.fixture
def verbs(db: None) -> dict[Walk, frozenset[str]]:
    """What happens in each life: asked for before a row goes."""
    return verbs_of_the_walks()


def test_all_walks_work(city: City) -> None:
    for walk in WALKS:
        walk(city)


@pytest.mark.sqlite  # the table is asked before the database; that all walks work is seen on both
@pytest.mark.parametrize("gone", range(len(ROWS)), ids=[f"{row.verb}-{row.target}" for row in ROWS])
def test_without_a_row(gone: int, verbs: dict[Walk, frozenset[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions, "TABLE", ROWS[:gone] + ROWS[gone + 1 :])
    with pytest.raises((Refused, LookupError)):
        walk_all(sorted(WALKS, key=lambda walk: ROWS[gone].verb not in verbs[walk]))


def test_no_row_is_without_an_article() -> None:
    assert all(row.basis and row.words for row in ROWS)
