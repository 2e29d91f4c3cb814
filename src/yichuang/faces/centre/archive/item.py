"""One archived case: what it is, whether its package is sound, hold, and the download that leaves a trace."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On
from yichuang.acts.archive.export import exported
from yichuang.acts.archive.hold import Hold, hold_archive
from yichuang.faces.centre.archive import KEEPERS, frame
from yichuang.faces.centre.evidence import shown_applicant
from yichuang.faces.centre.scope import region_of, watched_case
from yichuang.faces.common import results
from yichuang.faces.common.access import ARCHIVE, allow
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.common.storage import serve_file
from yichuang.records.applicants.access import Reading, note_reading
from yichuang.records.archive.models import ArchiveItem, ArchiveState
from yichuang.records.archive.queries import item_of, kept
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.filestore import store
from yichuang.rules.verdict import Refused

_ZIP = "application/zip"
_PURPOSE = 4  # characters: enough to say why
_MOST = 2000


@allow(*ARCHIVE)
@require_GET
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the line of one case."""
    return _show(request, *_of(request, no))


@allow(*ARCHIVE)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, no: str) -> HttpResponse:
    """Hold or release."""
    if request.method == "GET":
        return HttpResponseRedirect(f"/centre/archive/{no}/")
    case, item = _of(request, no)
    held, reason = request.POST.get("held") == "yes", request.POST.get("reason", "")[:200]
    try:
        perform(request, hold_archive, Hold(On(case.no, version_in(request)), held, reason))
    except Refused as said:
        return _show(request, case, item, status=422, refusal=refusal(said, request.today))
    results.done(request, "已暂停处置" if held else "已解除暂停")
    return HttpResponseRedirect(f"/centre/archive/{case.no}/")


@allow(*ARCHIVE)
@require_http_methods(["GET", "POST"])
def download(request: HttpRequest, no: str) -> HttpResponse:
    """Hand the package out, with the purpose written into the read log.

    Basis: GRXX-51
    """
    if request.method == "GET":
        return HttpResponseRedirect(f"/centre/archive/{no}/")
    case, item = _of(request, no)
    context_of(request)  # a form without a key does nothing
    purpose = request.POST.get("purpose", "").strip()
    try:
        if len(purpose) < _PURPOSE:
            raise Refused("purpose_missing", "GRXX-6.1")
        if item.state != ArchiveState.ARCHIVED or not store().has(item.digest):
            raise Refused("package_gone", "DAF-21")
    except Refused as said:
        return _show(request, case, item, status=422, refusal=refusal(said, request.today))
    _note(request, case.region_code, case.applicant_id, case.id, purpose)
    return serve_file(item.digest, f"{item.no}.zip", _ZIP)


@allow(*KEEPERS)
@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """Hand out the packages of a year as one file; every case in it is written into the read log."""
    if request.method == "GET":
        return HttpResponseRedirect("/centre/archive/?tab=kept")
    context_of(request)
    region, year = region_of(request, ARCHIVE), request.POST.get("year", "")
    if not (year.isascii() and year.isdigit()):
        return HttpResponseRedirect("/centre/archive/?tab=kept")
    rows = [row for row in kept(region, year=int(year[:4]))[:_MOST] if row.state == ArchiveState.ARCHIVED]
    for row in rows:
        _note(request, region, row.case.applicant_id, row.case_id, f"{year}年度归档包整体导出")
    title = f"{request.directory.centres[region].name} {year} 年度"
    stored = store().put(exported(title, rows))
    answer = serve_file(stored.digest, f"{title}.zip", _ZIP)
    store().path(stored.digest).unlink(missing_ok=True)  # the open file is handed out, nothing of it stays
    return answer


def _note(request: HttpRequest, region: str, applicant_id: Any, case_id: Any, purpose: str) -> None:
    reader = request.officer.user_id
    if reader is not None:
        note_reading((region, applicant_id), Reading("archive", purpose, case_id), reader, request.at)


def _of(request: HttpRequest, no: str) -> tuple[CaseFile, ArchiveItem]:
    case = watched_case(request, no, ARCHIVE)
    item = item_of(case.region_code, case.id)
    if item is None:
        raise Http404(no)
    return case, item


def _show(request: HttpRequest, case: CaseFile, item: ArchiveItem, *, status: int = 200, **more: Any) -> HttpResponse:
    told = {
        "case": case, "item": version_of(case.item_version_id).item, "row": item, "applicant": shown_applicant(case),
        "department": request.directory.departments[item.department_id], "key": new_key(), "version": case.version,
        "intact": bool(item.digest) and store().intact(item.digest),
        "may": bool({"centre_manager", "auditor"} & request.officer.roles()),
    }  # fmt: skip
    return render(request, "centre/archive/item.html", frame(request) | told | more, status=status)
