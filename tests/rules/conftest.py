"""A small calendar and a small set of norms, made by hand, for the rules alone."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from yichuang.rules.norms import Norm, Norms, Unit
from yichuang.rules.working_days import Calendar, YearNotice

OFF_2026 = [
    ("元旦", "01-01", 3),
    ("春节", "02-15", 9),
    ("清明节", "04-04", 3),
    ("劳动节", "05-01", 5),
    ("端午节", "06-19", 3),
    ("中秋节", "09-25", 3),
    ("国庆节", "10-01", 7),
]
ON_2026 = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
FIXED = (
    (1, 1, "元旦"),
    (5, 1, "劳动节"),
    (5, 2, "劳动节"),
    (10, 1, "国庆节"),
    (10, 2, "国庆节"),
    (10, 3, "国庆节"),
)


def notice_2026() -> YearNotice:
    off = {
        date.fromisoformat(f"2026-{first}") + timedelta(days=n): name
        for name, first, days in OFF_2026
        for n in range(days)
    }
    on = {date.fromisoformat(f"2026-{day}"): "补班" for day in ON_2026}
    return YearNotice(2026, off, on, "NOTICE-2026")


def a_calendar(*more: YearNotice) -> Calendar:
    return Calendar([notice_2026(), *more], fixed=FIXED, version="test", through=2035)


def some_norms(**values: object) -> Norms:
    """The national numbers, as far as the clock needs them; keyword arguments replace a value, None removes it."""
    rows = NATIONAL | {
        name: (value, *NATIONAL.get(name, (None, Unit.CHOICE, "YC"))[1:]) for name, value in values.items()
    }
    by_name = {
        name: Norm(name, value, unit, basis, "cn", date(2004, 7, 1))
        for name, (value, unit, basis) in rows.items()
        if value is not None
    }
    return Norms("cn", date(2026, 3, 2), by_name)


STOPS = ("hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review")
NATIONAL: dict[str, tuple[object, Unit, str]] = {
    "answer_limit": (5, Unit.WORKING_DAY, "XKF-32.1(4)"),
    "decision_limit": (20, Unit.WORKING_DAY, "XKF-42.1"),
    "decision_start": ("accepted", Unit.CHOICE, "XKF-42.1"),
    "item_limit_rule": ("item_prevails", Unit.CHOICE, "XKF-42.1"),
    "joint_limit": (45, Unit.WORKING_DAY, "XKF-42.2"),
    "joint_extension_limit": (15, Unit.WORKING_DAY, "XKF-42.2"),
    "joint_extension_approver": (("government_head",), Unit.CHOICES, "XKF-42.2"),
    "extension_limit": (10, Unit.WORKING_DAY, "XKF-42.1"),
    "extension_count": (1, Unit.COUNT, "XKF-42.1"),
    "extension_approver": (("agency_head",), Unit.CHOICES, "XKF-42.1"),
    "pause_kinds": (STOPS, Unit.CHOICES, "XKF-45"),
    "correction_silence_effect": ("deemed_accepted", Unit.CHOICE, "XKF-32.1(4)"),
    "warn_share": (Fraction(1, 5), Unit.RATIO, "YC"),
    "warn_min": (1, Unit.COUNT, "YC"),
    "remedy_review_limit": (60, Unit.CALENDAR_DAY, "FYF-20.1"),
    "remedy_review_max": (1, Unit.YEAR, "FYF-20.3"),
    "remedy_court_limit": (6, Unit.MONTH, "SSF-46.1"),
    "remedy_court_after_review_limit": (15, Unit.CALENDAR_DAY, "SSF-45"),
    "promise_share_max": (None, Unit.RATIO, "S3"),
    "promise_required_without_statutory": (None, Unit.FLAG, "S3"),
}


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return a_calendar()


@pytest.fixture(scope="session")
def norms() -> Norms:
    return some_norms()
