"""告知下一阶段: with the approval of a stage its applicant is told who, what and how comes next (R058)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.projects.frame import lead_words, stage_words
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.documents.models import DocumentKind
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.queries import StageOffer, stage_offers


@dataclass(frozen=True, slots=True)
class NextStage:
    """The case of the finished stage, its project, and what comes next."""

    on: On
    code: str
    name: str
    finished: str
    stages: tuple[Mapping[str, Any], ...]
    agents: bool = False  # whether there are agents here, free of charge


@case_act(verb="case.next_stage_told")
def tell_next_stage(case: CaseFile, wish: NextStage, ctx: Context) -> Work:
    """Number the notice of the next stage: lead, co-departments, materials of each, procedure.

    Basis: S0h-二(三)3.2
    """
    paper = numbered(
        DocumentKind.NEXT_STAGE, about(case, ctx), ctx, basis=str(wish.stages[0]["basis"]), project_code=wish.code,
        project_name=wish.name, finished=stage_words(wish.finished), agents=wish.agents,
        stages=[dict(one) for one in wish.stages],
    )  # fmt: skip
    return Work(papers=(paper,), facts={"project": wish.code, "stages": [one["key"] for one in wish.stages]})


def told_of(found: ProjectFile, keys: tuple[str, ...], basis: str, ctx: Context) -> tuple[dict[str, Any], ...]:
    """Return what is told of the next stages: plain values, frozen with the paper."""
    centre_id = ctx.directory.centres[found.row.region_code].id
    parts = []
    for key in keys:
        stage = found.stage(key)
        if stage is None:
            continue
        offers = stage_offers(centre_id, key, found.row.nature, ctx.today)
        parts.append(
            {
                "key": key, "name": stage_words(key), "lead_word": lead_words(stage.lead), "basis": basis,
                "lead": ctx.directory.departments[stage.department_id].name, "prereview": stage.prereview,
                "items": [_item(offer) for offer in offers],
            }
        )  # fmt: skip
    return tuple(parts)


def _item(offer: StageOffer) -> dict[str, Any]:
    version = offer.version
    return {
        "item": offer.row.item.name,
        "department": offer.department.name,
        "leads": offer.row.leads,
        "ready": offer.row.item.status == ItemStatus.OPEN,
        "materials": [slot["name"] for slot in version.materials if not slot.get("share_exempt")] if version else [],
        "exempt": [slot["name"] for slot in version.materials if slot.get("share_exempt")] if version else [],
        "steps": [stage["name"] for stage in version.stages] if version else [],
        "promised": _limit(version.promised_number, version.promised_unit) if version else None,
    }


def _limit(number: int | None, unit: str) -> dict[str, Any] | None:
    return {"number": number, "unit": unit} if number else None
