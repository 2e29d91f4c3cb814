"""Between the levels (层级): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, WINDOW, Right, Transition

_UPWARD = ("upward",)
_WORKING = ("reviewing", "verifying", "deciding")

ROWS: tuple[Transition, ...] = (
    Transition("case.routed", "转下级初审", ("accepted",), "reviewing", "XKF-35", kinds=_UPWARD),
    Transition("case.lower_reviewed", "初审", ("reviewing",), "", "XKF-43", kinds=_UPWARD),
    Transition("case.forwarded", "转报", ("reviewing",), "", "XKF-35", kinds=_UPWARD),
    Transition("case.forward_received", "接收转报件", ("reviewing",), "", "S3-附件二(二)1", True, kinds=_UPWARD),
    Transition("case.lower_asked", "请下级说明", _WORKING, "", "XKF-35", kinds=_UPWARD),
    Transition("case.lower_answered", "答复上级", _WORKING, "", "XKF-35", True, kinds=_UPWARD),
    Transition("case.reported_up", "上报", ("deciding",), "decided", "S0b-21.2"),
    Transition("case.reply_received", "登记批复", ("decided",), "", "S0b-21.2"),
)

_PART = Right(OFFICE, part=True)
RIGHTS: dict[str, Right] = {
    "case.lower_reviewed": Right(frozenset({"reviewer"}) | WINDOW | LEADERS, part=True),
    "case.forwarded": Right(OFFICE | WINDOW, part=True),
    "case.forward_received": _PART,
    "case.lower_asked": Right(OFFICE, department=True),
    "case.lower_answered": Right(OFFICE | WINDOW, part=True),
    "case.reported_up": Right(LEADERS | {"verifier"}, department=True),
    "case.reply_received": Right(OFFICE, department=True),
}
