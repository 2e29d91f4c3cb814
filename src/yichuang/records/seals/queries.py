"""Reads of seals and of their log (用印记录)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet

from yichuang.records.seals.models import Seal, SealUse

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Balance:
    """How uses and sealed papers stand to each other (用印核对)."""

    uses: int = 0
    papers: int = 0  # among them: papers of the register with the very digest that was sealed
    differing: tuple[str, ...] = ()  # uses whose paper is not there or has another digest

    @property
    def even(self) -> bool:
        """Whether every use has its paper."""
        return self.uses == self.papers


def seals_of(region_code: str, body: str) -> list[Seal]:
    """Return the seals of a body, newest first."""
    return list(Seal.objects.filter(region_code=region_code, body=body).order_by("-registered_at", "-id"))


def seals_in(region_code: str) -> list[Seal]:
    """Return all seals of a region, by body and kind."""
    return list(Seal.objects.filter(region_code=region_code).select_related("keeper").order_by("body", "kind", "no"))


def uses_by_seal(regions: Iterable[str], seals: Iterable[UUID]) -> dict[UUID, int]:
    """Return how often each seal was used."""
    rows = SealUse.objects.filter(region_code__in=list(regions), seal_id__in=list(seals))
    return dict(rows.values_list("seal_id").annotate(count=Count("id")).order_by("seal_id"))


def uses_of(region_code: str, seal_id: UUID) -> QuerySet[SealUse]:
    """Return the uses of a seal, newest first, with case and paper."""
    rows = SealUse.objects.filter(region_code=region_code, seal_id=seal_id)
    return rows.select_related("case", "document").order_by("-used_at", "-no")


def balance_of(region_code: str, seal_id: UUID) -> Balance:
    """Compare the uses of a seal with the papers of the register."""
    rows = SealUse.objects.filter(region_code=region_code, seal_id=seal_id)
    uses, papers = rows.count(), rows.filter(document__digest=F("digest")).count()
    off = rows.exclude(document__digest=F("digest")).order_by("no") if uses != papers else rows.none()
    return Balance(uses, papers, tuple(off.values_list("no", flat=True)[:_SHOWN]))


def sealed_by(region_code: str, case_id: UUID) -> dict[UUID, SealUse]:
    """Return which papers of a case are sealed."""
    rows = SealUse.objects.filter(region_code=region_code, case_id=case_id)
    return {row.document_id: row for row in rows}
