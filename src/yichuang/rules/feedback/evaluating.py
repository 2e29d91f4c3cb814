"""Periods of evaluation (评价周期): month, quarter, half-year, year; each is due some days after it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ..norms import Norms
from ..periods import end_of
from ..working_days import Calendar

PARAMETERS: Mapping[str, str] = {
    "self": "self_evaluation_period",
    "applicant": "applicant_evaluation_period",
    "call_back": "call_back_period",
    "third_party": "third_party_period",
}
_MONTHS: Mapping[str, int] = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_A_YEAR = 12


class DueEvaluation(NamedTuple):
    """What is due: the kind, its period, and the last day (待办评价)."""

    kind: str
    starts_on: date
    ends_on: date
    due_on: date


def period_before(today: date, word: str) -> tuple[date, date]:
    """Return the last whole period that ended before `today` (上一周期).

    Basis: S3-附件六(二)1
    """
    months = _MONTHS[word]
    here = today.year * _A_YEAR + today.month - 1
    begins = here - here % months
    return _first(begins - months), _first(begins) - timedelta(days=1)


def due_evaluations(today: date, norms: Norms, calendar: Calendar) -> Iterator[DueEvaluation]:
    """Yield what is to be evaluated of the last whole periods (评价评估清单): each kind by its own period.

    Basis: S3-附件六(二)1
    """
    term = norms.term("evaluation_term")
    for kind, name in PARAMETERS.items():
        starts, ends = period_before(today, norms.choice(name))
        yield DueEvaluation(kind, starts, ends, end_of(ends, term, calendar))


def _first(months: int) -> date:
    year, month0 = divmod(months, _A_YEAR)
    return date(year, month0 + 1, 1)
