"""Figures: exact, rounded where shown; sums of parts; definitions with article; periods."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yichuang.law.book import book
from yichuang.rules.statistics.computing import FAULTS, faults, part, shown, value
from yichuang.rules.statistics.measures import MEASURES
from yichuang.rules.statistics.periods import TITLES, after, before, days_of, months_of, period_of, year_before
from yichuang.rules.statistics.registers import KINDS
from yichuang.rules.statistics.registry import COLUMNS, FIGURES, GROUPS, title_of


@pytest.mark.parametrize(
    ("name", "sums", "words"),
    [
        ("early_rate", {"early": 2864, "judged": 2947}, "97.2%"),
        ("on_time_rate", {"on_time": 2947, "judged": 2947}, "100.0%"),
        ("acceptance_rate", {"accepted": 1158, "received": 1170}, "98.97%"),
        ("closing_rate", {"closed": 2936, "received": 2936}, "100.0%"),
        ("zero_overdue", {"overdue": 1}, "否"),
        ("zero_overdue", {}, "是"),
        ("average_days", {"days": 10, "timed": 4}, "2.5"),
        ("compression", {"limited_days": 5, "statutory_days": 20}, "75.0%"),
        ("satisfaction", {}, "—"),
        ("fees", {"fees": 270_000_000}, "2,700,000.00"),
        ("received", {"received": 4000}, "4,000"),
    ],
)
def test_shown(name: str, sums: dict[str, int], words: str) -> None:
    assert shown(FIGURES[name], sums) == words


def test_shares_of_the_water_bureau() -> None:
    assert [part(number, 134) for number in (78, 40, 16)] == [Decimal("58.2"), Decimal("29.9"), Decimal("11.9")]
    assert part(1, 0) is None
    assert value(FIGURES["few_trips_rate"], {"few_visits": 9, "visits_known": 10}) == 90


def test_more_closed_than_accepted_is_a_fault() -> None:
    sums = {"received": 1170, "accepted": 1158, "not_accepted": 12, "closed": 1158, "judged": 1158, "on_time": 1158}
    assert faults(sums) == []
    assert "more_closed_than_accepted" in faults(sums | {"closed": 1159})
    assert "more_accepted_than_received" in faults(sums | {"not_accepted": 13})
    assert "judged_differs" in faults(sums | {"on_time": 1157})
    assert set(FAULTS) == {"more_closed_than_accepted", "more_accepted_than_received", "judged_differs"}


def test_every_figure_is_defined() -> None:
    assert set(COLUMNS) <= set(FIGURES)
    assert sum(len(figures) for _, figures in GROUPS.values()) == len(FIGURES)
    for figure in FIGURES.values():
        assert figure.words
        assert all(book().cite(basis.strip()) for basis in figure.basis.split(","))
        assert set(figure.over + figure.under) <= set(MEASURES) | set(KINDS)
        assert all(title_of(name) != name for name in figure.over + figure.under)


@given(st.dates(date(2002, 1, 1), date(2050, 12, 31)), st.sampled_from(list(TITLES)))
def test_periods_follow_each_other(on: date, kind: str) -> None:
    period = period_of(kind, on)
    assert period.first <= on <= period.last
    assert before(after(period)) == after(before(period)) == period
    assert days_of(before(period))[-1].toordinal() + 1 == period.first.toordinal()
    assert year_before(period).last < period.first
    assert period.last == days_of(period)[-1]
    assert months_of(period)[0] <= period.first
    assert period.name


def test_an_unknown_period_is_a_month() -> None:
    assert period_of("decade", date(2026, 3, 9)).name == "2026年3月"
    assert year_before(period_of("week", date(2026, 12, 31))).first == date(2025, 12, 22)
    assert year_before(period_of("day", date(2024, 2, 29))).first == date(2023, 2, 28)
