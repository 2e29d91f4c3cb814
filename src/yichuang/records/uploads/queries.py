"""Reads of links for uploading by phone (上传链接), each naming its region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.uploads.models import SUBJECT, Arrival, ArrivalState, UploadLink
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import WINDOW

_LATELY = 30  # days


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
    """Say whether a case still waits for what it was told to correct, or for what was tolerated (容缺)."""
    rows = Case.objects.filter(region_code=region_code, no=case_no)
    return rows.filter(Q(state=CaseState.CORRECTING) | Q(tolerance_by__isnull=False)).exists()


def purgeable(region_code: str, over_since: datetime, at: datetime, limit: int) -> list[Arrival]:
    """Return files that nobody wanted, or that nobody took over though their link is over, the oldest first."""
    lately = at - timedelta(days=_LATELY)  # a form at the desk is not older; what was filed stays
    left = Q(state=ArrivalState.DISCARDED, link__expires_at__lte=at) | Q(
        state=ArrivalState.WAITING, link__expires_at__lte=over_since
    )
    unfiled = Q(state=ArrivalState.TAKEN, link__case_no="", arrived_at__gte=lately, link__expires_at__lte=over_since)
    rows = Arrival.objects.filter(left | unfiled, region_code=region_code, link__region_code=region_code)
    return list(rows.select_related("link").order_by("arrived_at", "id")[:limit])


def was_filed(link: UploadLink) -> bool:
    """Say whether the form at the desk that the link belonged to was put on record."""
    key = f"{link.clerk_id}:{link.desk}:s"[:80]  # as the desk files it
    return Entry.objects.filter(region_code=link.region_code, idem_key=key).exists()


def told_of(digest: str, regions: Iterable[str]) -> bool:
    """Say whether a payload of the ledger still names the file, as a version of a material that was replaced does.

    The payloads of the arrivals themselves keep no digest.
    """
    rows = Payload.objects.filter(region_code__in=list(regions)).annotate(as_text=Cast("body", TextField()))
    return rows.filter(as_text__contains=digest).exclude(entry__subject=SUBJECT).exists()
