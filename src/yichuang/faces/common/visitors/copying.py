"""电子证照副本: a PDF of what the register says, marked with what it is good for; fit to be kept as a material too."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yichuang.faces.common.dates import civil
from yichuang.faces.common.visitors.verifying import state_of, words_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.types import trust_of
from yichuang.records.documents.codes import qr
from yichuang.records.documents.rendering import sheet_of
from yichuang.rules.library.reusing import mark

GOOD_FOR = 30  # days, of ours: how long a copy says it is good
_TEMPLATE = "certificate_copy@2026-11"


def copy_of(row: Certificate, request: HttpRequest, until: date | None = None) -> bytes:
    """Return the copy as a PDF. Raises: RenderingFault."""
    trust = trust_of(row.type_name, row.region_code, request.directory)
    good = until or request.today + timedelta(days=GOOD_FOR)
    issuer = request.directory.departments[row.issuer_id].name
    sheet: dict[str, Any] = {
        "title": row.type_name,
        "issuer": issuer,
        "trust": trust,
        "rows": _rows(row, request, issuer),
        "mark": mark(trust, issuer, min(good, row.valid_to) if row.valid_to else good),
        "qr": qr(f"{settings.YICHUANG_PUBLIC_URL}/verify/{row.verify_token}/"),
        "made": _said(civil(request.at)),
        "seal": "本副本未加盖电子印章。",
    }
    return sheet_of(_TEMPLATE, sheet, _whole(request.at))


def as_file(content: bytes, row: Certificate) -> HttpResponse:
    """Hand a copy out as an attachment."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="copy-{row.id}.pdf"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _rows(row: Certificate, request: HttpRequest, issuer: str) -> list[tuple[str, str]]:
    told = [
        ("证照编号", row.no),
        ("电子证照标识", row.identifier),
        ("持证人", row.holder_name),
        ("发证机关", issuer),
        ("发证日期", _said(row.issued_on)),
        ("有效期至", _said(row.valid_to) if row.valid_to else "长期"),
        ("变更", row.changes),
        ("现在的状态", words_of(state_of(row, request))),
    ]
    return [(label, words) for label, words in told if words]


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)
