"""签收材料: the department signs for the file that the window sent over; the ledger keeps who and when."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class SigningFor:
    """Which file was received."""

    on: On


@case_act(verb="case.signed_for")
def sign_for(case: CaseFile, wish: SigningFor, ctx: Context) -> Work:
    """Write the day of receipt on the review, before acceptance on the opinion whether to accept, once.

    Basis: S0b-8, S0b-11
    """
    stage = unsigned(case)
    if stage is None:
        raise Refused("no_open_stage", "S0b-11")
    if stage.picked_up_on is not None:
        raise Refused("signed_for_already", "S0b-11", {"on": stage.picked_up_on})
    return Work(change=(Change(Stage, stage.id, {"picked_up_on": ctx.today}),))


def unsigned(case: CaseFile) -> StageView | None:
    """Return the open stage for which the case's department has the file: review, or opinion whether to accept.

    Basis: S0b-8, S0b-11
    """
    opinion = case.stage(StageKind.ACCEPT_OPINION)
    of_lead = opinion if opinion is not None and opinion.department_id == case.department_id else None
    return case.stage(StageKind.REVIEW) or of_lead
