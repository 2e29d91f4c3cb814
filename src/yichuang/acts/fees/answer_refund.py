"""审批退付: a second person lets the money go back, or does not. A wrong entry is undone at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.returning import judged_reversal, undone
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Refund, RefundKind, RefundState
from yichuang.records.fees.queries import collection_of, fees_of, refund_of
from yichuang.rules.permissions import two_persons
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefundAnswer:
    """Yes or no, and why not."""

    on: On
    refund_id: UUID
    agree: bool
    words: str = ""


@case_act(verb="case.refund_answered")
def answer_refund(case: CaseFile, wish: RefundAnswer, ctx: Context) -> Work:
    """Decide on money that goes back; never who asked for it.

    Basis: XKF-59, S1-一审一核
    """
    row = refund_of(case.region_code, case.id, wish.refund_id)
    if row is None or row.state != RefundState.ASKED:
        raise Refused("refund_answered", "XKF-59")
    two_persons(row.asked_by_id, ctx.officer.user_id, "S1-一审一核").raise_if_refused()
    words = typed(wish.words, "意见", 200)
    if not wish.agree and not words:
        raise Refused("reason_missing", "XKF-59")
    answer: dict[str, Any] = {
        "answered_by_id": ctx.officer.user_id, "answered_on": ctx.today, "words": words,
        "state": (RefundState.APPROVED if wish.agree else RefundState.DECLINED).value,
    }  # fmt: skip
    facts = {"kind": row.kind, "amount": row.amount, "agree": wish.agree}
    if not wish.agree or row.kind != RefundKind.REVERSAL:
        return Work(change=(Change(Refund, row.id, answer),), facts=facts)
    collection = collection_of(case.region_code, case.id, row.collection_id)
    if collection is None:
        raise Refused("collection_unknown", "XKF-59")
    judged_reversal(case, collection, ctx, asked=True)
    columns, change, rows = undone(case, collection, fees_of(case.region_code, case.id), ctx)
    done = {"state": RefundState.PAID.value, "paid_on": ctx.today, "paid_by_id": collection.cashier_id}
    return Work(set=columns, add=rows, change=(Change(Refund, row.id, answer | done), *change), facts=facts)
