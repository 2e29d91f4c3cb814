"""/kiosk/guide/: find an item at the kiosk, read what to bring for it, and take it away on a slip."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yichuang.faces.common.live.codes import picture_of
from yichuang.faces.kiosk.frame import at_kiosk, here, shown
from yichuang.records.catalogue.queries import guide_of
from yichuang.records.catalogue.shelf import asked, shelf

_MOST, _LONGEST = 12, 40


@at_kiosk
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Find an item; each leads to what it takes."""
    place, words = here(request), request.GET.get("q", "").strip()[:_LONGEST]
    rows = shelf(request.directory, request.today, place.hall.region_code)
    found = rows.search(words, limit=_MOST) if words else rows.where(lambda card: card.open)[:_MOST]
    return shown(request, "guide", place, found=found, asked=words)


@at_kiosk
@require_safe
def bring(request: HttpRequest, code: str) -> HttpResponse:
    """Say what to bring for an item in one situation, to be printed as a slip.  Raises: Http404."""
    place = here(request)
    card = next(iter(shelf(request.directory, request.today).where(lambda card: card.code == code)), None)
    found = guide_of(code, request.today)
    if card is None or found is None:
        raise Http404
    names = {row["code"]: row["name"] for row in found.version.situations}
    situation = told if (told := request.GET.get("situation", "")) in names else next(iter(names), "")
    slots = list(asked(found.version.materials, situation))
    told_of = {
        "card": card,
        "situations": names.items(),
        "situation": situation,
        "situation_name": names.get(situation, ""),
        "slots": [slot for slot in slots if not slot.get("share_exempt")],
        "spared": [slot["name"] for slot in slots if slot.get("share_exempt")],
        "qr": picture_of(f"/items/{code}/", request),
        "at": request.at,
    }
    return shown(request, "bring", place, **told_of)
