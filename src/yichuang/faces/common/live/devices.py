"""Registered devices (设备登记): a code is typed once at the screen, then a secret in its cookie says who it is."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime

from django.http import HttpResponse

from yichuang.records.hall.models import Screen, ScreenKind

COOKIE = "screen"
_YEARS = 5 * 365 * 24 * 3600
_DIGITS = 12  # so many that guessing is hopeless without shutting anybody out
_LEAST = 8


def digest(secret: str) -> str:
    """Return what is kept of a code or a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_code() -> str:
    """Return a fresh pairing code: twelve digits, of which one in a million million is right."""
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"


def in_fours(code: str) -> str:
    """Return a code as it is read and typed most easily."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


def device_in(cookies: Mapping[str, str]) -> Screen | None:
    """Return the device whose secret is among the cookies. One query, none without a cookie."""
    secret = cookies.get(COOKIE, "")
    if not secret:
        return None
    rows = Screen.objects.filter(secret_digest=digest(secret), revoked_at=None)
    return rows.select_related("hall__centre__region", "hall_window__window").first()


def kiosk_in(cookies: Mapping[str, str]) -> Screen | None:
    """Return the kiosk whose browser asks. One query, none for other browsers."""
    device = device_in(cookies)
    return device if device is not None and device.kind == ScreenKind.KIOSK else None


def pair(code: str, at: datetime) -> tuple[Screen, str] | None:
    """Use a pairing code up; return the device and its new secret, None when no device waits for this code."""
    if not _LEAST <= len(code) <= _DIGITS or not code.isascii() or not code.isdigit():
        return None
    secret = secrets.token_urlsafe(32)
    waiting = Screen.objects.filter(code_digest=digest(code), revoked_at=None)
    row = waiting.select_related("hall", "hall_window__window").first()
    if row is None or not waiting.filter(id=row.id).update(code_digest="", secret_digest=digest(secret), paired_at=at):
        return None
    return row, secret


def remember(response: HttpResponse, secret: str, *, secure: bool) -> None:
    """Give the device its secret."""
    response.set_cookie(COOKIE, secret, max_age=_YEARS, httponly=True, samesite="Lax", secure=secure)
