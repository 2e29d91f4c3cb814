"""授权码: a code that lets somebody see one certificate, for one purpose, for a while; its holder may take it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from yichuang.rules.periods import day_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

DAYS = (1, 7, 30, 90)  # of ours: how long a code may be good for
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0 O 1 I: 32 letters, 5 bits each
_LENGTH = 16
_SHORTEST = 2


def new_code(draw: Callable[[int], int]) -> str:
    """Return a new code, XXXX-XXXX-XXXX-XXXX: 80 bits.  Basis: GRXX-51"""
    letters = "".join(_LETTERS[draw(len(_LETTERS))] for _ in range(_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, _LENGTH, 4))


def plain_code(typed: str) -> str:
    """Return the code in its usual form, or "" for what can be none.  Basis: GRXX-51"""
    letters = "".join(typed.upper().split()).replace("-", "")
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        return ""
    return "-".join(letters[at : at + 4] for at in range(0, _LENGTH, 4))


def may_share(status: str, purpose: str, recipient: str, days: int) -> Verdict:
    """Say whether a code may be made: a certificate that was not ended, a purpose, a receiver, a known length.

    Basis: GRXX-6.1, GRXX-23
    """
    if status not in ("valid", "suspended"):
        return refuse("share_ended", "GRXX-6.1")
    if len(purpose.strip()) < _SHORTEST:
        return refuse("share_purpose", "GRXX-6.1")
    if len(recipient.strip()) < _SHORTEST:
        return refuse("share_recipient", "GRXX-23")
    return ALLOWED if days in DAYS else refuse("share_days", "GRXX-6.1")


def ends_at(at: datetime, days: int) -> datetime:
    """Return when a code made now is over.  Basis: GRXX-6.1"""
    return at + timedelta(days=days)


def may_open(expires_at: datetime, revoked_at: datetime | None, at: datetime) -> Verdict:
    """Say whether a code still opens: neither taken back nor over.  Basis: GRXX-15, GRXX-6.1"""
    if revoked_at is not None:
        return refuse("share_revoked", "GRXX-15", on=day_of(revoked_at))
    if at >= expires_at:
        return refuse("share_over", "GRXX-6.1", on=day_of(expires_at))
    return ALLOWED


def may_take_back(revoked_at: datetime | None) -> Verdict:
    """Say whether a code can be taken back: once.  Basis: GRXX-15"""
    return ALLOWED if revoked_at is None else refuse("share_revoked", "GRXX-15", on=day_of(revoked_at))
