"""Reads for projects: offices behind the words of the template, items of a stage, cases of a project or a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.queries import versions_of
from yichuang.records.org.models import Department
from yichuang.records.projects.models import Bundle, BundlePart, BundleRun, LeadOffice, Project, ProjectCase, StageItem


@dataclass(frozen=True, slots=True)
class StageOffer:
    """One item that can be applied for in a stage, in its version of the day."""

    row: StageItem
    version: ItemVersion | None

    @property
    def department(self) -> Department:
        """Return whose item it is."""
        return self.row.item.department


def lead_offices(centre_id: UUID) -> dict[str, UUID]:
    """Return the department behind each word of the templates at a centre."""
    return dict(LeadOffice.objects.filter(centre=centre_id).values_list("word", "department"))


def code_taken(region_code: str, code: str) -> bool:
    """Return whether a project of the region has this code already (项目代码已登记)."""
    return Project.objects.filter(region_code=region_code, code=code).exists()


def stage_offers(centre_id: UUID, stage: str, nature: str, today: date) -> list[StageOffer]:
    """Return the items of a stage for projects of that nature, the main ones first."""
    return of_stage(centre_offers(centre_id, today, stage=stage), stage, nature)


def centre_offers(centre_id: UUID, today: date, **only: str) -> list[StageOffer]:
    """Return the items of all stages at a centre, the main ones first. Two queries."""
    rows = list(
        StageItem.objects.filter(centre=centre_id, **only)
        .select_related("item__department")
        .order_by("-leads", "position", "id")
    )
    versions = versions_of([row.item for row in rows], today)
    return [StageOffer(row, versions.get(row.item_id)) for row in rows]


def of_stage(offers: Iterable[StageOffer], stage: str, nature: str) -> list[StageOffer]:
    """Return those of one stage for projects of that nature."""
    return [offer for offer in offers if offer.row.stage == stage and offer.row.nature in ("", nature)]


def stage_item(centre_id: UUID, stage: str, nature: str, item_id: UUID) -> StageItem | None:
    """Return the row that says an item belongs to a stage, or None."""
    rows = StageItem.objects.filter(centre=centre_id, stage=stage, nature__in=("", nature), item=item_id)
    return rows.first()


def stages_of_item(centre_id: UUID, item_id: UUID, nature: str = "") -> set[str]:
    """Return the stages that an item is applied for in, of projects of that nature or of any. One query."""
    rows = StageItem.objects.filter(centre=centre_id, item=item_id)
    return set((rows.filter(nature__in=("", nature)) if nature else rows).values_list("stage", flat=True))


def outcomes(region_code: str, links: Iterable[ProjectCase]) -> list[tuple[bool, str]]:
    """Return, for cases of a stage, whether each leads and how it ended ("" while it runs). One query."""
    cases = cases_by_id(region_code, [link.case_id for link in links])
    return [(link.leads, str(cases[link.case_id].outcome)) for link in links if link.case_id in cases]


def cases_by_id(region_code: str, ids: Iterable[UUID]) -> dict[UUID, Case]:
    """Return cases with their items. Who may see them is judged by the caller. One query."""
    rows = Case.objects.filter(region_code=region_code, pk__in=list(ids)).select_related("item").defer("form")
    return {case.id: case for case in rows}


def bundles(centre_ids: Iterable[UUID]) -> list[Bundle]:
    """Return the open bundles of the centres in order."""
    rows = Bundle.objects.filter(centre__in=list(centre_ids), active=True).select_related("centre__region")
    return list(rows.order_by("position", "slug"))


def parts_of(run: BundleRun) -> list[tuple[BundlePart, Case]]:
    """Return the cases of a run in order. Two queries."""
    parts = list(BundlePart.objects.filter(region_code=run.region_code, run_id=run.id).order_by("position"))
    cases = cases_by_id(run.region_code, [part.case_id for part in parts])
    return [(part, cases[part.case_id]) for part in parts if part.case_id in cases]
