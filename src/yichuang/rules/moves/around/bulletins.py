"""Bulletins (通报): who may draft, word and sign them. They have a chain of their own; no case moves."""

from __future__ import annotations

from ..shapes import Right, Transition

ROWS: tuple[Transition, ...] = ()

_CENTRE = frozenset({"centre_manager"})
RIGHTS: dict[str, Right] = {
    "bulletin.drafted": Right(_CENTRE | {"supervisor"}, system=True),
    "bulletin.redrawn": Right(_CENTRE | {"supervisor"}),
    "bulletin.worded": Right(_CENTRE),
    "bulletin.signed": Right(_CENTRE),
    "bulletin.made": Right(frozenset(), system=True),
}
