"""谁查过我的材料: which officer, by post, read which of the visitor's numbers in full, when and for what reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.dates import civil
from yichuang.faces.common.place import centre_of
from yichuang.records.applicants.access import FIELDS
from yichuang.records.cases.readings import noted, readings
from yichuang.records.documents.models import DocumentKind
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role

_PAGE = 30
_PAPERS: dict[str, str] = {**dict(DocumentKind.choices), "archive": "归档包"}  # a paper of the case may be read too


@allow(USER)
@require_safe
def access_log(request: HttpRequest) -> HttpResponse:
    """Show the readings of one region, the latest first."""
    here, asked = centre_of(request), request.GET.get("centre", "")
    region = asked if asked in request.directory.centres else here.region.code if here else ""
    page = Paginator(readings(request.officer, region), _PAGE).get_page(request.GET.get("page"))
    rows = [_row(one, request.directory) for one in noted(list(page), request.officer, region)]
    context = {
        "page": page,
        "rows": rows,
        "centres": [(code, centre.name) for code, centre in request.directory.centres.items()],
        "region": region,
        "crumbs": [("我的", "/my/"), ("谁查过我的材料", "")],
    }
    return render(request, "portal/mine/access_log.html", context)


def _row(one: Any, directory: Directory) -> dict[str, Any]:
    return {
        "at": one.at,
        "what": FIELDS.get(one.field) or _PAPERS.get(one.field, one.field),
        "purpose": one.purpose,
        "who": _post(one.reader_id, one.at, directory),
        "case_no": one.case_no,
    }


def _post(reader_id: UUID, at: datetime, directory: Directory) -> str:
    """Return the post that somebody held on that day in words: 市水务局 审查人. No name: the post answers for it."""
    day = civil(at)
    held = [row for row in directory.postings.get(reader_id, ()) if row.starts_on <= day]
    held = [row for row in held if row.ends_on is None or day <= row.ends_on]
    if not held:
        return "工作人员（岗位已变动）"
    department = directory.departments.get(held[0].department_id)
    place = department.short_name if department else directory.centres_by_id[held[0].centre_id].name
    return f"{place} {Role(held[0].role).label}"
