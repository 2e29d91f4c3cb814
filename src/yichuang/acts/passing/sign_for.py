"""签收材料: the department signs for the accepted file that the window sent over; the ledger keeps who and when."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class SigningFor:
    """Which file was received."""

    on: On


@case_act(verb="case.signed_for")
def sign_for(case: CaseFile, wish: SigningFor, ctx: Context) -> Work:
    """Write the day of receipt on the review stage, once.

    Basis: S0b-8, S0b-11
    """
    stage = case.stage(StageKind.REVIEW)
    if stage is None:
        raise Refused("no_open_stage", "S0b-11")
    if stage.picked_up_on is not None:
        raise Refused("signed_for_already", "S0b-11", {"on": stage.picked_up_on})
    return Work(change=(Change(Stage, stage.id, {"picked_up_on": ctx.today}),))
