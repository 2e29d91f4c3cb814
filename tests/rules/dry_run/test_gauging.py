"""One thing on record under another norm: days, numbers, words, effects."""

from __future__ import annotations

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.dry_run.gauging import Altered, Gauged, OnRecord, Way, gauge
from yichuang.rules.norms import Norm, Unit

TODAY, START, DUE = date(2026, 3, 31), date(2026, 3, 2), date(2026, 3, 16)  # ten working days
WORD = date(2020, 1, 1)


def norm(value: int | str | bool | tuple[str, ...], unit: Unit = Unit.WORKING_DAY) -> Norm:
    return Norm("x", value, unit, "XKF-44", "cn", WORD)


def said(way: Way, row: OnRecord, was: Norm | None, then: Norm | None) -> Gauged | None:
    return gauge(way, row, Altered(was, then), book().calendar(), today=TODAY)


@pytest.mark.parametrize(
    ("done", "ended", "missed"),
    [(date(2026, 3, 11), None, False), (date(2026, 3, 12), None, True), (None, None, True), (None, START, False)],
)
def test_a_duty_is_missed_by_what_was_done_or_is_still_owed(
    done: date | None, ended: date | None, missed: bool
) -> None:
    found = said(Way.DUTY, OnRecord(START, DUE, done, ended=ended), norm(10), norm(7))
    assert found is not None
    assert (found.was, found.would, found.would_break) == (DUE, date(2026, 3, 11), missed)


def test_a_right_not_used_is_not_missed() -> None:
    found = said(Way.RIGHT, OnRecord(START, DUE), norm(10), norm(7))
    assert found is not None
    assert not found.would_break
    assert found.differs


def test_a_notice_that_was_early_enough_would_be_too_late() -> None:
    found = said(Way.LEAD, OnRecord(DUE, None, date(2026, 3, 9)), norm(5), norm(7))
    assert found is not None
    assert (found.was, found.would, found.broke, found.would_break) == (
        date(2026, 3, 9), date(2026, 3, 5), False, True,
    )  # fmt: skip


def test_without_a_norm_before_the_day_on_record_binds_if_nearer() -> None:
    row = OnRecord(START, DUE, DUE)
    found = said(Way.DUTY, row, None, norm(5))
    assert found is not None
    assert (found.was, found.would) == (DUE, date(2026, 3, 9))
    later = said(Way.DUTY, row, None, norm(15))
    assert later is not None
    assert later.would == DUE


@pytest.mark.parametrize(
    ("number", "bound", "broken"), [(1, 2, True), (2, 2, False), (1, True, True), (1, False, False)]
)
def test_too_few_people(number: int, bound: int | bool, broken: bool) -> None:
    found = said(Way.LEAST, OnRecord(number=number), norm(1, Unit.COUNT), norm(bound, Unit.COUNT))
    assert found is not None
    assert found.would_break is broken
    assert found.differs is broken


def test_too_many_and_not_among_and_too_low() -> None:
    most = said(Way.MOST, OnRecord(number=2), norm(2, Unit.COUNT), norm(1, Unit.COUNT))
    among = said(Way.AMONG, OnRecord(word="hearing"), norm(("hearing",)), norm(("tender",)))
    rank = said(Way.RANK, OnRecord(word="deputy_head"), norm("deputy_head"), norm("agency_head"))
    assert all(one is not None and one.would_break and not one.broke for one in (most, among, rank))


def test_years_are_kept_to_the_end_of_the_year_and_a_ban_ends_the_day_before() -> None:
    kept = said(Way.KEPT, OnRecord(START, date(2036, 12, 31)), norm(10, Unit.YEAR), norm(30, Unit.YEAR))
    ban = said(Way.BAN, OnRecord(START, date(2027, 3, 1)), norm(1, Unit.YEAR), norm(3, Unit.YEAR))
    assert kept is not None
    assert kept.would == date(2056, 12, 31)
    assert ban is not None
    assert ban.would == date(2029, 3, 1)


def test_an_effect_counts_where_it_came_about() -> None:
    assert said(Way.EFFECT, OnRecord(due=DUE, done=DUE), norm("agree"), norm("remind")) is None
    assert said(Way.EFFECT, OnRecord(due=DUE), norm("agree"), norm("remind")) is not None
    assert said(Way.DUTY, OnRecord(None, DUE), norm(5), norm(6)) is None
