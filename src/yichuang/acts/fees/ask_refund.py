"""申请退付: somebody asks that money goes back, or that a wrong entry is undone; another one decides."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.money import BACK, series
from yichuang.acts.fees.returning import judged_reversal, taken
from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import PayMethod, Refund, RefundKind, RefundState
from yichuang.records.fees.queries import collection_of
from yichuang.records.ids import new_id
from yichuang.rules.fees.collecting import may_refund
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Return:
    """Which sum, how much of it in fen, and why. A reversal is of the whole."""

    on: On
    collection_id: UUID
    reason: str
    amount: int = 0
    kind: str = RefundKind.REFUND
    method: str = ""


@case_act(verb="case.refund_asked")
def ask_refund(case: CaseFile, wish: Return, ctx: Context) -> Work:
    """Put the request on record under a number of its own; what came through the gateway goes back that way.

    Basis: XKF-59, S1-一审一核
    """
    row = collection_of(case.region_code, case.id, wish.collection_id)
    if row is None:
        raise Refused("collection_unknown", "XKF-59")
    reason = typed(wish.reason, "理由", 300)
    if not reason:
        raise Refused("reason_missing", "XKF-59")
    reversal = wish.kind == RefundKind.REVERSAL
    amount = row.amount if reversal else wish.amount
    if reversal:
        judged_reversal(case, row, ctx)
    else:
        running = case.state != CaseState.CLOSED and case.outcome in ("", CaseOutcome.GRANTED)
        may_refund(taken(row), amount, running=running).raise_if_refused()
    kept = row.method in (PayMethod.ONLINE, PayMethod.POS) or reversal
    method = row.method if kept else (wish.method or PayMethod.TRANSFER)
    values = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "collection_id": row.id,
        "kind": str(wish.kind), "no": series(case, BACK, ctx), "amount": amount, "method": str(method),
        "reason": reason, "state": RefundState.ASKED.value, "asked_by_id": ctx.officer.user_id,
        "asked_on": ctx.today, "answered_by_id": None, "answered_on": None, "paid_by_id": None, "paid_on": None,
        "reference": "", "words": "",
    }  # fmt: skip
    return Work(add=(Row(Refund, values),), facts={"kind": str(wish.kind), "amount": amount})
