"""Interested parties, hearings and inspections (利害关系人、听证、核查): rows of the table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, RUNNING, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.interested_told", "告知利害关系人", RUNNING, "", "XKF-36", while_paused=True),
    Transition("case.statement_heard", "听取陈述申辩", RUNNING, "", "XKF-36", while_paused=True),
    Transition("case.hearing_requested", "要求听证", RUNNING, "", "XKF-47.1", while_paused=True),
    Transition("case.hearing_requested_by_party", "利害关系人要求听证", RUNNING, "", "XKF-47.1", while_paused=True),
    Transition("case.hearing_waived", "放弃听证", RUNNING, "", "XKF-47.1", while_paused=True),
    Transition("case.hearing_called", "通知听证", RUNNING, "", "XKF-48.1(1)", while_paused=True),
    Transition("case.chair_challenged", "申请主持人回避", RUNNING, "", "XKF-48.1(3)", while_paused=True),
    Transition("case.hearing_held", "举行听证", RUNNING, "", "XKF-48.1(5)", while_paused=True),
    Transition("case.inspectors_assigned", "指派核查人员", RUNNING, "", "XKF-55.2", while_paused=True),
    Transition("case.marked", "加贴标签、加盖印章", ("decided",), "issued", "XKF-44"),
    Transition("case.marked", "加贴标签、加盖印章", ("issued",), "", "XKF-39.2"),
    Transition("case.copy_archived", "副本归档", ("issued", "closed"), "", "S0c"),
    Transition("case.inspected", "核查检验", RUNNING, "", "XKF-55.2", while_paused=True),
)

_IN_CHARGE = Right(OFFICE, department=True)
_CALLERS = Right(LEADERS | {"verifier"}, department=True)
RIGHTS: dict[str, Right] = {
    "case.interested_told": _IN_CHARGE,
    "case.statement_heard": _IN_CHARGE,
    "case.hearing_requested": Right(OFFICE, department=True, applicant=True),
    "case.hearing_requested_by_party": Right(frozenset()),  # whoever shows the notice: records/hearings/access.py
    "case.hearing_waived": Right(OFFICE, department=True, anywhere=WINDOW, applicant=True),
    "case.hearing_called": _CALLERS,
    "case.chair_challenged": _CALLERS,
    "case.hearing_held": _IN_CHARGE,
    "case.inspected": _IN_CHARGE,
    "case.inspectors_assigned": _CALLERS,
    "case.marked": _IN_CHARGE,
    "case.copy_archived": _IN_CHARGE,
}
