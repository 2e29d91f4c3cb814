"""核定缴费: kind, amount and term of what the applicant has to pay; only fees that law or regulation allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.reckoning import Reckoned, reckon
from yichuang.acts.fees.stage import only_assessor, scheme
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Fee
from yichuang.records.ids import new_id
from yichuang.rules.fees import charging
from yichuang.rules.norms import Term, Unit
from yichuang.rules.verdict import Refused

_MOST = 10**13  # fen: a slip of the pen beyond


@dataclass(frozen=True, slots=True)
class Assessment:
    """Amounts in fen by the name of the fee; `days` to pay only where no norm sets the term.

    Where a standard holds (收费标准), the quantity instead of the amount, and the reduction if there is one.
    """

    on: On
    amounts: Mapping[str, int]
    days: int | None = None
    quantities: Mapping[str, str] = field(default_factory=dict)
    reductions: Mapping[str, str] = field(default_factory=dict)


@case_act(verb="case.fee_assessed")
def assess_fee(case: CaseFile, wish: Assessment, ctx: Context) -> Work:
    """Assess the fees of a case and tell the window, which informs the applicant.

    Basis: S0b-18.1, XKF-58.1
    """
    plan, norms, stage = scheme(case), norms_of(case), case.stage(StageKind.PAYMENT)
    charging.may_charge([*wish.amounts, *wish.quantities], plan, norms).raise_if_refused()
    only_assessor(case, ctx)
    if (stage and stage.picked_up_on) or case.last(StageKind.PAYMENT):
        raise Refused("fee_assessed_already", "S0b-18.1")
    if stage is None and plan.assessor:
        raise Refused("fee_not_asked", "S0b-18.1")
    reckoned = reckon(case, wish.amounts, wish.quantities, wish.reductions, ctx)
    if any(not 0 < fee.amount < _MOST for fee in reckoned.values()):
        raise Refused("fee_amount", "XKF-58.1")
    rows = _rows(case, reckoned, plan, _term(wish, charging.payment_term(plan, norms)), ctx)
    seen = {"picked_up_on": ctx.today, "assignee_id": ctx.officer.user_id}
    opened = () if stage else (open_stage(case, StageKind.PAYMENT.value, ctx, due_on=None, **seen),)
    return Work(add=(*rows, *opened), change=(Change(Stage, stage.id, seen),) if stage else ())


def _term(wish: Assessment, fixed: Term | None) -> Term:
    if fixed is not None:
        return fixed
    if wish.days is None or not 0 < wish.days < 1000:
        raise Refused("fee_term_missing", "S0b-18.1")
    return Term(wish.days, Unit.CALENDAR_DAY, "")


def _rows(
    case: CaseFile, reckoned: Mapping[str, Reckoned], plan: charging.FeeScheme, term: Term, ctx: Context
) -> tuple[Row, ...]:
    listed = {charge.name: charge for charge in plan.charges}
    told_by = charging.notice_by(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
    empty = dict.fromkeys(("notified_on", "pay_by", "paid_on", "confirmed_on", "lapsed_on"))
    return tuple(
        Row(
            Fee,
            {
                "id": new_id(), "region_code": case.region_code, "case_id": case.id, "name": name, "amount": fee.amount,
                "particulars": dict(fee.particulars),
                "level": listed[name].level, "basis": listed[name].basis, "term_number": term.number,
                "term_unit": term.unit.value, "assessed_on": ctx.today, "assessor_id": ctx.officer.user_id,
                "notify_by": told_by, "voucher": "", **empty,
            },
        )
        for name, fee in reckoned.items()
    )  # fmt: skip
