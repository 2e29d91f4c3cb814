"""A small calendar and a small set of norms, made by hand, for the rules alone."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from yichuang.rules.facts import ClockFact, FactKind
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
MAY, OCTOBER = "劳动节", "国庆节"
FIXED = ((1, 1, "元旦"), (5, 1, MAY), (5, 2, MAY), (10, 1, OCTOBER), (10, 2, OCTOBER), (10, 3, OCTOBER))


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
    """The national numbers, as far as the clock needs them; a keyword replaces a value, None removes it."""
    given = {name: (value, *NATIONAL[name][1:]) for name, value in values.items()}
    by_name = {
        name: Norm(name, value, unit, basis, "cn", date(2004, 7, 1))
        for name, (value, unit, basis) in (NATIONAL | given).items()
        if value is not None
    }
    return Norms("cn", date(2026, 3, 2), by_name)


def facts(words: str) -> tuple[ClockFact, ...]:
    """Read "received:03-02 paused:03-11:testing extended:03-20:5" as facts of 2026."""
    return tuple(map(_fact, words.split()))


def _fact(word: str) -> ClockFact:
    kind, on, *rest = word.split(":")
    more = {"days": int(rest[0])} if kind == "extended" else {"pause": rest[0]} if rest else {}
    return ClockFact(FactKind(kind), date.fromisoformat(f"2026-{on}"), **more)


STOPS = (
    "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review"
)  # fmt: skip
WORKING, CALENDAR, CHOICE = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.CHOICE
NATIONAL: dict[str, tuple[object, Unit, str]] = {
    "answer_limit": (5, WORKING, "XKF-32.1(4)"),
    "correction_once": (True, Unit.FLAG, "XKF-32.1(4)"),
    "correction_silence_effect": ("deemed_accepted", CHOICE, "XKF-32.1(4)"),
    "supplement_silence_effect": ("none", CHOICE, "YC"),
    "decision_limit": (20, WORKING, "XKF-42.1"),
    "decision_start": ("accepted", CHOICE, "XKF-42.1"),
    "item_limit_rule": ("item_prevails", CHOICE, "XKF-42.1"),
    "joint_limit": (45, WORKING, "XKF-42.2"),
    "joint_extension_limit": (15, WORKING, "XKF-42.2"),
    "joint_extension_approver": ("government_head", CHOICE, "XKF-42.2"),
    "extension_limit": (10, WORKING, "XKF-42.1"),
    "extension_count": (1, Unit.COUNT, "XKF-42.1"),
    "extension_approver": ("agency_head", CHOICE, "XKF-42.1"),
    "pause_kinds": (STOPS, Unit.CHOICES, "XKF-45"),
    "pause_approver": ("verifier", CHOICE, "YC"),
    "refusal_of_acceptance_by": ("window_clerk", CHOICE, "YC"),
    "refusal_needs_sealed_decision": (True, Unit.FLAG, "XKF-32.2"),
    "renewal_apply_before": (30, CALENDAR, "XKF-50.1"),
    "renewal_silence_effect": ("deemed_renewed", CHOICE, "XKF-50.2"),
    "warn_share": (Fraction(1, 5), Unit.RATIO, "YC"),
    "warn_min": (1, Unit.COUNT, "YC"),
    "remedy_review_limit": (60, CALENDAR, "FYF-20.1"),
    "remedy_review_max": (1, Unit.YEAR, "FYF-20.3"),
    "remedy_court_limit": (6, Unit.MONTH, "SSF-46.1"),
    "remedy_court_after_review_limit": (15, CALENDAR, "SSF-45"),
    "promise_share_max": (None, Unit.RATIO, "S3-附件一(三)3"),
    "promise_required_without_statutory": (None, Unit.FLAG, "YSHJ-36.2"),
}


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return a_calendar()


@pytest.fixture(scope="session")
def norms() -> Norms:
    return some_norms()
