"""Reads of links for uploading by phone (上传链接), each naming its region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.uploads.models import Arrival, UploadLink
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import WINDOW


def link_behind(token: str, regions: Sequence[str]) -> UploadLink | None:
    """Return the link that a token opens, or None. One query."""
    return UploadLink.objects.filter(region_code__in=regions, token_hash=lookup_hash(token)).first()


def link_in(region_code: str, link_id: UUID) -> UploadLink | None:
    """Return a link by its id, or None."""
    return UploadLink.objects.filter(region_code=region_code, id=link_id).first()


def link_for(link_id: UUID, officer: Officer) -> UploadLink:
    """Return a link that a window of the officer's region may look after.  Raises: NotFound."""
    for region in sorted({grant.region_code for grant in officer.grants if grant.role in WINDOW}):
        found = link_in(region, link_id)
        if found is not None:
            return found
    raise NotFound(str(link_id))


def links_in(region_code: str, ids: Iterable[UUID]) -> list[UploadLink]:
    """Return these links, the oldest first. One query."""
    return list(UploadLink.objects.filter(region_code=region_code, id__in=list(ids)).order_by("made_at", "id"))


def links_of_case(region_code: str, case_no: str, at: datetime) -> list[UploadLink]:
    """Return the links of a case that are still open, or brought something. One query."""
    rows = UploadLink.objects.filter(region_code=region_code, case_no=case_no, ended_at=None)
    return [row for row in rows.order_by("made_at", "id") if row.arrived or row.expires_at > at]


def arrivals_of(link: UploadLink) -> list[Arrival]:
    """Return what came over a link, the oldest first. One query."""
    rows = Arrival.objects.filter(region_code=link.region_code, link_id=link.id)
    return list(rows.order_by("arrived_at", "id"))


def arrival_in(link: UploadLink, arrival_id: UUID) -> Arrival | None:
    """Return one file of a link, or None."""
    return Arrival.objects.filter(region_code=link.region_code, link_id=link.id, id=arrival_id).first()


def case_waits(region_code: str, case_no: str) -> bool:
    """Say whether a case still waits for what it was told to correct."""
    rows = Case.objects.filter(region_code=region_code, no=case_no, state=CaseState.CORRECTING)
    return rows.exists()
