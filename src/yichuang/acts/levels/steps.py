"""Where an upward case stands on its way (上报件走到哪一级), and the row of its next step."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.levels.due import step_due
from yichuang.rules.levels.route import Step, Way, may_run, way_of
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused

_BEHIND = (StageKind.LOWER_REVIEW.value, StageKind.FORWARDING.value)


def way_of_case(case: CaseFile) -> Way:
    """Return the way that the case's item version sets."""
    return way_of(version_of(case.item_version_id).stages)


def steps_done(case: CaseFile) -> int:
    """Return how many steps of the way are finished."""
    return sum(stage.kind in _BEHIND and stage.done for stage in case.stages)


def begun(case: CaseFile, ctx: Context) -> Row:
    """Return the row of the first step, the lowest level's review; of the next one where the window had it back.

    Raises: Refused.  Basis: XKF-35
    """
    may_run(way_of_case(case)).raise_if_refused()
    return opened(case, steps_done(case), ctx)


def opened(  # noqa: PLR0913 - a step has that many sides
    case: CaseFile,
    number: int,
    ctx: Context,
    *,
    since: date | None = None,
    department_id: UUID | None = None,
    picked_up_on: date | None = None,
) -> Row:
    """Return the row of a step that begins today, with the day by which it must be done.

    Basis: XKF-43, S3-附件二(二)1, S0h-二(一)1.1
    """
    way = way_of_case(case)
    step = way.at(number)
    if step is None:
        raise Refused("no_open_stage", "XKF-35")
    due = step_due(
        way, number, since=since or level_since(case), today=ctx.today, overall=case.promised_due_on or case.due_on,
        norms=norms_of(case), calendar=ctx.directory.calendar(case.profile), facts=case.facts,
    )  # fmt: skip
    where = department_id or department_at(step, case, ctx.directory).id
    return open_stage(
        case, step.kind, ctx, department_id=where, due_on=due.on if due else None, starts_on=ctx.today,
        picked_up_on=picked_up_on,
    )  # fmt: skip


def level_since(case: CaseFile) -> date:
    """Return from when the present level's time counts: its receipt of what was forwarded, else the acceptance."""
    received = case.last(StageKind.FORWARD_RECEIPT)
    since: date = received.picked_up_on if received and received.picked_up_on else case.accepted_on
    return since


def department_at(step: Step, case: CaseFile, directory: Directory) -> Department:
    """Return the department of a step: "990101/water", or the case's own. Raises Refused.  Basis: XKF-35"""
    if not step.at:
        return directory.departments[case.department_id]
    found: Department | None = directory.department_at(step.at)
    if found is None:
        raise Refused("level_unknown", "XKF-35", {"step": step.name, "at": step.at})
    return found


def own_stage(case: CaseFile, kind: str, verb: str, officer: Officer, directory: Directory) -> StageView | None:
    """Return the open stage of that kind at one of the officer's departments; None where there is none at all.

    Raises: Refused where another level has it.  Basis: XKF-35
    """
    stage = case.stage(kind)
    if stage is not None and stage.department_id not in departments_of(officer, verb):
        level = directory.departments[stage.department_id].name
        raise Refused("not_your_level", "XKF-35", {"level": level})
    return stage


def departments_of(officer: Officer, verb: str) -> frozenset[UUID]:
    """Return the departments at which the officer holds a post that may do the act."""
    roles = RIGHTS[verb].roles
    return frozenset(g.department_id for g in officer.grants if g.department_id and g.role in roles)
