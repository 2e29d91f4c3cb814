"""指派核查人员: whoever is in charge sends two or more officers to where the thing lies (按停靠地点分配)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.inspecting.ours import ours
from yichuang.records.cases.models import Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.models import InspectionKind
from yichuang.rules.hearing.inspections import SUBSTANCE, assign_by
from yichuang.rules.hearing.marking import may_assign
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which kind of inspection, by whom, where, on which day."""

    on: On
    kind: str
    officers: tuple[UUID, ...]
    day: date
    place: str


@case_act(verb="case.inspectors_assigned")
def assign(case: CaseFile, wish: Assignment, ctx: Context) -> Work:
    """Send officers; who was sent before and has not been there yet is called back.

    Basis: XKF-55.2, S0c
    """
    if wish.kind not in InspectionKind.values or wish.kind == SUBSTANCE:
        raise Refused("inspection_unknown", "XKF-55.2")
    if any(not ours(user_id, case, ctx.today, ctx) for user_id in wish.officers):
        raise Refused("inspector_unknown", "XKF-55.2")
    norms, place = norms_of(case), typed(wish.place, "核查地点", 200)
    may_assign(wish.officers, norms, place=place, on=wish.day, today=ctx.today).raise_if_refused()
    due = assign_by(case.accepted_on, norms, ctx.directory.calendar(case.profile)) if case.accepted_on else None
    told = {"kind": wish.kind, "place": place, "officers": sorted(str(user_id) for user_id in set(wish.officers))}
    stage = open_stage(
        case, StageKind.ASSIGNMENT.value, ctx, asked_by_id=ctx.officer.user_id, due_on=due, starts_on=wish.day,
        picked_up_on=ctx.today, particulars=told,
    )  # fmt: skip
    before = case.stage(StageKind.ASSIGNMENT)
    back = {"done_at": ctx.at, "effect": Effect.RECALLED.value}
    late = due is not None and ctx.today > due
    return Work(
        add=(stage,),
        change=(Change(Stage, before.id, back),) if before else (),
        facts={"late": late, "again": before is not None},
    )
