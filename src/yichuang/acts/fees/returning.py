"""What going back has in common (退付、冲正): the sum as it stands, when an entry may be undone, and what undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import scheme
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import CaseState, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Collection, Fee, Refund, RefundState, Standing
from yichuang.records.fees.tills import till_of
from yichuang.rules.fees import charging
from yichuang.rules.fees.collecting import Taken, may_reverse

_GONE = (RefundState.DECLINED,)


def taken(row: Collection) -> Taken:
    """Return the sum with what went or goes back of it; one query."""
    of = {"region_code": row.region_code, "collection_id": row.id}
    back = Refund.objects.filter(**of).exclude(state__in=_GONE)
    return Taken(
        row.amount, row.standing == Standing.SETTLED, row.reversed_on is not None,
        sum(back.values_list("amount", flat=True)), row.received_on, row.cashier_id, row.method,
    )  # fmt: skip


def judged_reversal(case: CaseFile, row: Collection, ctx: Context, *, asked: bool = False) -> None:
    """Refuse what can't be undone any more; `asked`: the request itself is not counted. Raises Refused.

    Basis: XKF-59
    """
    closed = till_of(row.region_code, row.cashier_id, ctx.today) is not None
    held = taken(row)
    if asked:
        held = Taken(
            held.amount, held.settled, held.reversed, held.back - row.amount, held.received_on, held.cashier_id,
            held.method,
        )  # fmt: skip
    before_decision = charging.before_decision(scheme(case), norms_of(case))
    waiting = (CaseState.DECIDING,) if before_decision else (CaseState.DECIDING, CaseState.DECIDED)
    may_reverse(held, ctx.today, closed=closed, relied_on=case.state not in waiting).raise_if_refused()


def undone(
    case: CaseFile, row: Collection, fees: Sequence[Fee], ctx: Context
) -> tuple[dict[str, Any], tuple[Change, ...], tuple[Row, ...]]:
    """Return columns, changes and rows that make the case unpaid again; the term of payment runs on as it was."""
    change: list[Change] = [Change(Collection, row.id, {"reversed_on": ctx.today})]
    if row.standing != Standing.SETTLED or not fees:
        return {}, tuple(change), ()
    change += [Change(Fee, fee.id, {"paid_on": None, "voucher": ""}) for fee in fees]
    if case.stage(StageKind.PAYMENT):
        return {}, tuple(change), ()
    last, fee = case.last(StageKind.PAYMENT), fees[0]
    stage = open_stage(
        case, StageKind.PAYMENT.value, ctx, department_id=last.department_id if last else case.department_id,
        picked_up_on=fee.assessed_on, assignee_id=fee.assessor_id, starts_on=fee.notified_on, due_on=fee.pay_by,
    )  # fmt: skip
    return ({"certificate_by": None} if case.decided_on is None else {}), tuple(change), (stage,)
