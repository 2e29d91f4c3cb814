"""/centre/bulletins/: drafts and signed bulletins; drafting one whose day has come."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.bulletins.draft import BulletinDraft, draft
from yichuang.acts.bulletins.frame import used_here
from yichuang.acts.context import Context
from yichuang.faces.centre.scope import frame, regions_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, OFFICE, WINDOW, allow
from yichuang.faces.common.dates import typed_day
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.records.bulletins.models import bulletin_periods
from yichuang.records.bulletins.queries import bulletins, corrections
from yichuang.rules.statistics.bulletins import PERIODS
from yichuang.rules.verdict import Refused

READERS = CENTRE | OFFICE | WINDOW
DRAFTERS = frozenset({"centre_manager", "supervisor"})
_PAGE = 20


@allow(*READERS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the bulletins; draft one."""
    region = here(request)
    if request.method == "GET":
        return _show(request, region)
    wish = BulletinDraft(region, request.POST.get("kind", "")[:8], typed_day(request.POST.get("on", "")) or date.max)
    if wish.on == date.max:
        return _show(request, region, status=422, missing="请填这一期里的任何一天。")
    try:
        filed = perform(request, draft, wish)
    except Refused as said:
        return _show(request, region, status=422, refusal=refusal(said, request.today), posted=request.POST)
    results.done(request, "已起草通报，数字已经固定。")
    return HttpResponseRedirect(f"/centre/bulletins/{filed.answer['bulletin']}/")


def here(request: HttpRequest) -> str:
    """Return the region asked for, else the first in which the officer has a post."""
    regions = regions_of(request.officer, READERS)
    asked = request.GET.get("region", "")
    return asked if asked in regions else regions[0]


def sees_drafts(request: HttpRequest, region: str) -> bool:
    """Say whether drafts are this officer's business."""
    return request.officer.grant(CENTRE, region_code=region) is not None


def _show(request: HttpRequest, region: str, *, status: int = 200, **more: object) -> HttpResponse:
    drafts = sees_drafts(request, region)
    found = Paginator(bulletins(region, signed=not drafts), _PAGE).get_page(request.GET.get("page"))
    newer, ctx = corrections(region, list(found)), Context(request.officer, request.at, request.directory)
    used, names = used_here(region, ctx), dict(bulletin_periods())
    told = {
        "page": found,
        "rows": [(row, newer.get(row.id)) for row in found],
        "drafts": drafts,
        "may": request.officer.grant(DRAFTERS, region_code=region) is not None,
        "kinds": [(PERIODS[word], names[PERIODS[word]]) for word in used],
        "on": request.today - timedelta(days=request.today.day),
        "key": new_key(),
    }
    around = frame(request, READERS) | {"region": region}
    return render(request, "centre/bulletins/list.html", around | told | more, status=status)
