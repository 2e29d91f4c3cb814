"""抽查公示: which checks there were, what was drawn, what was found; and the lists, so that anybody can draw again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.place import centre_of
from yichuang.records.supervision.checking import check_by_no, checks, left_out_of, records_of
from yichuang.records.supervision.models import SpotCheck
from yichuang.rules.masking import mask_text

_PAGE = 20


@allow(PUBLIC)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List the checks of the centre, the latest first."""
    centre = centre_of(request)
    found = Paginator(checks(centre.region.code if centre else ""), _PAGE).get_page(request.GET.get("page"))
    rows = [(row, _scope(row, request)) for row in found]
    told = {"tab": "checks", "page": found, "rows": rows, "crumbs": [("公示", "")]}
    return render(request, "portal/notices/checks.html", told)


@allow(PUBLIC)
@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    """Show one check; its records are open to everybody once two have signed."""
    row = _of(request, number)
    names = request.directory.names
    records = {found.no: found for found in records_of(row) if found.second_at is not None}
    lines = [_line(drawn, records.get(drawn["no"]), names) for drawn in row.drawn]
    told = {
        "tab": "checks",
        "row": row,
        "scope": _scope(row, request),
        "lines": lines,
        "left_out": left_out_of(row),
        "crumbs": [("公示", "/notices/"), ("抽查公示", "/notices/checks/"), (row.no, "")],
    }
    return render(request, "portal/notices/check.html", told)


@allow(PUBLIC)
@require_safe
def lists(request: HttpRequest, number: str) -> HttpResponse:
    """Give the lists, the root and the result as data: what a draw needs to be drawn again."""
    row = _of(request, number)
    names = request.directory.names
    told = {
        "no": row.no,
        "subjects": row.subjects,
        "left_out": left_out_of(row),
        "inspectors": [{"id": one, "name": names.get(UUID(one), "")} for one in row.inspectors],
        "size": row.size,
        "per": row.per,
        "digest": row.digest,
        "announced_at": row.announced_at.isoformat(),
        "checkpoint": {"size": row.root_size, "root": row.root},
        "drawn": row.drawn,
    }
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{row.no}.json"'
    return response


def _of(request: HttpRequest, number: str) -> SpotCheck:
    centre = next((one for one in request.directory.centres.values() if number.startswith(f"{one.prefix}-")), None)
    row = check_by_no(centre.region.code, number) if centre else None
    if row is None:
        raise Http404(number)
    return row


def _scope(row: SpotCheck, request: HttpRequest) -> str:
    return request.directory.departments[row.department_id].name if row.department_id else "全部单位"


def _line(drawn: dict[str, Any], found: Any, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "no": drawn["no"],
        "who": [names.get(UUID(user), "") for user in drawn["inspectors"]],
        "record": found,
        "words": mask_text(found.words) if found else "",
        "handled": mask_text(found.handled) if found else "",
        "outcome": mask_text(found.outcome) if found else "",
    }
