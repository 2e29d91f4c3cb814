"""Every parameter of every profile, asked on a ladder of dates: no gap or overlap by accident."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from yichuang.law.book import book
from yichuang.law.profiles import chain

LAW = book()
CHANGES = sorted({value.since for p in LAW.parameters().values() for value in p.values})
LADDER = sorted(
    {on + timedelta(step) for on in CHANGES for step in (-1, 0, 1)}
    | {date(year, month, 1) for year in range(1990, 2036) for month in (1, 7)}
)


def walk(parameter, profile, on):
    """Return the value by the plainest way: the last of the most special that speaks."""
    answer = None
    for name in chain(profile):
        spoken = [v for v in parameter.values if v.profile == name and v.since <= on]
        last = max(spoken, key=lambda v: v.since, default=None)
        answer = last if last is not None and last.value is not None else answer
    return answer.value if answer else None


@pytest.mark.parametrize("profile", list(LAW.profiles()))
def test_the_ladder_agrees_with_a_plain_walk(profile):
    for on in LADDER:
        norms = LAW.norms(profile, on)
        for parameter in LAW.parameters().values():
            norm = norms.get(parameter.name)
            assert (norm.value if norm else None) == walk(parameter, profile, on), (parameter.name, on)


@pytest.mark.parametrize("profile", list(LAW.profiles()))
def test_what_is_once_in_force_stays_unless_abolished(profile):
    for parameter in LAW.parameters().values():
        abolished = any(value.value is None for value in parameter.values)
        in_force = [parameter.name in LAW.norms(profile, on).by_name for on in LADDER]
        assert abolished or in_force == sorted(in_force), parameter.name


@pytest.mark.parametrize("name", list(LAW.parameters()))
def test_each_step_changes_something_and_steps_are_in_order(name):
    for profile in LAW.profiles():
        own = LAW.parameter(name).of(profile)
        said = [(value.value, value.unit, value.basis) for value in own]
        assert [value.since for value in own] == sorted({value.since for value in own})
        assert all(before != after for before, after in pairwise(said))
