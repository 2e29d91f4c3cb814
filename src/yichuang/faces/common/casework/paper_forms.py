"""Other forms of a paper (其他版式): on receipt paper, or as OFD; of the same frozen fields, the same bytes each time.

They bear no seal and say so: the stored PDF is the paper.
"""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse

from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.documents.rendering import A4, SLIPS, STRIP, render

OFD = "ofd"
# Certificates and decisions: what an applicant hands on to others.
OFD_KINDS = frozenset((
    DocumentKind.CERTIFICATE, DocumentKind.GRANT, DocumentKind.DENIAL, DocumentKind.REFUSAL, DocumentKind.FILED,
    DocumentKind.NOT_FILED, DocumentKind.REVOCATION, DocumentKind.TAKEN_BACK, DocumentKind.PENALTY_CANCELLATION,
    DocumentKind.DEREGISTRATION, DocumentKind.CHANGE, DocumentKind.RENEWED,
))  # fmt: skip
_TYPES = {STRIP: ("pdf", "application/pdf"), OFD: ("ofd", "application/ofd")}


def forms_of(kind: str) -> tuple[tuple[str, str], ...]:
    """Return what a kind of paper can be had as besides its PDF: the word for the address, and for the reader."""
    found = [(STRIP, "小票纸")] if kind in SLIPS else []
    return (*found, (OFD, "OFD")) if kind in OFD_KINDS else tuple(found)


def serve_form(document: Document, case_no: str, form: str) -> HttpResponse:
    """Return a paper in another form.  Raises: RenderingFault, OfdFault."""
    ending, media_type = _TYPES[form]
    url = settings.YICHUANG_PUBLIC_URL
    made = render(document, case_no, url, paper=STRIP if form == STRIP else A4)
    made = _ofd(document, made) if form == OFD else made
    response = HttpResponse(made, content_type=media_type)
    name = f"{document.title}{document.no}.{ending}"
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _ofd(document: Document, pdf: bytes) -> bytes:
    from yichuang.records.documents.ofd import About, ofd_of  # with a PDF reader of 18 MB

    title = f"{document.title} {document.no}"
    return ofd_of(pdf, About(document.id.hex, title, str(document.fields.get("agency", "")), document.on))
