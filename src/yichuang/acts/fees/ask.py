"""送财务核定: the lead office sends the case to the finance office, which assesses what is to be paid."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import assessor_of, scheme
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class FeeAsked:
    """What the finance office should know; may be empty."""

    on: On
    words: str = ""


@case_act(verb="case.fee_asked")
def ask_fee(case: CaseFile, wish: FeeAsked, ctx: Context) -> Work:
    """Open the payment at the finance office.

    Basis: S0b-18.1
    """
    if not scheme(case).assessor:
        raise Refused("fee_no_assessor", "S0b-18.1")
    if case.stage(StageKind.PAYMENT) or case.last(StageKind.PAYMENT):
        raise Refused("fee_assessed_already", "S0b-18.1")
    stage = open_stage(
        case, StageKind.PAYMENT.value, ctx, department_id=assessor_of(case, ctx), asked_by_id=ctx.officer.user_id,
        due_on=None, question=wish.words,
    )  # fmt: skip
    return Work(add=(stage,))
