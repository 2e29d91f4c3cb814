"""开始申请: what it takes, on whose behalf, in which situation; then a draft begins."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.intake.entering import may_begin_online
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.forms.schema_form import BoundForm, bind, form_spec, show
from yichuang.faces.common.live.devices import kiosk_in
from yichuang.faces.portal.applying.applicant import BEHALVES
from yichuang.faces.portal.applying.capacity import offered, told_first
from yichuang.faces.portal.applying.prospect import prospect
from yichuang.faces.portal.applying.renewing import renewing
from yichuang.records.cases.drafts import Beginning, begin
from yichuang.records.cases.models import Channel, Draft
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.catalogue.queries import ItemGuide, guide_of
from yichuang.records.catalogue.shelf import asked
from yichuang.rules.verdict import Refused

_RENEWAL = "renew"  # the code of 延续 among an item's situations


@allow(PUBLIC)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Show what it takes; begin a draft for who is logged in."""
    found = guide_of(code, request.today)
    if found is None:
        raise Http404
    if found.item.status != ItemStatus.OPEN:
        raise Refused("item_not_open", "XKF-30", {"item": found.item.name})
    found.version.item = found.item
    may_begin_online(found.version, request.directory.profile(found.item.department_id), request.today)
    if request.method == "GET":
        wanted = request.GET.get("situation", "") or (_RENEWAL if renewing(request.GET) else "")
        bound = show(_spec(request, found), {"situation": _situation(found, wanted)})
        return _page(request, found, bound)
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"/login/?next={quote(request.path)}")
    bound = bind(_spec(request, found), request.POST, today=request.today)
    if not bound.ok:
        return _page(request, found, bound)
    return HttpResponseRedirect(f"/apply/{_begun(request, found, bound).id}/tasks/")


def _begun(request: HttpRequest, found: ItemGuide, bound: BoundForm) -> Draft:
    behalf = next(key for key in BEHALVES if BEHALVES[key][0] == bound.values["behalf"])
    codes = {row["name"]: row["code"] for row in found.version.situations}
    situation = codes.get(bound.values.get("situation", ""), next(iter(codes.values()), ""))
    told = told_first(request, behalf) | renewing(request.GET)
    mobile = "Mobi" in request.headers.get("User-Agent", "")
    channel = Channel.KIOSK if kiosk_in(request.COOKIES) else Channel.MOBILE if mobile else Channel.ONLINE
    wish = Beginning(found.version, situation, told, channel)
    return begin(wish, request.officer.user_id, request.at)


def _page(request: HttpRequest, found: ItemGuide, bound: BoundForm) -> HttpResponse:
    chosen = _code(found, bound.values.get("situation", ""))
    rows = list(asked(found.version.materials, chosen))
    context: dict[str, Any] = {
        "item": found.item,
        "version": found.version,
        "bound": bound,
        "bring": [row for row in rows if not row.get("share_exempt")],
        "exempt": [row for row in rows if row.get("share_exempt")],
        "expect": prospect(found.version, found.item.department_id, request),
        "crumbs": [(found.item.short_name or found.item.name, f"/items/{found.item.code}/"), ("在线办理", "")],
    }
    return render(request, "portal/applying/start.html", context, status=422 if bound.errors else 200)


def _spec(request: HttpRequest, found: ItemGuide) -> Any:
    """Return the two questions of the start page: on whose behalf, and in which situation where there are several."""
    names = [row["name"] for row in found.version.situations]
    keys = offered(request, found.item, str(found.version.guide.get("in_person", "")))
    questions = {"behalf": {"enum": [BEHALVES[key][0] for key in keys], "title": "替谁办"}}
    if len(names) > 1:
        questions["situation"] = {"enum": names, "title": "办哪一种"}
    ui = {"fields": {"behalf": {"widget": "radios"}, "situation": {"widget": "radios"}}}
    ui["fields"] = {name: words for name, words in ui["fields"].items() if name in questions}
    return form_spec({"type": "object", "properties": questions, "required": list(questions)}, ui)


def _situation(found: ItemGuide, code: str) -> str:
    """Return the name of the situation that the guide was read for, of the first without one."""
    names = {row["code"]: row["name"] for row in found.version.situations}
    return names.get(code, next(iter(names.values()), ""))


def _code(found: ItemGuide, name: str) -> str:
    codes = {row["name"]: row["code"] for row in found.version.situations}
    return codes.get(name, next(iter(codes.values()), ""))
