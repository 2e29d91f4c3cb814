"""一件事: what there is, one of them with its departments and materials, and the beginning of an application."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.forms.schema_form import BoundForm, FormSpec, bind, form_spec, show
from yichuang.faces.common.labels import term_words
from yichuang.faces.common.place import centre_of
from yichuang.faces.portal.applying.applicant import BEHALVES
from yichuang.faces.portal.applying.capacity import offered, told_first
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.projects.drafts import begin_bundle, merged_or_refused
from yichuang.records.projects.merging import SHEET, Merged, all_merged
from yichuang.records.projects.models import Bundle
from yichuang.records.projects.queries import bundles


def cards(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the open bundles with their items and what is saved, for the home page and the list."""
    here = centre_of(request)
    made = bundles([here.id] if here else [])
    return [_card(bundle, whole) for bundle, whole in all_merged(made, request.today)]


@allow(PUBLIC)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Show every bundle."""
    return render(request, "portal/projects/bundles.html", {"bundles": cards(request), "crumbs": [("一件事", "")]})


@allow(PUBLIC)
@require_http_methods(["GET", "POST"])
def bundle(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one bundle; begin a draft for who is logged in."""
    made = bundle_here(request, slug)
    whole = merged_or_refused(made, request.today)
    spec = _spec(request, whole)
    if request.method == "GET":
        return _page(request, made, whole, show(spec, {}))
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"/login/?next={quote(request.path)}")
    bound = bind(spec, request.POST, today=request.today)
    if not bound.ok:
        return _page(request, made, whole, bound)
    behalf = next(key for key in BEHALVES if BEHALVES[key][0] == bound.values["behalf"])
    told = told_first(request, behalf)
    mobile = "Mobi" in request.headers.get("User-Agent", "")
    channel = Channel.MOBILE if mobile else Channel.ONLINE
    draft = begin_bundle(made, told, channel, request.officer.user_id, request.at)
    return HttpResponseRedirect(f"/apply/{draft.id}/tasks/")


def bundle_here(request: HttpRequest, slug: str) -> Bundle:
    """Return an open bundle of one of the centres. Raises NotFound."""
    rows = bundles(centre.id for centre in request.directory.centres.values())
    found = next((row for row in rows if row.slug == slug), None)
    if found is None:
        raise NotFound(slug)
    return found


def _spec(request: HttpRequest, whole: Merged) -> FormSpec:
    names = [BEHALVES[key][0] for key in offered(request, whole.version.item)]
    questions = {"behalf": {"enum": names, "title": "替谁办"}}
    ui = {"fields": {"behalf": {"widget": "radios"}}}
    return form_spec({"type": "object", "properties": questions, "required": ["behalf"]}, ui)


def _card(bundle: Bundle, whole: Merged) -> dict[str, Any]:
    versions = [share.version for share in whole.shares]
    alone = sum(len(share.materials) for share in whole.shares)
    return {
        "bundle": bundle,
        "items": versions,
        "departments": list(dict.fromkeys(version.item.department.short_name for version in versions)),
        "materials": len(whole.version.materials),
        "spared": alone - len(whole.version.materials),
        "questions": len(whole.version.form_schema["properties"]),
        "fewer": sum(len(share.fields) for share in whole.shares) - len(whole.version.form_schema["properties"]),
    }


def _page(request: HttpRequest, made: Bundle, whole: Merged, bound: BoundForm) -> HttpResponse:
    context = _card(made, whole) | {
        "bound": bound,
        "lanes": [_lane(share.version) for share in whole.shares],
        "rows": [_material(row, whole) for row in whole.version.materials],
        "crumbs": [("一件事", "/bundles/"), (made.name, "")],
    }
    return render(request, "portal/projects/bundle.html", context, status=422 if bound.errors else 200)


def _lane(version: ItemVersion) -> dict[str, Any]:
    promised = term_words(version.promised_number, version.promised_unit) if version.promised_number else "当场办结"
    return {"item": version.item, "limit": promised, "kind": version.kind}


def _material(row: dict[str, Any], whole: Merged) -> dict[str, Any]:
    """Return a material with the items that it serves."""
    serves: Sequence[str] = [
        share.version.item.short_name or share.version.item.name
        for share in whole.shares
        if row["key"] in share.materials.values()
    ]
    return {
        "name": row["name"],
        "exempt": bool(row.get("share_exempt")),
        "sheet": row["key"] == SHEET,
        "serves": serves,
    }
