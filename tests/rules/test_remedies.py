"""Last days for review and for court."""

from datetime import date

import pytest

from tests.rules.conftest import some_norms
from yichuang.rules.norms import NotInForce
from yichuang.rules.remedies import court_after_review, remedies
from yichuang.rules.working_days import Calendar


def test_it_works(calendar: Calendar) -> None:
    found = remedies(date(2026, 3, 2), some_norms(), calendar)
    assert (found.review_by, found.court_by) == (date(2026, 5, 6), date(2026, 9, 2))
    assert (found.review_at_latest, found.provisional) == (date(2027, 3, 2), False)
    assert (found.review.number, found.court.number, found.basis) == (60, 6, "FYF-20.1, SSF-46.1")


def test_a_date_beyond_the_notices_is_provisional(calendar: Calendar) -> None:
    found = remedies(date(2026, 8, 31), some_norms(), calendar)
    assert (found.court_by, found.provisional) == (date(2027, 2, 28), True)


def test_after_a_review(calendar: Calendar) -> None:
    assert court_after_review(date(2026, 3, 6), some_norms(), calendar) == date(2026, 3, 23)


def test_without_the_norm_it_is_refused(calendar: Calendar) -> None:
    with pytest.raises(NotInForce):
        remedies(date(2026, 3, 2), some_norms(remedy_review_limit=None), calendar)
