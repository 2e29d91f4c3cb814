"""Passing a case on and back (移交、退回、签收、窗口审查): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, WINDOW, Right, Transition

_STEPS = ("reviewing", "verifying", "deciding")
_BY_HAND = (*OPEN, "decided")

ROWS: tuple[Transition, ...] = (
    Transition("case.handed_over", "移交", _STEPS, "", "S1-四2", while_paused=True),
    Transition("case.returned", "退回核准", ("deciding",), "verifying", "XKF-34.3"),
    Transition("case.returned", "退回窗口", _STEPS, "accepted", "XKF-34.1", kinds=("instant", "promised")),
    Transition("case.signed_for", "签收材料", ("received", "reviewing"), "", "S0b-11", while_paused=True),
    Transition("case.sent_by_hand", "人工递送", _BY_HAND, "", "S4-二(四)2", while_paused=True),
    Transition("case.carriage_noted", "补录递送", _BY_HAND, "", "S4-二(四)2", while_paused=True),
    Transition("case.carriage_checked", "复核补录", _BY_HAND, "", "S4-二(四)2", while_paused=True),
    Transition("case.mandate_ended", "终止委托", (*_BY_HAND, "issued"), "", "MFD-173(2)", while_paused=True),
    Transition("case.mandate_given", "登记新的委托", (*_BY_HAND, "issued"), "", "MFD-165", while_paused=True),
    Transition("case.checked_at_window", "窗口审查", ("accepted",), "deciding", "S1-三2", kinds=("promised",)),
)

_ONESELF = Right(frozenset(), applicant=True)  # asked with the one who logs in as the person of the place
_EITHER_SIDE = Right(OFFICE, department=True, anywhere=WINDOW)
_CENTRE = Right(frozenset({"centre_manager"}))
_ROSTER = Right(OFFICE | WINDOW | frozenset({"centre_manager"}))  # whose absence: rules/staff/standing.py
_POSTS = Right(frozenset({"centre_manager", "main_head", "agency_head"}))  # which: rules/staff/posting.py
RIGHTS: dict[str, Right] = {
    "case.handed_over": Right(OFFICE, department=True),
    "case.signed_for": Right(OFFICE, department=True),
    "case.checked_at_window": Right(WINDOW),
    "case.mandate_given": Right(WINDOW | frozenset({"centre_manager"}), applicant=True),
    "case.mandate_ended": Right(WINDOW | frozenset({"centre_manager"}), applicant=True),
    "case.sent_by_hand": _EITHER_SIDE,
    "case.carriage_noted": _EITHER_SIDE,
    "case.carriage_checked": _EITHER_SIDE,
    "account.linked": _ONESELF,
    "account.person_named": _ONESELF,
    "account.person_removed": _ONESELF,
    "staff.absence_noted": _ROSTER,
    "staff.absence_ended": _ROSTER,
    "staff.stand_in_agreed": _CENTRE,
    "staff.posting_agreed": _CENTRE,
    "staff.roster_opened": _CENTRE,
    "staff.posted": _POSTS,
    "staff.posting_ended": _POSTS,
    "staff.delegated": Right(LEADERS, department=True),
    "staff.delegation_revoked": Right(LEADERS, department=True),
    "staff.powers_granted": Right(frozenset({"main_head", "agency_head"}), department=True),
}
