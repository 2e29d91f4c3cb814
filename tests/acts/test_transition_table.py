"""The table of transitions is what the acts really consult: without any one row, some lawful life breaks."""

import pytest

from tests.acts.city import City
from tests.acts.walks import WALKS
from yichuang.rules import transitions
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ROWS = transitions.TABLE


def walk_all(city: City) -> None:
    for walk in WALKS:
        walk(city)


def test_all_walks_work(city: City) -> None:
    walk_all(city)


@pytest.mark.parametrize("gone", range(len(ROWS)), ids=[f"{row.verb}-{row.target}" for row in ROWS])
def test_without_a_row(city: City, gone: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transitions, "TABLE", ROWS[:gone] + ROWS[gone + 1 :])
    with pytest.raises((Refused, LookupError)):
        walk_all(city)


def test_no_row_is_without_an_article() -> None:
    assert all(row.basis and row.words for row in ROWS)
