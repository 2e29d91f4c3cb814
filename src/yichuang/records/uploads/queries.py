"""Reads of links for uploading by phone (上传链接), each naming its region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.filestore import named_in
from yichuang.records.ledger.keys import fitted
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.uploads.models import SUBJECT, Arrival, ArrivalState, UploadLink
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import WINDOW

LATELY = 7  # days: what came before was looked at in its week
_WAITS = Q(state=CaseState.CORRECTING) | Q(tolerance_by__isnull=False)


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
    return Case.objects.filter(_WAITS, region_code=region_code, no=case_no).exists()


def purgeable(region_code: str, over_before: datetime, kept_since: datetime, limit: int) -> list[Arrival]:
    """Return files that nobody wants any more and whose link was over in time, the oldest first. Three queries.

    What a waiting case or a filed form still needs is not among them, so that it can't hold up the rest.
    """
    waiting = Case.objects.filter(region_code=OuterRef("region_code"), no=OuterRef("link__case_no")).filter(_WAITS)
    left = Q(state=ArrivalState.DISCARDED, link__expires_at__lt=over_before) | Q(
        ~Exists(waiting), state=ArrivalState.WAITING, link__expires_at__lt=kept_since
    )
    rows = Arrival.objects.filter(left, region_code=region_code, link__region_code=region_code)
    found = list(rows.select_related("link").order_by("arrived_at", "id")[:limit])
    return found + _unfiled(region_code, kept_since)[: limit - len(found)]


def _unfiled(region_code: str, kept_since: datetime) -> list[Arrival]:
    """Return what a form at the desk took over that was never put on record."""
    rows = Arrival.objects.filter(region_code=region_code, link__region_code=region_code, state=ArrivalState.TAKEN)
    since = kept_since - timedelta(days=LATELY)
    lately = rows.filter(link__case_no="", link__expires_at__lt=kept_since, arrived_at__gte=since)
    taken = list(lately.select_related("link").order_by("arrived_at", "id"))
    keys = {_desk_key(row.link) for row in taken}
    filed = set(
        Entry.objects.filter(region_code=region_code, idem_key__in=keys).values_list("idem_key", flat=True)
        if keys
        else ()
    )
    return [row for row in taken if _desk_key(row.link) not in filed]


def was_filed(link: UploadLink) -> bool:
    """Say whether the form at the desk that the link belonged to was put on record."""
    return Entry.objects.filter(region_code=link.region_code, idem_key=_desk_key(link)).exists()


def _desk_key(link: UploadLink) -> str:
    return fitted(f"{link.clerk_id}:{link.desk}:s")  # as the desk files it


def purged_since(region_code: str, since: datetime) -> set[str]:
    """Return the digests of the files that came since then and were purged. One query."""
    rows = Arrival.objects.filter(region_code=region_code, state=ArrivalState.PURGED, arrived_at__gte=since)
    return set(rows.values_list("digest", flat=True))


def told_among(digests: Iterable[str], regions: Iterable[str]) -> set[str]:
    """Return which files a payload of the ledger still names, as a version of a material that was replaced does.

    The payloads of the arrivals themselves keep no digest. One look through the payloads for all of them.
    """
    rows = Payload.objects.filter(region_code__in=list(regions)).exclude(entry__subject=SUBJECT)
    return named_in(rows, "body", set(digests))
