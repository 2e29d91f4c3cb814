"""Until when each level has time (各级期限): the lower level's review, its forwarding, the upper level's review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..norms import Norms, Term, Unit
from ..periods import end_of
from ..working_days import Calendar
from .route import FORWARD, LOWER, Way

OWN_SHARE = "YC-环节时限"


@dataclass(frozen=True, slots=True)
class StepDue:
    """The last day of a step and the article that sets it."""

    on: date
    basis: str


def step_due(  # noqa: PLR0913 - each is a day or a text of its own
    way: Way, done: int, *, since: date, today: date, overall: date | None, norms: Norms, calendar: Calendar
) -> StepDue | None:
    """Return the last day of the step that begins today: the earliest of all limits it stands under.

    Units: `since` is the day of acceptance, or of the receipt of what was forwarded; `overall` the case's last day.
    Returns: StepDue, None where no limit is known.
    Basis: XKF-43, XKF-42.1, S3-附件二(二)1, S0h-二(一)1.1.
    """
    limits = list(_limits(way, done, since=since, today=today, norms=norms, calendar=calendar))
    if overall is not None:
        limits.append(StepDue(overall, ""))
    return min(limits, key=lambda due: due.on, default=None)


def _limits(  # noqa: PLR0913 - as above
    way: Way, done: int, *, since: date, today: date, norms: Norms, calendar: Calendar
) -> Iterator[StepDue]:
    step = way.at(done)
    if step is None:
        return
    share = way.share(done)
    if share is not None:
        yield _due(since, Term(share, Unit.WORKING_DAY, OWN_SHARE), calendar)
    if step.kind == LOWER:
        yield _due(since, norms.term("lower_review_limit"), calendar)
    elif step.kind == FORWARD and norms.get("forwarding_limit"):
        yield _due(today, norms.term("forwarding_limit"), calendar)
    elif step.kind != FORWARD and not norms.get("forwarded_decision_limit"):
        yield _due(since, norms.term("decision_limit"), calendar)


def _due(start: date, term: Term, calendar: Calendar) -> StepDue:
    return StepDue(end_of(start, term, calendar), term.basis)


def whole_limit(norms: Norms) -> Term:
    """Return how long an upward case may take in all: the norm of the place, else the limits of both levels.

    Basis: S0h-二(一)1.1, XKF-43, XKF-42.1.
    """
    if norms.get("forwarded_decision_limit"):
        return norms.term("forwarded_decision_limit")
    lower, upper = norms.term("lower_review_limit"), norms.term("decision_limit")
    return Term(lower.number + upper.number, upper.unit, f"{lower.basis}, {upper.basis}")
