"""QR codes as pictures in a page: the policy of pages allows data, not inline drawings of styles."""

from __future__ import annotations

import base64

from django.conf import settings
from django.http import HttpRequest

from yichuang.records.documents.codes import qr


def picture_of(path: str, request: HttpRequest) -> str:
    """Return the QR code of a public address of ours, as the source of an <img>."""
    drawn = qr(address_of(path, request))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"


def address_of(path: str, request: HttpRequest) -> str:
    """Return an address as a telephone needs it."""
    return f"{settings.YICHUANG_PUBLIC_URL or request.build_absolute_uri('/')[:-1]}{path}"
