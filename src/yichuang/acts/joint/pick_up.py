"""领取材料: a co-department takes over the material; its own clock starts."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.parts import own_part, picked_up
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PickUp:
    """Which case's material is picked up."""

    on: On


@case_act(verb="case.picked_up")
def pick_up(case: CaseFile, wish: PickUp, ctx: Context) -> Work:
    """Record who picked up the material, and count from today, or from the acceptance where that is too late.

    Basis: S0h-二(一)1.2
    """
    part = own_part(case, "case.picked_up", ctx)
    if part.picked_up_on is not None:
        raise Refused("already_picked_up", "S0h-二(一)1.2", {"on": part.picked_up_on})
    dates = picked_up(case, part, ctx.today, ctx)
    row = {"assignee_id": ctx.officer.user_id, "picked_up_on": ctx.today, **dates}
    return Work(change=(Change(Stage, part.id, row),), facts={"part": part.id})
