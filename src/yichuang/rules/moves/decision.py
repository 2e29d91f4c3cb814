"""The decision, its papers and the end (决定与办结): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.decided", "决定", ("deciding",), "decided", "XKF-38"),
    Transition("case.decided", "当场决定", ("accepted",), "decided", "XKF-34.2", kinds=("instant",)),
    Transition("case.issued", "制证", ("decided",), "issued", "XKF-44"),
    Transition("case.delivered", "送达", ("decided", "issued"), "closed", "XKF-44"),
    Transition("case.withdrawn", "撤回申请", OPEN, "closed", "XKF-29.1", while_paused=True),
    Transition("case.closed", "办结", ("decided",), "closed", "XKF-38"),
    Transition("case.rated", "评价", ("closed",), "", "YSHJ-50"),
    Transition("case.document_made", "制作文书", (*OPEN, "decided", "issued", "closed"), "", "XKF-38", True),
)

_SIGNERS = Right(LEADERS | {"verifier"}, department=True)
RIGHTS: dict[str, Right] = {
    "case.decided": _SIGNERS,
    "case.issued": Right(WINDOW),
    "case.delivered": Right(WINDOW, heard=OFFICE),  # 窗口统一送达: rules/staff/at_window.py
    "case.withdrawn": Right(WINDOW, applicant=True),
    "case.closed": Right(WINDOW),
    "case.rated": Right(frozenset(), applicant=True, system=True),  # by an invitation
    "case.document_made": Right(frozenset(), system=True),
}
