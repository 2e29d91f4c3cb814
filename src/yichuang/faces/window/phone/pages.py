"""Pages of uploading by phone at the window: what came so far, one file, and the codes of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import context_of
from yichuang.faces.common.storage import serve_file
from yichuang.faces.window.phone.doing import answered, ended, offered
from yichuang.faces.window.phone.showing import Shown, file_of, ids_in, shown
from yichuang.records.cases.access import read_case
from yichuang.records.cases.history import materials_of
from yichuang.records.cases.models import CaseState, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.uploads.models import UploadLink
from yichuang.records.uploads.queries import arrivals_of, link_for, links_of_case
from yichuang.rules.verdict import Refused


@allow(*WINDOW)
@require_GET
def arrivals(request: HttpRequest, link: UUID) -> HttpResponse:
    """Return what came so far; the desk asks every few seconds while the code is open."""
    row = link_for(link, request.officer)
    return render(request, "window/phone/came.html", {"one": shown(request, row, code=False)})


@allow(*WINDOW)
@require_GET
def arrived(request: HttpRequest, link: UUID, digest: str) -> HttpResponse:
    """Hand out one file that came."""
    for row in arrivals_of(link_for(link, request.officer)):
        if row.digest == digest:
            return serve_file(digest, row.name, row.media_type)
    raise Http404


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def of_case(request: HttpRequest, no: str) -> HttpResponse:
    """Show a code for a material to be corrected or still outstanding, leave a file, or end the code."""
    case = read_case(no, request.officer, request.directory)
    if request.method == "POST":
        context_of(request)  # a form without its key does nothing
        _do(request, case)
    return redirect(f"/desk/{case.no}/{'' if case.state == CaseState.CORRECTING else 'complete/'}#phone")


def of_this_case(request: HttpRequest, case: CaseFile) -> list[Shown]:
    """Return the codes of a case that waits for corrections, or for what was tolerated; of any other none."""
    if case.state != CaseState.CORRECTING and case.tolerance_by is None:
        return []
    return [shown(request, link) for link in links_of_case(case.region_code, case.no, request.at)]


def chosen(request: HttpRequest, case: CaseFile) -> list[tuple[UploadLink, UUID, Mapping[str, Any]]]:
    """Return the waiting files that were ticked to go with what is handed in, each with its link and id."""
    wanted = set(ids_in(request.POST.getlist("w_take")))
    return [
        (one.link, came.row.id, file_of(one.link, came.row))
        for one in (of_this_case(request, case) if wanted else [])
        for came in one.came
        if came.waiting and came.row.id in wanted
    ]


def close(request: HttpRequest, case: CaseFile, took: list[tuple[UploadLink, UUID, Mapping[str, Any]]]) -> None:
    """Put on record which files went with what was handed in, and end the codes of the case."""
    for link, arrival_id, _ in took:
        answered(request, link, arrival_id, take=True)
    for link in links_of_case(case.region_code, case.no, request.at):
        ended(request, link)


def _do(request: HttpRequest, case: CaseFile) -> None:
    post = request.POST
    if key := post.get("w_phone", ""):
        row = next((row for row in materials_of(case.region_code, case.id) if row.key == key), None)
        awaited = MaterialVerdict.CORRECT if case.state == CaseState.CORRECTING else MaterialVerdict.DEFERRED
        if row is None or row.verdict != awaited:
            raise Refused("upload_not_waited_for", "XKF-33")
        named = {"material_key": key, "material_name": row.name, "case_no": case.no}
        offered(request, {**named, "item_name": version_of(case.item_version_id).item.name})
    for link in links_of_case(case.region_code, case.no, request.at):
        if str(link.id) == post.get("w_end", ""):
            ended(request, link)
        for row in arrivals_of(link) if post.get("w_drop") else ():
            if str(row.id) == post["w_drop"]:
                answered(request, link, row.id, take=False)
