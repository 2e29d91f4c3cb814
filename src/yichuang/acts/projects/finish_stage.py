"""阶段完成: the lead department closes a stage; in the same transaction the next one is told in writing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.projects.frame import OnProject, chain, fresh, norms_of, read, within
from yichuang.acts.projects.next_stage import NextStage, tell_next_stage, told_of
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import ProjectStage
from yichuang.records.projects.queries import cases_by_id, outcomes
from yichuang.rules import permissions
from yichuang.rules.projects import stages
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StageFinish:
    """Which stage of which project is finished."""

    on: OnProject
    stage: str


def finish_stage(wish: StageFinish, ctx: Context) -> Filed:
    """Close a stage whose main item was granted; tell what comes next where the norms ask for it.

    Raises: Refused (not its turn, cases still open, nothing granted, not the lead), Conflict, KeyReused, NotFound.
    Basis: S0h-二(三)3.2, S4-二(四).4
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    fresh(wish.on, found, "finish")
    stage = judge(found, wish, ctx)
    opened = _opened(found, wish.stage)
    last = all(one.finished_on or one.key == wish.stage for one in found.stages)
    with transaction.atomic():
        told = _tell(found, wish.stage, opened, ctx)
        filing = Filing(
            place=chain(found),
            verb="project.stage_finished",
            set={"finished_on": ctx.today} if last else {},
            change=(Change(ProjectStage, stage.id, {"finished_on": ctx.today, "finished_by_id": ctx.officer.user_id}),),
            facts={"stage": wish.stage, "next": list(opened)},
            answer={"code": found.row.code, "last": last, "opened": list(opened)} | (dict(told.answer) if told else {}),
        )
        return file(filing, ctx)


def judge(found: ProjectFile, wish: StageFinish, ctx: Context) -> ProjectStage:
    """Say whether the stage can be finished by this officer, and return it. Raises: Refused."""
    stage = found.stage(wish.stage)
    if stage is None:
        raise Refused("stage_unknown", "S4-二(四).4")
    permissions.may("project.stage_finished", ctx.officer, found.place(stage.department_id)).raise_if_refused()
    ended = outcomes(found.row.region_code, found.links_of(wish.stage))
    stages.may_finish(found.standing, wish.stage, ended).raise_if_refused()
    return stage


def _opened(found: ProjectFile, key: str) -> tuple[str, ...]:
    """Return the stages that begin because this one is finished."""
    before = stages.current(found.standing)
    return tuple(one for one in stages.following(found.standing, key) if one not in before)


def _tell(found: ProjectFile, key: str, opened: tuple[str, ...], ctx: Context) -> Filed | None:
    norms = norms_of(found, ctx)
    if not opened or norms.get("project_next_stage_notice") is None:
        return None
    parts = told_of(found, opened, norms.basis("project_next_stage_notice"), ctx)
    links = [link.case_id for link in found.links_of(key) if link.leads]
    granted = [c for c in cases_by_id(found.row.region_code, links).values() if c.outcome == CaseOutcome.GRANTED]
    free = norms.get("project_agent_free") is not None and norms.flag("project_agent_free")
    wish = NextStage(On(granted[0].no), found.row.code, found.row.name, key, parts, free)
    return tell_next_stage(wish, within(ctx, "told"))
