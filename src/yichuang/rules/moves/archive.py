"""The archive (归档、保管、销毁): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import ARCHIVISTS, Right, Transition

_CLOSED = ("closed",)

ROWS: tuple[Transition, ...] = (
    Transition("case.archive_registered", "归档登记", _CLOSED, "", "DAF-14.1"),
    Transition("case.archived", "封装归档", _CLOSED, "", "ZXZW-12"),
    Transition("case.archive_held", "暂停处置", _CLOSED, "", "DAF-21.2"),
    Transition("case.erased", "依规清除", _CLOSED, "", "DAF-21"),
)

# Who watches and audits reads the lists and answers none: he may not destroy what he is to examine.
_ARCHIVIST = Right(ARCHIVISTS | {"centre_manager"})
RIGHTS: dict[str, Right] = {
    "case.archive_registered": _ARCHIVIST,
    "case.archived": Right(frozenset(), system=True),
    "case.archive_held": Right(frozenset({"centre_manager", "auditor"})),
    "case.erased": Right(frozenset(), system=True),
    "disposal.proposed": _ARCHIVIST,
    "disposal.approved": _ARCHIVIST,
    "disposal.declined": _ARCHIVIST,
    "disposal.done": Right(frozenset(), system=True),
}
