"""联合办理: several departments look at a stage together (联合图审、评估、踏勘、测量、验收), each gives its opinion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.projects.frame import OnProject, chain, fresh, norms_of, read
from yichuang.acts.projects.sharing import cooperation, not_past, worded
from yichuang.records.ids import new_id
from yichuang.records.projects.access import ProjectFile
from yichuang.rules import permissions
from yichuang.rules.projects import agents, stages
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class JointCall:
    """Which stage, what is done together, who takes part, when and where."""

    on: OnProject
    stage: str
    kind: str
    departments: tuple[UUID, ...]
    held_on: date
    place: str
    words: str


def call_joint(wish: JointCall, ctx: Context) -> Filed:
    """Call the departments together: one row for each, due on the day itself.

    Raises: Refused (not the lead, kind not provided for, nobody called, not its turn), Conflict, KeyReused, NotFound.
    Basis: S4-二(四).4, S0h-三.7
    """
    found = read(wish.on, ctx)
    first = repeated(found.row.region_code, ctx)
    if first is not None:
        return first
    fresh(wish.on, found, "call")
    judge(found, wish, ctx)
    filing = Filing(
        place=chain(found),
        verb="project.joint_called",
        set={},
        add=_rows(found, wish, ctx),
        facts={"stage": wish.stage, "kind": wish.kind, "departments": list(wish.departments), "on": wish.held_on},
        answer={"code": found.row.code},
    )
    return file(filing, ctx)


def judge(found: ProjectFile, wish: JointCall, ctx: Context) -> None:
    """Say whether this officer may call these departments together. Raises: Refused."""
    stage = found.stage(wish.stage)
    if stage is None:
        raise Refused("stage_unknown", "S4-二(四).4")
    permissions.may("project.joint_called", ctx.officer, found.place(stage.department_id)).raise_if_refused()
    stages.may_work(found.standing, wish.stage).raise_if_refused()
    agents.may_work_in(norms_of(found, ctx), wish.kind).raise_if_refused()
    known = {d.id for d in ctx.directory.departments.values() if d.centre.region.code == found.row.region_code}
    if not wish.departments or not set(wish.departments) <= known:
        raise Refused("departments_missing", "S4-二(四).4")
    not_past(wish.held_on, found, ctx)


def _rows(found: ProjectFile, wish: JointCall, ctx: Context) -> tuple[Row, ...]:
    common = {"round_id": new_id(), "place": wish.place.strip(), "held_on": wish.held_on, "due_on": wish.held_on}
    words = worded(wish.words)
    return tuple(
        cooperation(found, wish.kind, wish.stage, words, ctx, department_id=department, **common)
        for department in dict.fromkeys(wish.departments)
    )
