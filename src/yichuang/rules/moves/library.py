"""Certificates of the library (电子证照库) and uploading by phone (手机扫码上传): no rows of the table, but rights."""

from __future__ import annotations

from .shapes import WINDOW, Right, Transition

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
    "upload.offered": Right(WINDOW),
    "upload.arrived": _SWEEP,  # by the link itself, whoever holds it
    "upload.answered": Right(WINDOW),
    "upload.purged": _SWEEP,
    "upload.ended": Right(WINDOW),
    "certificate.called": Right(WINDOW),
    "certificate.identified": _SWEEP,
    "certificate.expiry_told": _SWEEP,
}
