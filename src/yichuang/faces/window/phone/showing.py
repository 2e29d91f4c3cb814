"""出示的二维码: how a link and what came over it look on the desk."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.uploads.chain import standing
from yichuang.faces.common.casework.papers import is_picture
from yichuang.faces.common.uploads.by_phone import address_of
from yichuang.records.documents.codes import qr
from yichuang.records.uploads.models import Arrival, ArrivalState, UploadLink
from yichuang.records.uploads.queries import arrivals_of
from yichuang.rules.uploads.phone import MINUTES, is_open


@dataclass(frozen=True, slots=True)
class Came:
    """One file that came, as the desk shows it."""

    row: Arrival
    url: str
    picture: bool

    @property
    def waiting(self) -> bool:
        """Return whether it is still to be taken over or left."""
        return self.row.state == ArrivalState.WAITING


@dataclass(frozen=True, slots=True)
class Shown:
    """One link on the desk: its code while it is open, and what came over it."""

    link: UploadLink
    open: bool
    came: Sequence[Came]
    code: str = ""
    address: str = ""
    minutes: int = MINUTES


def shown(request: HttpRequest, link: UploadLink, *, code: bool = True) -> Shown:
    """Return how a link looks now; `code` draws the QR code as well."""
    still = is_open(standing(link), request.at).allowed
    address = address_of(link.id, request) if still and code else ""
    drawn = f"data:image/svg+xml;base64,{base64.b64encode(qr(address).encode()).decode()}" if address else ""
    return Shown(link, still, [_came(link, row) for row in arrivals_of(link)], drawn, address)


def file_of(link: UploadLink, row: Arrival) -> dict[str, Any]:
    """Return a file that came as the record of a material keeps it."""
    named = {"digest": row.digest, "name": row.name, "media_type": row.media_type, "size": row.size}
    return {**named, "way": "phone", "link": str(link.id)}


def ids_in(texts: Sequence[str]) -> list[UUID]:
    """Return the ids among some texts."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _came(link: UploadLink, row: Arrival) -> Came:
    url = f"/desk/phone/{link.id}/{row.digest}/"
    return Came(row, url, is_picture({"media_type": row.media_type}))
