"""加入办件: a case is submitted for a stage of a project; case and link stand or fall together."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.projects.frame import OnProject, centre_of, chain, fresh, read, within
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.ids import new_id
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import ProjectCase, StageItem
from yichuang.records.projects.queries import cases_by_id, stage_item
from yichuang.rules import permissions
from yichuang.rules.projects import stages
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StageCase:
    """Which project and stage, and what is submitted for it."""

    on: OnProject
    stage: str
    submission: Submission


def add_case(wish: StageCase, ctx: Context) -> Filed:
    """Submit a case for a stage whose turn it is, and link it to the project.

    The case's own act stays one filing; both are in one transaction.
    Raises: Refused (not its turn, not an item of the stage), Conflict, KeyReused, NotFound.
    Basis: S4-二(四).4, S0h-二(三)3.2
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    fresh(wish.on, found, "add")
    row = judge(found, wish, ctx)
    with transaction.atomic():
        case = submit(wish.submission, within(ctx, "case"))
        link = {
            "id": new_id(), "region_code": found.row.region_code, "project_id": found.row.id,
            "case_id": case.subject_id, "stage": wish.stage, "leads": row.leads, "added_on": ctx.today,
        }  # fmt: skip
        filing = Filing(
            place=chain(found),
            verb="project.case_added",
            set={},
            add=(Row(ProjectCase, link),),
            facts={"stage": wish.stage, "case": case.no},
            answer={**case.answer, "code": found.row.code},
        )
        return file(filing, ctx)


def judge(found: ProjectFile, wish: StageCase, ctx: Context) -> StageItem:
    """Say whether a case may be added, and as which item of the stage. Raises: Refused."""
    permissions.may("project.case_added", ctx.officer, found.place()).raise_if_refused()
    stages.may_work(found.standing, wish.stage).raise_if_refused()
    item = wish.submission.version.item
    row = stage_item(centre_of(found, ctx).id, wish.stage, found.row.nature, item.id)
    if row is None:
        raise Refused("item_not_of_stage", "S4-二(四).4", {"item": item.name, "stage": wish.stage})
    cases = cases_by_id(found.row.region_code, [link.case_id for link in found.links_of(wish.stage)])
    if any(case.item == item and case.outcome in ("", CaseOutcome.GRANTED) for case in cases.values()):
        raise Refused("stage_item_begun", "S4-二(四).4", {"item": item.name, "stage": wish.stage})
    return row
