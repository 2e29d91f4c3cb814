"""Late on the way (逾期移交、逾期发函): the accepted file at its department, the letter to whom is consulted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..consulting.asking import CONSULTATION, send_by
from ..facts import FactKind
from ..lights import Light
from ..norms import Norms
from ..staff.handing_in import handing_in
from ..working_days import Calendar
from .history import Finding, History, RuleKind

_DAY = timedelta(days=1)
_SENT = ("case.routed", "case.reviewed", "case.decided")  # who decides on the spot owes nobody the file


def late_hand_over(history: History, norms: Norms, calendar: Calendar, today: date) -> Iterator[Finding]:
    """Yield the accepted file that was not sent to its department by the last morning (逾期移交).

    Sent in the afternoon of the last day, it is late that same day; not sent, it is late from the day after.

    Basis: S0b-11
    """
    accepted = next((fact.on for fact in history.facts if fact.kind is FactKind.ACCEPTED), None)
    owed = handing_in(accepted, norms, calendar)
    if owed is None:
        return
    sent = history.first(*_SENT)
    done = min((day for day in (history.closed_on, sent.on if sent else None) if day), default=None)
    too_late = sent is not None and sent.on == owed.by and owed.light(sent.on, afternoon=sent.afternoon) is Light.RED
    if (done or today) <= owed.by and not too_late:
        return
    told = {"due": owed.by.isoformat(), "step": "hand_over"}
    if owed.before_noon:
        told["until"] = "noon"
    yield Finding(
        RuleKind.STEP_LATE, f"hand_over:{owed.by.isoformat()}", Light.RED, owed.by if too_late else owed.by + _DAY,
        history.department_id, norms.basis("hand_over_limit"), done, told,
    )  # fmt: skip


def late_letters(history: History, norms: Norms, calendar: Calendar) -> Iterator[Finding]:
    """Yield each letter to who is consulted that went out after its last day (逾期发出征求意见函).

    The days count from the acceptance; before it, from the receipt. It is known as late on the day it goes out.

    Basis: S0b-13
    """
    days = {fact.kind: fact.on for fact in reversed(history.facts)}
    for step in history.steps:
        if step.kind != CONSULTATION or step.opened_on is None:
            continue
        accepted, received = days.get(FactKind.ACCEPTED), days.get(FactKind.RECEIVED)
        since = accepted if accepted is not None and accepted <= step.opened_on else received
        by = send_by(since, norms, calendar) if since else None
        if by is not None and step.opened_on > by:
            yield Finding(
                RuleKind.STEP_LATE, f"letter:{step.id}", Light.RED, step.opened_on, history.department_id,
                norms.basis("consultation_send_limit"), step.opened_on,
                {"due": by.isoformat(), "step": "letter"},
            )  # fmt: skip
