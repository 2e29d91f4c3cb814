"""流转单 as a paper (PDF/A): what the page shows, made by the press, for the file of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from yichuang.acts.papers.paper import TEMPLATE_VERSION
from yichuang.faces.common.dates import full_day
from yichuang.faces.office.cases.slip import SlipRow
from yichuang.records.cases.models import CaseState
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.rendering import render

_PHASES = {"d": "u", "t": "t", "r": "t", "l": "l", "p": "p", "e": "e", "o": "o"}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A paper that is printed and not kept."""

    region_code: str
    no: str
    on: date
    fields: Mapping[str, Any]
    drawn_at: datetime
    kind: str = DocumentKind.CIRCULATION.value
    template: str = f"{DocumentKind.CIRCULATION.value}@{TEMPLATE_VERSION}"


def slip_pdf(slip: Mapping[str, Any], request: HttpRequest) -> HttpResponse:
    """Return the slip as a PDF of today.  Raises: RenderingFault."""
    case = slip["case"]
    at = request.at.replace(hour=0, minute=0, second=0, microsecond=0)
    drawn = _Drawn(case.region_code, case.no, request.today, _fields(slip), at)
    response = HttpResponse(render(drawn, case.no), content_type="application/pdf")
    name = quote(f"流转单{case.no}.pdf", safe="")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _fields(slip: Mapping[str, Any]) -> dict[str, Any]:
    case, department = slip["case"], slip["department"]
    centre = department.centre
    return {
        "agency": department.name, "centre": centre.name, "address": centre.address, "hours": centre.hours,
        "phone": department.phone or centre.phone, "applicant": case.applicant_name, "item": slip["item"].name,
        "received_on": case.received_on, "accepted_on": case.accepted_on or "", "due_on": case.due_on or "",
        "promised_due_on": case.promised_due_on or "", "outcome": CaseState(case.state).label,
        "steps": [_step(row) for row in slip["rows"]],
        "stops": [f"{full_day(entry.at)} {entry.what}" for entry in slip["stops"]],
        "strip": [
            {"on": f"{cell.on:%m-%d}" if cell.on else "", "css": _phase(cell.css)}
            for cell in slip["time"].strip.cells
            if _phase(cell.css)
        ],
    }  # fmt: skip


def _step(row: SlipRow) -> dict[str, str]:
    return {
        "step": row.step, "department": row.department, "who": row.who, "received": _moment(row.received),
        "left": _moment(row.left), "conclusion": row.conclusion, "opinion": row.opinion,
    }  # fmt: skip


def _phase(css: str) -> str:
    return _PHASES.get(css.split()[0], "") if css else ""


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
