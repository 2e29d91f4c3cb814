"""What the clerk does with codes and files (出示、收下、不要、停用): the acts, each under a key of its own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.uploads.answer import Answer, answer
from yichuang.acts.uploads.end import Ending, end
from yichuang.acts.uploads.offer import Offer, offer
from yichuang.faces.common.doing import perform
from yichuang.faces.common.uploads.by_phone import token_of
from yichuang.faces.window.frame import region_of
from yichuang.records.ids import new_id
from yichuang.records.uploads.models import UploadLink


def offered(request: HttpRequest, for_what: dict[str, str]) -> UUID:
    """Put a link on record; return its id. Pressed twice on one form, it is the same link."""
    link_id = new_id()
    mark = _mark(request, "p", for_what["material_key"])
    wish = Offer(region_of(request), link_id, token_of(link_id), **for_what)
    return UUID(str(perform(request, offer, wish, key=mark, digest=mark).answer["link"]))


def answered(request: HttpRequest, link: UploadLink, arrival_id: UUID, *, take: bool) -> None:
    """Put on record what becomes of a file."""
    mark = _mark(request, "t" if take else "d", arrival_id.hex[-12:])
    perform(request, answer, Answer(link.region_code, link.id, arrival_id, take), key=mark, digest=mark)


def ended(request: HttpRequest, link: UploadLink) -> None:
    """Put the end of a link on record, if it has not ended."""
    if link.ended_at is None:
        mark = _mark(request, "e", link.id.hex[-12:])
        perform(request, end, Ending(link.region_code, link.id), key=mark, digest=mark)


def _mark(request: HttpRequest, deed: str, what: str) -> str:
    """Return a key made of the form's own, "" for a form without one: then nothing is done."""
    key = request.POST.get("key", "")[:36]
    return f"{key}:{deed}:{what}"[:64] if len(key) >= 8 else ""
