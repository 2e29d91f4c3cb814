"""Who may see which paper: whoever may see its case, and of the public ones only where it is one's own case."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import may_see_by_post


def documents_for(case_no: str, officer: Officer, directory: Directory) -> QuerySet[Document]:
    """Return the papers of a case that the officer may see, in order of their numbering. Raises NotFound."""
    case = read_case(case_no, officer, directory)
    staff = may_see_by_post(officer, place_of(case))
    rows = Document.objects.filter(region_code=case.region_code, case_id=case.id).order_by("drawn_at", "id")
    return rows if staff else rows.filter(public=True)


def document_for(case_no: str, ref: str | UUID, officer: Officer, directory: Directory) -> Document:
    """Return one paper of a case by its id or its number (文号). Raises NotFound."""
    rows = documents_for(case_no, officer, directory)
    row = rows.filter(**_named(ref)).first()
    if row is None:
        raise NotFound(str(ref))
    return row


def _named(ref: str | UUID) -> dict[str, str | UUID]:
    if isinstance(ref, UUID):
        return {"id": ref}
    try:
        return {"id": UUID(ref)}
    except ValueError:
        return {"no": ref}
