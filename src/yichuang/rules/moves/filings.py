"""备案: rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, RUNNING, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.filing_concluded", "作出备案结论", ("received", *RUNNING), "decided", "S0h-二(二)2"),
)

RIGHTS: dict[str, Right] = {"case.filing_concluded": Right(LEADERS | {"verifier"}, department=True)}
