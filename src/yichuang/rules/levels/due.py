"""Until when each level has time (各级期限): the lower level's review, its forwarding, the upper level's review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..clockwork.counting import last_counted, span_of, stops_of
from ..clockwork.pauses import Pause, pauses_of
from ..facts import ClockFact
from ..norms import Norms, Term, Unit
from ..working_days import Calendar
from .route import FORWARD, LOWER, Way

OWN_SHARE = "YC-环节时限"


@dataclass(frozen=True, slots=True)
class StepDue:
    """The last day of a step and the article that sets it."""

    on: date
    basis: str


def step_due(  # noqa: PLR0913 - each is a day or a text of its own
    way: Way,
    done: int,
    *,
    since: date,
    today: date,
    overall: date | None,
    norms: Norms,
    calendar: Calendar,
    facts: Iterable[ClockFact] = (),
) -> StepDue | None:
    """Return the last day of the step that begins today: the earliest of all limits it stands under.

    The days of a pause among the facts of the case do not count for a level either.

    Units: `since` is the day of acceptance, or of the receipt of what was forwarded; `overall` the case's last day.
    Returns: StepDue, None where no limit is known, or a pause still stands before each.
    Basis: XKF-43, XKF-42.1, XKF-45, S3-附件二(二)1, S0h-二(一)1.1.
    """
    pauses = pauses_of(sorted(facts, key=lambda fact: fact.on))
    found = (
        _due(start, term, pauses, calendar) for start, term in _limits(way, done, since=since, today=today, norms=norms)
    )
    limits = [due for due in found if due is not None]
    if overall is not None:
        limits.append(StepDue(overall, ""))
    return min(limits, key=lambda due: due.on, default=None)


def _limits(way: Way, done: int, *, since: date, today: date, norms: Norms) -> Iterator[tuple[date, Term]]:
    """Yield the limits of a step, each with the day from which it counts."""
    step = way.at(done)
    if step is None:
        return
    share = way.share(done)
    if share is not None:
        yield since, Term(share, Unit.WORKING_DAY, OWN_SHARE)
    if step.kind == LOWER:
        yield since, norms.term("lower_review_limit")
    elif step.kind == FORWARD and norms.get("forwarding_limit"):
        yield today, norms.term("forwarding_limit")
    elif step.kind != FORWARD and not norms.get("forwarded_decision_limit"):
        yield since, norms.term("decision_limit")


def _due(start: date, term: Term, pauses: Sequence[Pause], calendar: Calendar) -> StepDue | None:
    stops = stops_of(pauses, start, calendar)
    position = last_counted(calendar.at[start], span_of(term, start), stops, calendar)
    return None if position is None else StepDue(calendar.days[position].on, term.basis)


def whole_limit(norms: Norms) -> Term:
    """Return how long an upward case may take in all: the norm of the place, else the limits of both levels.

    Basis: S0h-二(一)1.1, XKF-43, XKF-42.1.
    """
    if norms.get("forwarded_decision_limit"):
        return norms.term("forwarded_decision_limit")
    lower, upper = norms.term("lower_review_limit"), norms.term("decision_limit")
    return Term(lower.number + upper.number, upper.unit, f"{lower.basis}, {upper.basis}")
