"""Bad rating unanswered (差评逾期未反馈): a department that did not answer a bad rating by its last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..lights import Light
from ..norms import Norms
from .history import BASIS, Finding, History, RuleKind

_STEP = "rectification"


def unanswered_ratings(history: History, norms: Norms, today: date) -> Iterator[Finding]:
    """Yield each loop of a bad rating in which nobody answered the applicant in time (差评逾期未反馈).

    A rating set aside ends its loop as an answer does.

    Basis: YC
    """
    norm = norms.get("bad_rating_limit")
    for step in history.steps:
        if step.kind != _STEP or step.due_on is None or (step.done_on or today) <= step.due_on:
            continue
        yield Finding(
            RuleKind.BAD_RATING, str(step.id), Light.RED, step.due_on + timedelta(days=1), step.department_id,
            norm.basis if norm else BASIS[RuleKind.BAD_RATING], step.done_on, {"due": step.due_on.isoformat()},
        )  # fmt: skip
