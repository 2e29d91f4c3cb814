"""Called, and then nothing (叫号无结果): a call to which no outcome came in the time allowed. It needs no case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from ..norms import Norms

LIMIT = "called_without_outcome_minutes"


@dataclass(frozen=True, slots=True)
class Called:
    """One call of a queue number to a window: when, and what came of it first, when ("" nothing yet)."""

    id: UUID
    day: date
    called_at: datetime
    outcome: str = ""
    outcome_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A call without outcome: from when on it was one, and when something came of it after all."""

    call: UUID
    since: datetime
    ended_at: datetime | None
    outcome: str
    basis: str


def unanswered_calls(calls: Iterable[Called], norms: Callable[[date], Norms], now: datetime) -> Iterator[Unanswered]:
    """Yield each call to which nothing came within the minutes allowed on its day.

    A repeated call (重呼) is no outcome: the time runs from the first. Whatever comes exactly in time is in time.
    What is found depends on the call and its outcome alone, never on when somebody looks.

    Basis: YC
    """
    for call in calls:
        norm = norms(call.day).norm(LIMIT)
        since = call.called_at + timedelta(minutes=norms(call.day).number(LIMIT))
        if call.outcome_at is not None:
            if call.outcome_at > since:
                yield Unanswered(call.id, since, call.outcome_at, call.outcome, norm.basis)
        elif now > since:
            yield Unanswered(call.id, since, None, "", norm.basis)
