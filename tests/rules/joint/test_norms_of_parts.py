"""What a norm about co-departments changes when it is another: the late pick-up, the extension."""

from datetime import date

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules.joint.part_clock import part_due, part_start, part_terms
from yichuang.rules.norms import Norm, Norms, Unit
from yichuang.rules.working_days import Calendar


def norms(**more: object) -> Norms:
    """Ten days from the pick-up, which is due on the next working day (重庆)."""
    told = {"codept_limit": 10, "codept_pickup_limit": 1, **more}
    units = {"codept_may_extend": Unit.FLAG, "codept_late_pickup_start": Unit.CHOICE}
    base = some_norms()
    rows = {
        name: Norm(name, value, units.get(name, Unit.WORKING_DAY), "S0h-二(一)1.2", "cn.500000", date(2022, 9, 11))
        for name, value in told.items()
    }
    return Norms(base.profile, base.on, {**base.by_name, **rows})


@pytest.mark.parametrize(("late", "start", "due"), [
    ("unified_acceptance", date(2026, 3, 2), date(2026, 3, 16)),
    ("pickup", date(2026, 3, 6), date(2026, 3, 20)),
])  # fmt: skip
def test_a_late_pick_up_counts_from_where_the_norm_says(calendar: Calendar, late: str, start: date, due: date) -> None:
    terms = part_terms(norms(codept_late_pickup_start=late))
    assert part_start(date(2026, 3, 2), date(2026, 3, 6), terms, calendar) == start  # R045
    assert part_due(start, terms, facts("accepted:03-02"), calendar, case_due=None) == due
    assert part_start(date(2026, 3, 2), date(2026, 3, 3), terms, calendar) == date(2026, 3, 3)


@pytest.mark.parametrize(("may", "due"), [(False, date(2026, 3, 17)), (True, date(2026, 3, 24))])
def test_an_extension_of_the_case_is_the_co_departments_where_norms_let_them(
    calendar: Calendar, may: bool, due: date
) -> None:
    terms = part_terms(norms(codept_may_extend=may))
    told = facts("accepted:03-02 extended:03-10:5")
    assert part_due(date(2026, 3, 3), terms, told, calendar, case_due=date(2026, 4, 7)) == due  # R044
