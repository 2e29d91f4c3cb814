"""From the history of a case to what is counted of it (统计口径的判断)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ..clockwork.counting import Span, counted_upto, stops_of
from ..clockwork.pauses import pauses_of
from ..clockwork.terms import ClockTerms
from ..facts import ClockFact, FactKind
from ..norms import Term, Unit
from ..working_days import Calendar
from .shapes import Counted

_TURNED_AWAY = frozenset({"refused", "not_needed"})
_DECIDING = frozenset({"case.decided", "case.filing_concluded"})
_ENDING = frozenset({
    "case.withdrawn", "case.closed", "case.delivered", "case.handed_over", "case.fee_lapsed", "case.tolerance_failed",
    "case.tolerance_expired", "case.delivery_deemed", "case.post_delivered", "case.electronically_delivered",
})  # fmt: skip
_WORKING = Span(0, True, False)
_DAY = timedelta(days=1)


class Act(NamedTuple):
    """One entry of the ledger: what was done and by whom, under which post."""

    verb: str
    actor: UUID | None
    post: UUID | None


class Story(NamedTuple):
    """A case as statistics reads it: its columns, its clock, its acts, and what belongs to it."""

    department_id: UUID
    item_id: UUID
    level: str
    kind: str
    outcome: str
    online: bool
    visits: int | None
    received_on: date
    clerk: UUID | None
    accepted_on: date | None
    deemed: bool
    decided_on: date | None
    closed_on: date | None
    due_on: date | None
    promised_due_on: date | None
    extension_days: int
    terms: ClockTerms
    facts: Sequence[ClockFact]
    acts: Sequence[Act]
    rated_on: date | None = None
    grade: int | None = None
    certified_on: date | None = None
    electronic: bool = False


def count(story: Story, windows: Mapping[UUID, UUID], calendar: Calendar, today: date) -> Counted:
    """Return what is counted of a case as it stands today.

    A case belongs to the department that it is with now; to the window that accepted it, else the one that received
    it; each act counts for whoever did it. It is closed (办结) when an accepted case has ended; on time (按时) when
    the decision came no later than the last promised day, or the last legal day where nothing was promised.

    Basis: XKF-42, XKF-45, XKF-82, S0e, S0f-2.2
    """
    turned = story.closed_on if story.outcome in _TURNED_AWAY else None
    accepted = None if turned else story.accepted_on
    closed = story.closed_on if accepted else None
    limit, decided = story.promised_due_on or story.due_on, story.decided_on if accepted else None
    on_time, early = _timely(decided if closed else None, limit)
    statutory, promised = _working(story.terms.decision, story), _working(story.terms.promised, story)
    return Counted(
        department_id=story.department_id, item_id=story.item_id, window_id=_window(story, windows),
        level=story.level, kind=story.kind, outcome=story.outcome, online=story.online, visits=story.visits,
        received_on=story.received_on, received_by=story.clerk, corrected=_was(story, FactKind.CORRECTION_NOTIFIED),
        accepted_on=accepted, accepted_by=_by(story, {"case.accepted"}), deemed=bool(accepted) and story.deemed,
        turned_away_on=turned, turned_away_by=_by(story, {"case.refused", "case.not_needed"}) if turned else None,
        withdrawn_on=story.closed_on if story.outcome == "withdrawn" else None, decided_on=decided,
        closed_on=closed, closed_by=(_by(story, _DECIDING) or _by(story, _ENDING)) if closed else None,
        on_time=on_time, early=early, overdue_on=_overdue(story, limit, today) if accepted else None,
        extended=story.extension_days > 0, days=_used(story, calendar) if closed and decided else None,
        statutory=statutory, promised=promised, rated_on=story.rated_on, grade=story.grade,
        certified_on=story.certified_on, electronic=story.electronic,
    )  # fmt: skip


def _timely(decided: date | None, limit: date | None) -> tuple[bool | None, bool | None]:
    """Return whether the decision was in time, and before the last day (按时、提前)."""
    if decided is None:
        return None, None
    return limit is None or decided <= limit, limit is not None and decided < limit


def _overdue(story: Story, limit: date | None, today: date) -> date | None:
    """Return the day on which a case was overdue first, decided since or not (超时)."""
    ended = story.decided_on or story.closed_on or today
    return limit + _DAY if limit is not None and ended > limit else None


def _used(story: Story, calendar: Calendar) -> int | None:
    """Return the working days from acceptance to decision without the pauses."""
    start, end = story.accepted_on, story.decided_on
    if start is None or end is None:
        return None
    stops = stops_of(pauses_of(sorted(story.facts, key=lambda fact: fact.on)), start, calendar)
    return max(
        counted_upto(calendar.at[start], max(calendar.at[end], calendar.at[start]), _WORKING, stops, calendar), 0
    )


def _working(term: Term | None, story: Story) -> int | None:
    """Return a limit in working days with its extension; None where it counts in something else."""
    return term.number + story.extension_days if term is not None and term.unit is Unit.WORKING_DAY else None


def _window(story: Story, windows: Mapping[UUID, UUID]) -> UUID | None:
    """Return the window of the first acceptance, else of the first act at a window."""
    at = [(act.verb, windows[act.post]) for act in story.acts if act.post in windows and act.post is not None]
    accepted = (window for verb, window in at if verb == "case.accepted")
    return next(accepted, at[0][1] if at else None)


def _by(story: Story, verbs: frozenset[str] | set[str]) -> UUID | None:
    """Return who did one of these last."""
    return next((act.actor for act in reversed(story.acts) if act.verb in verbs), None)


def _was(story: Story, kind: FactKind) -> bool:
    return any(fact.kind is kind for fact in story.facts)
