"""Counting: bit by bit it is what it is from nothing; cut short or run twice, nothing is counted twice or lost."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.acts.city import START, City, on
from tests.acts.lives import promised_life, to_decide, under_review
from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.intake.submit import submit
from yichuang.acts.statistics import counting
from yichuang.acts.statistics.counting import count_region
from yichuang.records.statistics import queries
from yichuang.records.statistics.desk import NewNote, note
from yichuang.records.statistics.models import CountedCase, CountedSum, CountPlace, Rollup
from yichuang.records.statistics.queries import Behind
from yichuang.rules.statistics.measures import MEASURES
from yichuang.rules.statistics.periods import period_of

pytestmark = pytest.mark.django_db
REGION, LATER = "990100", date(2026, 4, 8)


class Stopped(Exception):
    """The machine stops here."""


def cells() -> list[tuple[Any, ...]]:
    rows = Rollup.objects.filter(region_code=REGION)
    return sorted(rows.values_list("grain", "on", "axis", "key", "measure", "amount"))


def forgotten() -> None:
    for model in (CountedCase, CountedSum, Rollup, CountPlace):
        model.objects.filter(region_code=REGION).delete()


def some_cases(city: City) -> None:
    """One under review and late, one decided late, one in time, one withdrawn, one never answered."""
    under_review(city)
    decide(Decision(on(to_decide(city)), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 20)))
    decide(Decision(on(to_decide(city)), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 6)))
    withdraw(Withdrawal(on(under_review(city))), city.ctx("clerk", date(2026, 3, 9)))
    submit(city.submission(city.promised), city.ctx("clerk"))


def test_day_by_day_is_what_it_is_from_nothing(city: City) -> None:
    count_region(REGION, city.ctx("system", START))
    some_cases(city)
    for number in range(0, (LATER - START).days + 1, 3):
        count_region(REGION, city.ctx("system", START + timedelta(days=number)))
    count_region(REGION, city.ctx("system", LATER))
    step_by_step = cells()
    assert step_by_step
    assert count_region(REGION, city.ctx("system", LATER)) == 0
    forgotten()
    count_region(REGION, city.ctx("system", LATER))
    assert cells() == step_by_step
    count_region(REGION, city.ctx("system", LATER), anew=True)
    assert cells() == step_by_step


def crashing(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Let the call number `at` of whatever reads or writes a page stop everything, before or after its work."""
    calls: Iterator[int] = iter(range(1000))
    from yichuang.records.statistics import keeping

    for module, name in (
        (counting, "page_counted"), (counting, "looked"), (keeping, "_write"), (keeping, "put"), (keeping, "passed"),
    ):  # fmt: skip
        whole = getattr(module, name)

        def stopping(*args: Any, whole: Any = whole) -> Any:
            if next(calls) == at:
                raise Stopped
            done = whole(*args)
            if next(calls) == at:
                raise Stopped
            return done

        monkeypatch.setattr(module, name, stopping)


def test_a_run_that_stops_anywhere_counts_nothing_twice(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    some_cases(city)
    count_region(REGION, city.ctx("system", LATER))
    whole, stops = cells(), 0
    monkeypatch.setattr(counting, "PAGE", 2)
    for point in range(34):
        if point % 2:  # half of the runs begin from nothing, half find everything changed
            forgotten()
        else:
            count_region(REGION, city.ctx("system", START))
        with monkeypatch.context() as patched:
            crashing(patched, point)
            try:
                count_region(REGION, city.ctx("system", LATER))
            except Stopped:
                stops += 1
        count_region(REGION, city.ctx("system", LATER))
        assert cells() == whole
    assert stops > 10


def test_each_number_is_the_length_of_its_list(city: City) -> None:
    some_cases(city)
    count_region(REGION, city.ctx("system", LATER))
    month = period_of("month", START)
    wanted = [("all", "", queries.sums([REGION], month))]
    for axis in ("department", "window", "person", "item", "level"):
        wanted += [(axis, key, told) for key, told in queries.broken_down([REGION], month, axis).items()]
    numbers = [(axis, key, name, told.get(name, 0)) for axis, key, told in wanted for name in MEASURES]
    assert sum(number > 0 for *_, number in numbers) > 50
    for axis, key, name, number in numbers:
        if number or axis != "person":
            assert queries.amount_of(REGION, Behind(name, month.first, month.last, axis, key)) == number, (axis, name)


def test_the_numbers_of_a_month(city: City) -> None:
    some_cases(city)
    count_region(REGION, city.ctx("system", LATER))
    told = queries.sums([REGION], period_of("month", START))
    expected = {"received": 5, "accepted": 4, "accepted_promised": 4, "overdue": 2}
    assert expected.items() <= told.items()
    assert told["closed"] == told["withdrawn"] == 1
    assert "not_accepted" not in told


def test_a_whole_life_with_its_rating_and_certificate(city: City) -> None:
    promised_life(city)
    count_region(REGION, city.ctx("system", LATER))
    told = queries.sums([REGION], period_of("month", START))
    names = "received online corrected accepted closed granted on_time early extended rated satisfied certified"
    assert {name: told.get(name, 0) for name in names.split()} == dict.fromkeys(names.split(), 1)
    assert (told["days"], told["statutory_days"]) == (5, 25)  # 5 to 17 March without the pause; 20 and 5 more


def test_what_people_said_is_counted_once_from_the_ledger(city: City) -> None:
    month = period_of("month", START)
    for kind, medium in (("inquiry", ""), ("complaint", ""), ("praise", "banner"), ("praise", "card")):
        reach = {"phone": "13800002207", "name": "孙玉兰", "medium": medium}
        wish = NewConcern(REGION, kind, "标题", "内容", "secret-code", source="window", **reach)  # type: ignore[arg-type]
        file_concern(wish, city.ctx("clerk", date(2026, 3, 9)))
        count_region(REGION, city.ctx("system", date(2026, 3, 9)))
    note(REGION, NewNote("consultation", START, 40), city.people["manager"].id, city.ctx("manager").at, "k" * 20)
    expected = {"consultation": 41, "complaint": 1, "banner": 1, "praise": 1}
    for anew in (False, True):
        count_region(REGION, city.ctx("system", LATER), anew=anew)
        assert queries.sums([REGION], month) == expected
