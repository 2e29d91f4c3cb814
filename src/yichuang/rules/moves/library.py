"""The library of certificates (电子证照库): no rows of the table of cases, but rights."""

from __future__ import annotations

from .shapes import Right, Transition

ROWS: tuple[Transition, ...] = ()

_HEADS = Right(frozenset({"deputy_head", "main_head", "agency_head"}), department=True)
_KEEPERS = frozenset({"system_admin", "centre_manager"})
_HOLDER = Right(frozenset(), applicant=True)
_SWEEP = Right(frozenset(), system=True)
RIGHTS: dict[str, Right] = {
    "certificate_type.kept": Right(_KEEPERS, system=True),
    "certificate.imported": Right(_KEEPERS, system=True),
    "certificate.suspended": _HEADS,
    "certificate.resumed": _HEADS,
    "certificate.ending_noted": _HEADS,
    "certificate.shared": _HOLDER,
    "certificate.sharing_ended": _HOLDER,
    "certificate.used": _HOLDER,
    "certificate.identified": _SWEEP,
    "certificate.expiry_told": _SWEEP,
}
