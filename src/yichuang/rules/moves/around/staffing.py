"""Staff, leave, assessment, resident units (人员、请假、考核、进驻): who may do the acts of the centre's staff book."""

from __future__ import annotations

from ..shapes import LEADERS, OFFICE, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = ()  # no case moves: the book is the centre's

_EVERYBODY = Right(OFFICE | WINDOW | frozenset({"centre_manager", "supervisor", "auditor", "archivist"}))
_CENTRE = Right(frozenset({"centre_manager"}))
_ANSWERS = Right(LEADERS | frozenset({"centre_manager"}))  # whose request: rules/staff/leave.py
RIGHTS: dict[str, Right] = {
    "staff.leave_asked": _EVERYBODY,
    "staff.leave_withdrawn": _EVERYBODY,
    "staff.leave_supported": _ANSWERS,
    "staff.leave_agreed": _ANSWERS,
    "staff.leave_refused": _ANSWERS,
    "staff.file_kept": _CENTRE,
    "staff.rotation_planned": Right(LEADERS | frozenset({"centre_manager"})),
    "staff.appraised": _CENTRE,
    "staff.patrolled": Right(frozenset({"centre_manager", "supervisor"})),
    "staff.contact_noted": Right(OFFICE | WINDOW | frozenset({"centre_manager", "supervisor"})),
    "staff.visit_noted": Right(LEADERS | frozenset({"centre_manager"})),
    "staff.form_published": _CENTRE,
    "staff.sheet_signed": _CENTRE,
    "staff.sheet_appealed": _EVERYBODY,
    "staff.sheet_reviewed": Right(frozenset({"centre_manager", "supervisor"})),
    "staff.consent_given": Right(frozenset({"community_committee"})),
    "staff.unit_entered": _CENTRE,
    "staff.unit_left": _CENTRE,
    "staff.correction_ordered": _CENTRE,
    "staff.correction_answered": Right(LEADERS),
    "staff.correction_closed": _CENTRE,
}
