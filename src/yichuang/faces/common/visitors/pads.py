"""The address of a window's rating pad (评价屏地址): signed, so that nobody opens the pad of a window by guessing."""

from __future__ import annotations

import base64
from uuid import UUID

from django.core import signing

_SALT = "yichuang.pad"
_SEPARATOR = "~"


def pad_token(region_code: str, window_id: UUID) -> str:
    """Return the token of a window's pad: letters, digits and dashes only."""
    told = signing.Signer(salt=_SALT, sep=_SEPARATOR).sign(f"{region_code}{_SEPARATOR}{window_id}")
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def window_behind(token: str) -> tuple[str, str]:
    """Return region and window of a token.  Raises: BadSignature."""
    try:
        told = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
    except ValueError:
        raise signing.BadSignature(token) from None
    region, _, window = signing.Signer(salt=_SALT, sep=_SEPARATOR).unsign(told).partition(_SEPARATOR)
    return region, window
