"""Renewal of a permit."""

from datetime import date

import pytest

from tests.rules.conftest import some_norms
from yichuang.rules.after.renewal import renewal_days
from yichuang.rules.periods import apply_by, deemed_renewed
from yichuang.rules.working_days import Calendar

NORMS = some_norms()
EXPIRES = date(2026, 6, 30)


def renewed(today: str, decided: str | None = None, applied: str = "2026-05-20", norms=NORMS) -> bool:  # type: ignore[no-untyped-def]
    return deemed_renewed(
        expires_on=EXPIRES, applied_on=date.fromisoformat(applied),
        decided_on=date.fromisoformat(decided) if decided else None,
        today=date.fromisoformat(today), norms=norms,
    )  # fmt: skip


def test_it_works(calendar: Calendar) -> None:
    assert apply_by(EXPIRES, NORMS, calendar) == date(2026, 5, 31)
    assert renewed("2026-07-01")
    assert renewed("2026-07-05", decided="2026-07-02")


@pytest.mark.parametrize(("today", "decided", "applied"), [
    ("2026-06-30", None, "2026-05-20"), ("2026-07-01", "2026-06-30", "2026-05-20"),
    ("2026-07-02", None, "2026-07-01"),
])  # fmt: skip
def test_no_silence_no_renewal(today: str, decided: str | None, applied: str) -> None:
    assert not renewed(today, decided, applied)


def test_silence_may_have_no_effect() -> None:
    assert not renewed("2026-07-01", norms=some_norms(renewal_silence_effect=None))


def test_a_permit_may_outlive_the_calendar(calendar: Calendar) -> None:
    days = renewal_days(date(2096, 6, 30), NORMS, calendar)
    assert (days.apply_by, days.disputed) == (date(2096, 5, 31), False)
