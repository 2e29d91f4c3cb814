"""Papers and files of a case as they are handed out (文书和附件): one address each, for staff and applicants alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.acts.context import Context
from yichuang.acts.papers.make import make_documents
from yichuang.faces.common.casework.paper_forms import forms_of, serve_form
from yichuang.faces.common.storage import serve_file
from yichuang.records.applicants.access import Reading, note_reading
from yichuang.records.cases.access import read_case
from yichuang.records.cases.files.versions import earlier_files
from yichuang.records.cases.history import events_of, materials_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import document_for
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.rules.library.trust import level_of, seen
from yichuang.rules.officers import SYSTEM

PDF = "application/pdf"
_PICTURES = frozenset({"image/jpeg", "image/png"})


def document_address(case_no: str, document_id: Any) -> str:
    """Return the address of a paper."""
    return f"/cases/{case_no}/documents/{document_id}/"


def file_address(case_no: str, digest: str) -> str:
    """Return the address of a file that was handed in."""
    return f"/cases/{case_no}/files/{digest}/"


def is_picture(file: Mapping[str, Any]) -> bool:
    """Return whether an <img> can show the file."""
    return file.get("media_type") in _PICTURES


def is_pdf(file: Mapping[str, Any]) -> bool:
    """Return whether the file can be looked at page by page."""
    return file.get("media_type") == PDF


def is_paged(file: Mapping[str, Any]) -> bool:
    """Return whether the file can be looked at here: a PDF page by page, a picture as one page."""
    return is_pdf(file) or is_picture(file)


def seen_address(case_no: str, file: Mapping[str, Any]) -> str:
    """Return where a file is looked at: its pages as pictures with a watermark, else the file itself."""
    address = file_address(case_no, str(file["digest"]))
    return f"{address}pages/" if is_paged(file) else address


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that was handed in, how far it can be relied on, and for which item."""

    file: Mapping[str, Any]
    level: str
    item_name: str


def serve_document(request: HttpRequest, case_no: str, ref: str) -> HttpResponse:
    """Return the bytes of a paper; one that has none yet is made first. `?form=` asks for another form of it.

    Raises: NotFound.
    """
    document = document_for(case_no, ref, request.officer, request.directory)
    if not document.digest:
        document = _made(document, request, case_no)
    if not document.digest:
        phone = request.directory.centres[document.region_code].phone
        return render(request, "common/paper_waits.html", {"document": document, "phone": phone}, status=503)
    if document.kind == DocumentKind.CO_CONCLUSION:
        _noted(document, request, case_no)
    form = request.GET.get("form", "")
    if form in dict(forms_of(document.kind)):
        return serve_form(document, case_no, form)
    return serve_file(document.digest, f"{document.title}{document.no}.pdf", PDF)


def _noted(document: Document, request: HttpRequest, case_no: str) -> None:
    """Write down that a co-department's conclusion was read or copied (查阅、复制协办结论).

    Basis: S0h-二(三)3
    """
    case, reader = read_case(case_no, request.officer, request.directory), request.officer.user_id
    if reader is not None:
        wish = Reading("co_conclusion", f"查阅{document.title}{document.no}", case.id)
        note_reading((case.region_code, case.applicant_id), wish, reader, request.at)


def serve_attachment(request: HttpRequest, case_no: str, digest: str) -> HttpResponse:
    """Return a file that was handed in with a case.  Raises: NotFound, Http404."""
    file = stored_of(request, case_no, digest).file
    media_type = file.get("media_type") or "application/octet-stream"
    return serve_file(digest, file.get("name", digest[:12]), media_type)


def stored_of(request: HttpRequest, case_no: str, digest: str) -> Stored:
    """Return a file that was handed in with a case.  Raises: NotFound, Http404."""
    case = read_case(case_no, request.officer, request.directory)
    item = version_of(case.item_version_id).item.name
    for file, compared in _files(case.region_code, case.id):
        if file["digest"] == digest:
            return Stored(file, level_of(file, original_seen=compared), item)
    for versions in earlier_files(events_of(case.region_code, case.id)).values():  # before it was corrected
        for file in (file for version in versions for file in version.files):
            if file["digest"] == digest:
                return Stored(file, level_of(file, original_seen=False), item)
    raise Http404(digest)


def _files(region_code: str, case_id: Any) -> Iterator[tuple[Mapping[str, Any], bool]]:
    for material in materials_of(region_code, case_id):
        compared = seen(material.verdict, material.originals)
        yield from ((file, compared) for file in material.files)


def _made(document: Document, request: HttpRequest, case_no: str) -> Document:
    make_documents(document.region_code, case_no, Context(SYSTEM, request.at, request.directory))
    return document_for(case_no, document.id, request.officer, request.directory)
