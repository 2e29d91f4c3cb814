"""Trails: bit by bit they are what they are from nothing; cut short or run twice, nothing is doubled or lost."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.acts.city import START, City, on
from tests.acts.lives import promised_life, to_decide, under_review, withdrawn_life
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.statistics import trailing
from yichuang.acts.statistics.trailing import follow_trails
from yichuang.records.cases.models import Case
from yichuang.records.statistics.models import CaseTrail, TrailCell
from yichuang.records.statistics.trails import keeping, queries
from yichuang.records.statistics.trails.queries import Way

pytestmark = pytest.mark.django_db
REGION, LATER, SPAN = "990100", date(2026, 4, 8), (date(2026, 3, 1), date(2026, 3, 1))


class Stopped(Exception):
    """The machine stops here."""


def cells() -> list[tuple[Any, ...]]:
    rows = TrailCell.objects.filter(region_code=REGION)
    return sorted(rows.values_list("item_id", "month", "what", "key", "days", "amount"))


def test_the_trail_of_a_whole_life(city: City) -> None:
    no = promised_life(city)
    follow_trails(REGION, city.ctx("system", LATER))
    found = CaseTrail.objects.get(region_code=REGION)
    assert found.steps == (
        "submitted correction_notified supplemented accepted routed paused resumed extended reviewed verified "
        "decided issued delivered"
    )
    assert found.spent == "w1 a2 w0 w0 k2 s2 w1 k1 w1 w1 k1 a1"
    assert found.limit == 13  # eight promised and five more
    assert Case.objects.get(region_code=REGION, no=no).id == found.id


def test_day_by_day_it_is_what_it_is_from_nothing(city: City) -> None:
    follow_trails(REGION, city.ctx("system", START))
    under_review(city)
    withdrawn_life(city)
    no = to_decide(city)
    for number in range(0, (LATER - START).days + 1, 7):
        follow_trails(REGION, city.ctx("system", START + timedelta(days=number)))
        if number == 7:
            decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 9)))
    follow_trails(REGION, city.ctx("system", LATER))
    step_by_step = cells()
    assert step_by_step
    assert follow_trails(REGION, city.ctx("system", LATER)) == 0
    assert follow_trails(REGION, city.ctx("system", LATER), anew=True) == 3
    assert cells() == step_by_step


def test_a_run_that_stops_anywhere_keeps_nothing_twice(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        under_review(city)
    withdrawn_life(city)
    follow_trails(REGION, city.ctx("system", LATER))
    whole = cells()
    monkeypatch.setattr(trailing, "PAGE", 2)
    for module, name in ((keeping, "_write"), (keeping, "put"), (keeping, "passed"), (trailing, "looked")):
        with monkeypatch.context() as patched:
            patched.setattr(module, name, stopping)
            with pytest.raises(Stopped):
                follow_trails(REGION, city.ctx("system", LATER), anew=True)
        follow_trails(REGION, city.ctx("system", LATER))
        assert cells() == whole


def stopping(*_: Any, **__: Any) -> None:
    raise Stopped


def test_each_number_of_the_map_is_the_length_of_its_list(city: City) -> None:
    item = city.promised.item_id
    under_review(city)
    withdrawn_life(city)
    to_decide(city)
    follow_trails(REGION, city.ctx("system", LATER))
    found = queries.chart_of(REGION, item, SPAN)
    manager = city.ctx("manager").officer
    ways = [(one.count, Way(path=" ".join(one.steps))) for one in found.paths]
    ways += [(one.count, Way(before=one.before, after=one.after)) for one in found.passages]
    ways += [(number, Way(standing=step)) for step, number in found.standing.items()]
    assert len(ways) == 8
    for number, way in ways:
        assert queries.cases_of(manager, REGION, item, SPAN, way).count() == number, way
