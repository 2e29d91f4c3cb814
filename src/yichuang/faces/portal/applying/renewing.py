"""延续: an application that was begun from a certificate carries the certificate's id to its submission."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

_NAME = "renews"


def renewed_by(told: Mapping[str, Any]) -> UUID | None:
    """Return the certificate whose renewal is asked for, or None."""
    try:
        return UUID(str(told.get(_NAME, "")))
    except ValueError:
        return None


def renewing(told: Mapping[str, Any]) -> dict[str, str]:
    """Return what a draft keeps of it; {} for an ordinary application."""
    found = renewed_by(told)
    return {_NAME: str(found)} if found else {}
