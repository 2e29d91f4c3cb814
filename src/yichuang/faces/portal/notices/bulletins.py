"""运行通报: what the centre tells the public of a week, a month, a quarter: figures with definitions, no list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.place import centre_of
from yichuang.records.bulletins.models import BulletinState
from yichuang.records.bulletins.queries import bulletin_in, bulletins, correction_of, corrections
from yichuang.rules.masking import mask_text
from yichuang.rules.statistics.bulletins import filled

_PAGE = 20


@allow(PUBLIC)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List the signed bulletins of the centre, the latest first."""
    centre = centre_of(request)
    region = centre.region.code if centre else ""
    found = Paginator(bulletins(region, signed=True), _PAGE).get_page(request.GET.get("page"))
    newer = corrections(region, list(found))
    told = {"tab": "bulletins", "page": found, "rows": [(row, newer.get(row.id)) for row in found]}
    return render(request, "portal/notices/bulletins.html", told | {"crumbs": [("公示", "")]})


@allow(PUBLIC)
@require_safe
def one(request: HttpRequest, bulletin: UUID) -> HttpResponse:
    """Show the public part: how it went on the whole, and the figures that are published; no case, no person."""
    row = bulletin_in(list(request.directory.centres), bulletin)
    if row is None or row.state != BulletinState.SIGNED:
        raise Http404(str(bulletin))
    newer = correction_of(row)
    groups = [(group["title"], _public(group["numbers"])) for group in row.figures["groups"]]
    told = {
        "tab": "bulletins",
        "row": row,
        "situation": mask_text(filled(row.words.get("situation", ""), row.shown)),
        "reason": mask_text(row.reason),
        "groups": [(title, numbers) for title, numbers in groups if numbers],
        "newer": newer if newer and newer.state == BulletinState.SIGNED else None,
        "corrected": bulletin_in([row.region_code], row.corrects_id) if row.corrects_id else None,
        "crumbs": [("公示", "/notices/"), ("运行通报", "/notices/bulletins/"), (row.period.name, "")],
    }
    return render(request, "portal/notices/bulletin.html", told)


def _public(numbers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in numbers if one["public"]]
