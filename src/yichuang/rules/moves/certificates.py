"""Certificates after their issue (证照的变动): no rows of the table of cases, but rights of the issuing department."""

from __future__ import annotations

from .shapes import LEADERS, Right, Transition

ROWS: tuple[Transition, ...] = ()

_PROPOSERS = Right(frozenset({"reviewer", "verifier"}) | LEADERS, department=True)
_HEADS = Right(frozenset({"deputy_head", "main_head", "agency_head"}), department=True)
RIGHTS: dict[str, Right] = {
    "certificate.proposed": _PROPOSERS,
    "certificate.proposal_declined": _HEADS,
    "certificate.revoked": _HEADS,
    "certificate.withdrawn": _HEADS,
    "certificate.cancelled": _HEADS,
    "certificate.deregistered": _HEADS,
    "certificate.changed": _HEADS,
    "certificate.deemed_renewed": Right(frozenset(), system=True),
}
