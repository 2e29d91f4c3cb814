"""Fees inside the procedure (缴费): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, WINDOW, Right, Transition

_WHEN = ("deciding", "decided")

ROWS: tuple[Transition, ...] = (
    Transition("case.fee_asked", "送财务核定缴费", _WHEN, "", "S0b-18.1", while_paused=True),
    Transition("case.fee_assessed", "核定缴费", _WHEN, "", "S0b-18.1", while_paused=True),
    Transition("case.fee_notified", "告知缴费", _WHEN, "", "S0b-18.2", while_paused=True),
    Transition("case.fee_paid", "登记缴费", _WHEN, "", "S0b-19.1", while_paused=True),
    Transition("case.fee_confirmed", "确认缴费到账", _WHEN, "", "S0b-19.2", while_paused=True),
    Transition("case.fee_lapsed", "逾期未缴费，不予批准", ("deciding",), "decided", "S0b-19.1"),
    Transition("case.fee_lapsed", "逾期未缴费，办结登记", ("deciding",), "closed", "S0b-19.2"),
)

_AT_WINDOW = Right(WINDOW)
RIGHTS: dict[str, Right] = {
    "case.fee_asked": Right(OFFICE, department=True),
    "case.fee_assessed": Right(OFFICE, part=True),
    "case.fee_notified": _AT_WINDOW,
    "case.fee_paid": _AT_WINDOW,
    "case.fee_confirmed": Right(OFFICE, part=True),
    "case.fee_lapsed": Right(LEADERS | {"verifier"}, department=True),
}
