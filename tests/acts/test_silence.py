"""视为受理: the sweep records what silence did, and looks at nothing where silence does nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.lives import submitted
from yichuang.acts.sweep import sweep
from yichuang.records.cases.models import Case

pytestmark = pytest.mark.django_db
REGION, LATE = "990100", date(2026, 4, 20)


@pytest.fixture(autouse=True)
def _papers_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yichuang.acts.sweep.make_missing", lambda *_: type("Made", (), {"count": 0, "faults": []})())


def test_it_works(city: City) -> None:
    no = submitted(city)
    swept = sweep(city.ctx("system", LATE).at)
    assert (swept.deemed, swept.left) == (1, [])
    assert Case.objects.get(region_code=REGION, no=no).state == "accepted"


def test_where_silence_accepts_nothing_the_others_have_their_turn(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = submitted(city), submitted(city)
    case = Case.objects.get(region_code=REGION, no=first)
    Case.objects.filter(region_code=REGION, no=first).update(terms=case.terms | {"deemed": 0})
    monkeypatch.setattr("yichuang.acts.sweep.BATCH", 1)
    swept = sweep(city.ctx("system", LATE).at)
    assert (swept.deemed, swept.left) == (1, [])
    states = [Case.objects.get(region_code=REGION, no=no).state for no in (first, second)]
    assert states == ["received", "accepted"]
