"""Manners of delivery (送达): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import OFFICE, OPEN, WINDOW, Right, Transition

_READY = ("decided", "issued")
_ANY = (*OPEN, *_READY)
_AFTER = ("closed",)

ROWS: tuple[Transition, ...] = (
    Transition("case.pickup_called", "通知领取", _READY, "", "XKF-44"),
    Transition("case.fetched", "凭码领取", _READY, "closed", "XKF-44"),
    Transition("case.delivery_way_confirmed", "确认送达方式和地址", _ANY, "", "MSF-91", while_paused=True),
    Transition("case.posted", "交寄", _READY, "", "MSF-91"),
    Transition("case.post_delivered", "邮寄送达", _READY, "closed", "MSF-91"),
    Transition("case.post_returned", "邮件退回", _READY, "", "MSF-91"),
    Transition("case.electronic_agreed", "同意电子送达", _ANY, "", "MSF-90.1", while_paused=True),
    Transition("case.electronically_delivered", "电子送达", _READY, "closed", "MSF-90.2"),
    Transition("case.receipt_confirmed", "确认收悉", ("closed",), "", "MSF-90.1"),
    Transition("case.left_behind", "留置送达", _READY, "closed", "MSF-89"),
    Transition("case.delivery_announced", "公告送达", _READY, "", "MSF-95.1"),
    Transition("case.delivery_deemed", "公告期满视为送达", _READY, "closed", "MSF-95.1"),
    # A decision on the certificate that came later (后续决定): the case stays closed.
    Transition("case.delivered", "送达后续决定", _AFTER, "", "XKF-44"),
    Transition("case.pickup_called", "通知领取后续决定", _AFTER, "", "XKF-44"),
    Transition("case.fetched", "凭码领取后续决定", _AFTER, "", "XKF-44"),
    Transition("case.posted", "交寄后续决定", _AFTER, "", "MSF-91"),
    Transition("case.post_delivered", "邮寄送达后续决定", _AFTER, "", "MSF-91"),
    Transition("case.post_returned", "后续决定邮件退回", _AFTER, "", "MSF-91"),
    Transition("case.electronic_agreed", "同意电子送达后续决定", _AFTER, "", "MSF-90.1"),
    Transition("case.electronically_delivered", "电子送达后续决定", _AFTER, "", "MSF-90.2"),
    Transition("case.left_behind", "留置送达后续决定", _AFTER, "", "MSF-89"),
    Transition("case.delivery_announced", "公告送达后续决定", _AFTER, "", "MSF-95.1"),
    Transition("case.delivery_deemed", "后续决定公告期满", _AFTER, "", "MSF-95.1"),
)

_AT_WINDOW = Right(WINDOW, heard=OFFICE)  # 窗口统一送达: rules/staff/at_window.py
_APPLICANT = Right(frozenset(), applicant=True)
RIGHTS: dict[str, Right] = {
    "case.pickup_called": _AT_WINDOW,
    "case.fetched": _AT_WINDOW,
    "case.delivery_way_confirmed": Right(WINDOW, applicant=True),
    "case.posted": _AT_WINDOW,
    "case.post_delivered": Right(WINDOW, system=True, heard=OFFICE),
    "case.post_returned": Right(WINDOW, system=True),
    "case.electronic_agreed": Right(WINDOW, applicant=True),
    "case.electronically_delivered": _AT_WINDOW,
    "case.receipt_confirmed": _APPLICANT,
    "case.left_behind": _AT_WINDOW,
    "case.delivery_announced": _AT_WINDOW,
    "case.delivery_deemed": Right(frozenset(), system=True),
}
