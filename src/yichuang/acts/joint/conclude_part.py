"""协办结论: a co-department tells the lead in writing whether it agrees. There is no extension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.again import said_before
from yichuang.acts.joint.conclusion_sheet import conclusion_sheet
from yichuang.acts.joint.nodes import terms_of_part
from yichuang.acts.joint.parts import own_part, picked_up
from yichuang.acts.joint.reported import reported
from yichuang.records.cases.models import Effect, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions
from yichuang.rules.joint.conclusions import Concluded, in_time, may_conclude


@dataclass(frozen=True, slots=True)
class PartConclusion:
    """The conclusion of the officer's own department."""

    on: On
    given: Concluded


@case_act(verb="case.part_concluded")
def conclude_part(case: CaseFile, wish: PartConclusion, ctx: Context) -> Work:
    """Close the part with one of the profile's conclusions and print the conclusion sheet.

    It stands on material in hand: who has not picked it up before does so now. Silence that has become agreement
    is not taken back. With 同意上报 the department has still to tell what the higher body answers.
    Basis: S0h-二(一)1.2, S0h-二(二)1, XKF-26.2
    """
    part, norms = own_part(case, "case.part_concluded", ctx), norms_of(case)
    signer = norms.norm("decision_signer")
    permissions.may_sign(_roles_at(part.department_id, ctx), str(signer.value), signer.basis).raise_if_refused()
    terms, before = terms_of_part(case, part.department_id, ctx), said_before(case, part)
    in_time(part.due_on, terms, ctx.today, stands=before is not None).raise_if_refused()
    may_conclude(wish.given, norms).raise_if_refused()
    told = wish.given.particulars.told()
    row: dict[str, Any] = {
        "assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": wish.given.conclusion,
        "effect": Effect.GIVEN.value, "opinion": wish.given.opinion, "particulars": told,
    }  # fmt: skip
    if part.picked_up_on is None:
        row |= {"picked_up_on": ctx.today, **picked_up(case, part, ctx.today, ctx)}
    return Work(
        change=(Change(Stage, part.id, row),),
        add=reported(case, part.department_id, wish.given.conclusion, ctx),
        papers=(conclusion_sheet(case, part, wish.given, ctx),),
        facts={"part": part.id, "conclusion": wish.given.conclusion},
        payload={"reason": wish.given.opinion},
    )


def _roles_at(department_id: object, ctx: Context) -> frozenset[str]:
    """Return the posts that the officer holds at the co-department itself."""
    return frozenset(grant.role for grant in ctx.officer.grants if grant.department_id == department_id)
