"""领取材料: a co-department takes over the material; its own clock starts."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.nodes import terms_of_part
from yichuang.acts.joint.parts import own_part, picked_up
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.joint.part_clock import pickup_needs_reason
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PickUp:
    """Which case's material is picked up; `reason`: what was special, where that is not done on the day itself."""

    on: On
    reason: str = ""


@case_act(verb="case.picked_up")
def pick_up(case: CaseFile, wish: PickUp, ctx: Context) -> Work:
    """Record who picked up the material, and count from today, or from the acceptance where that is too late.

    Basis: S0h-二(一)1.2
    """
    part = own_part(case, "case.picked_up", ctx)
    if part.picked_up_on is not None:
        raise Refused("already_picked_up", "S0h-二(一)1.2", {"on": part.picked_up_on})
    asked_on, terms = part.starts_on or case.accepted_on, terms_of_part(case, part.department_id, ctx)
    special = pickup_needs_reason(asked_on, ctx.today, terms, ctx.directory.calendar(case.profile))
    if special and not wish.reason.strip():
        raise Refused("pickup_reason_missing", "S0h-二(一)1.2")
    dates = picked_up(case, part, ctx.today, ctx)
    row = {"assignee_id": ctx.officer.user_id, "picked_up_on": ctx.today, **dates}
    payload = {"reason": wish.reason.strip()} if wish.reason.strip() else {}
    return Work(change=(Change(Stage, part.id, row),), facts={"part": part.id}, payload=payload)
