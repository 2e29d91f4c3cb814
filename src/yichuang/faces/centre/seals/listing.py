"""印章: the seals of a centre that somebody may look at; who may register one does it here."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.seals.register import NewSeal, register_seal
from yichuang.faces.centre.scope import region_of, regions_of
from yichuang.faces.common.access import STAFF, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.nav import around
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import refusal
from yichuang.records.seals.access import seals_for
from yichuang.records.seals.models import SealKind
from yichuang.records.seals.queries import uses_by_seal
from yichuang.rules.seals.life import REGISTRARS
from yichuang.rules.verdict import Refused


@allow(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the seals; on POST put a new one on record."""
    if request.method != "POST":
        return shown(request)
    try:
        filed = perform(request, register_seal, _wished(request))
    except Refused as refused:
        if refused.code == "key_missing":
            raise
        return shown(request, refused)
    done(request, f"印章 {filed.answer['no']} 已登记，从启用日期起用印。")
    return HttpResponseRedirect(f"/centre/seals/{filed.answer['no']}/")


def shown(request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
    """Return the page, with what is wrong if something is."""
    regions = regions_of(request.officer, STAFF)
    rows = seals_for(regions, request.officer)
    uses = uses_by_seal(regions, [row.id for row in rows])
    context: dict[str, Any] = {
        "seals": [(row, uses.get(row.id, 0)) for row in rows],
        "refusal": refusal(refused, request.today) if refused else None,
        **(_form(request) if request.officer.roles() & REGISTRARS else {}),
    }
    return render(request, "centre/seals/list.html", around(request) | context, status=422 if refused else 200)


def _form(request: HttpRequest) -> dict[str, Any]:
    region, place = region_of(request, REGISTRARS), request.directory
    centre = place.centres[region]
    bodies = [centre.name, *(one.name for one in place.departments.values() if one.centre.id == centre.id)]
    held = {post.user_id for posts in place.postings.values() for post in posts if post.centre_id == centre.id}
    keepers = [(user, name) for user, name in place.names.items() if user in held and user != request.officer.user_id]
    return {
        "may_register": True,
        "bodies": list(dict.fromkeys(bodies)),
        "kinds": SealKind.choices,
        "keepers": sorted(keepers, key=lambda pair: pair[1]),
        "told": request.POST or {"valid_from": request.today.isoformat()},
        "key": new_key(),
    }


def _wished(request: HttpRequest) -> NewSeal:
    """Return what was typed.  Raises: Refused for what is no date or nobody."""
    told = request.POST
    try:
        keeper, first = UUID(told.get("keeper", "")), date.fromisoformat(told.get("valid_from", ""))
    except ValueError:
        raise Refused("key_missing" if not told.get("key") else "seal_keeper_unknown", "ZXZW-9") from None
    region = region_of(request, REGISTRARS) if request.officer.roles() & REGISTRARS else region_of(request, STAFF)
    return NewSeal(region, told.get("body", ""), told.get("kind", ""), keeper, first)
