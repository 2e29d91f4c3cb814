"""上传链接的地址: signed, so that what nobody issued is turned away unread; what a phone may send over it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from yichuang.faces.common.uploads.taking import Slot

PREFIX = "/up/"
SLOT = Slot(("jpg", "png", "pdf"), 20 * 1024 * 1024)  # of ours: photographs and scans
BODY_MAX = 64 * 1024 * 1024  # of ours: what one phone may send at once
_SIGNER = signing.Signer(salt="yichuang.upload")


def token_of(link_id: UUID) -> str:
    """Return the token of a link: it can't be guessed from another one."""
    return _SIGNER.sign(link_id.hex)


def is_genuine(token: str) -> bool:
    """Say whether a token was made here."""
    try:
        _SIGNER.unsign(token)
    except signing.BadSignature:
        return False
    return True


def address_of(link_id: UUID, request: HttpRequest) -> str:
    """Return the whole address that the QR code holds."""
    site = settings.YICHUANG_PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    return f"{site}{PREFIX}{token_of(link_id)}/"
