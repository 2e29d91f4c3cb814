"""容缺受理, 告知承诺, 当场更正, 绿色通道: rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, RUNNING, WINDOW, Right, Transition

_AFTER = ("decided", "issued", "closed")

ROWS: tuple[Transition, ...] = (
    Transition("case.corrected_now", "当场更正", ("received",), "", "XKF-32.1(3)"),
    Transition("case.expedited", "列入绿色通道", OPEN, "", "S0f-3.1", while_paused=True),
    Transition("case.undertaken", "签署告知承诺", ("received",), "", "YSHJ-40.3"),
    Transition("case.accepted", "承诺受理后直接决定", ("received",), "deciding", "YSHJ-40.3"),
    Transition("case.undertaking_checked", "核查承诺", _AFTER, "", "YSHJ-40.3"),
    Transition("case.tolerance_completed", "容缺补齐", (*RUNNING, *_AFTER), "", "S0f-3.1", while_paused=True),
    Transition("case.tolerance_expired", "容缺到期", (*RUNNING, *_AFTER), "", "S0f-3.1", while_paused=True),
    Transition(
        "case.tolerance_failed", "容缺逾期处理", (*RUNNING, "decided", "issued"), "closed", "S0f-3.1", while_paused=True
    ),
    Transition("case.grant_revoked", "撤销准予决定", ("decided",), "closed", "XKF-69.2"),
    Transition("case.recovered", "登记收回结果", _AFTER, "", "S0f-3.1"),
    Transition("case.tolerance_failed", "容缺逾期收回证照", ("closed",), "", "S0f-3.1"),
)

RIGHTS: dict[str, Right] = {
    "case.corrected_now": Right(WINDOW, applicant=True),
    "case.expedited": Right(LEADERS | {"verifier"}, department=True),
    "case.undertaken": Right(WINDOW, applicant=True),
    "case.undertaking_checked": Right(OFFICE, department=True),
    "case.tolerance_completed": Right(WINDOW, applicant=True),
    "case.tolerance_expired": Right(frozenset(), system=True),
    "case.grant_revoked": Right(LEADERS | {"verifier"}, department=True),
    "case.recovered": Right(OFFICE, department=True),
    "case.tolerance_failed": Right(frozenset({"verifier"}) | LEADERS, department=True),
}
