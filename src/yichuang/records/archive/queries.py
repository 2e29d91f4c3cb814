"""Reads of the archive: what is due, what is kept, what has run out, and which lists there are."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.archive.models import ArchiveItem, ArchiveState, Disposal, DisposalState
from yichuang.records.cases.models import Case, CaseState


def item_of(region_code: str, case_id: UUID) -> ArchiveItem | None:
    """Return the archive's line of a case, if it has one."""
    return ArchiveItem.objects.filter(region_code=region_code, case_id=case_id).first()


def to_archive(region_code: str, closed_until: date) -> QuerySet[Case]:
    """Return closed cases of a region that have no archive number yet, the oldest first (应归档)."""
    known = ArchiveItem.objects.filter(region_code=region_code, case_id=OuterRef("id"))
    rows = Case.objects.filter(region_code=region_code, state=CaseState.CLOSED, closed_on__lte=closed_until)
    return rows.filter(~Exists(known)).select_related("item", "department").order_by("closed_on", "id")


def unpacked(region_code: str, limit: int) -> list[str]:
    """Return the numbers of cases that have an archive number and no package yet."""
    rows = ArchiveItem.objects.filter(
        region_code=region_code, state=ArchiveState.REGISTERED, case__region_code=region_code
    )
    return list(rows.order_by("registered_on", "id").values_list("case__no", flat=True)[:limit])


def kept(region_code: str, *, words: str = "", year: int | None = None) -> QuerySet[ArchiveItem]:
    """Return the archive of a region, newest number first; by archive number, case number or year."""
    rows = ArchiveItem.objects.filter(region_code=region_code, case__region_code=region_code)
    if words:
        rows = rows.filter(Q(no__icontains=words) | Q(case__no__icontains=words))
    if year:
        rows = rows.filter(year=year)
    return rows.select_related("case", "case__item", "department").order_by("-year", "-no")


def years_of(region_code: str) -> list[int]:
    """Return the years that have something in the archive."""
    rows = ArchiveItem.objects.filter(region_code=region_code).order_by("-year").values_list("year", flat=True)
    return list(rows.distinct())


def run_out(region_code: str, today: date) -> QuerySet[ArchiveItem]:
    """Return what need not be kept any longer, and nobody holds (保管期满)."""
    rows = kept(region_code).filter(keep_until__lt=today, held=False)
    return rows.exclude(state=ArchiveState.DISPOSED).order_by("keep_until", "no")


def disposals(region_code: str) -> QuerySet[Disposal]:
    """Return the lists of a region, the latest first."""
    return Disposal.objects.filter(region_code=region_code).order_by("-proposed_at", "-id")


def disposal_in(region_code: str, disposal_id: UUID) -> Disposal | None:
    """Return one list."""
    return Disposal.objects.filter(region_code=region_code, id=disposal_id).first()


def to_carry_out(region_code: str) -> list[Disposal]:
    """Return the approved lists that were not carried out yet."""
    return list(Disposal.objects.filter(region_code=region_code, state=DisposalState.APPROVED).order_by("id"))


def listed_on(region_code: str, case_id: UUID) -> str:
    """Return the number of the list that names a case and waits for its answer or for being carried out, else ""."""
    waiting = (DisposalState.PROPOSED, DisposalState.APPROVED)
    rows = Disposal.objects.filter(region_code=region_code, state__in=waiting).values_list("no", "items")
    return next((no for no, lines in rows if any(line["case_id"] == str(case_id) for line in lines)), "")
