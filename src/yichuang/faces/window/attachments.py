"""Scans that a clerk adds on the desk (影像): taken in at once, carried by the form until they are put on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.core import signing
from django.http import HttpRequest

from yichuang.faces.common import uploads

Files = tuple[Mapping[str, Any], ...]
_SALT = "yichuang.window.files"


def sealed(files: Sequence[Mapping[str, Any]]) -> str:
    """Return the files as a text that nobody can forge: a digest alone opens no file."""
    return signing.dumps([dict(row) for row in files], salt=_SALT) if files else ""


def unsealed(text: str) -> Files:
    """Return the files of a sealed text, nothing for a forged one."""
    try:
        return tuple(signing.loads(text, salt=_SALT)) if text else ()
    except signing.BadSignature:
        return ()


def taken(request: HttpRequest, name: str) -> tuple[Files, str]:
    """Return the files uploaded under a name, and the sentence about one that can't be taken."""
    found, fault = [], ""
    for upload in request.FILES.getlist(name):
        try:
            found.append(asdict(uploads.accept(upload)))
        except uploads.UploadRefused as refused:
            fault = uploads.sentence(refused)
    return tuple(found), fault
