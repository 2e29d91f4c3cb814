"""办理退付: money was handed back at the desk, or the gateway says whether it went back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, slip
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.fees.models import Collection, PayMethod, Refund, RefundState
from yichuang.records.fees.queries import collection_of, fees_of, refund_of
from yichuang.records.fees.tills import till_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefundOutcome:
    """What became of it; `reference` is the number at the bank or the gateway."""

    on: On
    refund_id: UUID
    through: bool = True
    reference: str = ""
    words: str = ""


@case_act(verb="case.refund_paid")
def pay_refund(case: CaseFile, wish: RefundOutcome, ctx: Context) -> Work:
    """Put on record that the money went back, with a receipt, or that it could not and will be tried again.

    Basis: XKF-59
    """
    row = refund_of(case.region_code, case.id, wish.refund_id)
    if row is None or row.state not in (RefundState.APPROVED, RefundState.FAILED):
        raise Refused("refund_not_approved", "XKF-59")
    online, reference = row.method == PayMethod.ONLINE, wish.reference.strip()[:64]
    if online and not ctx.officer.system:
        raise Refused("refund_by_gateway", "XKF-59")
    if row.method == PayMethod.CASH and till_of(row.region_code, ctx.officer.user_id, ctx.today):
        raise Refused("till_closed", "YC")
    if wish.through and row.method != PayMethod.CASH and not reference:
        raise Refused("fee_reference_missing", "YC")
    state = RefundState.PAID if wish.through else RefundState.FAILED
    values = {
        "state": state.value, "paid_on": ctx.today if wish.through else None, "paid_by_id": ctx.officer.user_id,
        "reference": reference, "words": wish.words.strip()[:200],
    }  # fmt: skip
    return Work(
        change=(Change(Refund, row.id, values),),
        papers=(_receipt(case, row, reference, ctx),) if wish.through else (),
        facts={"through": wish.through, "amount": row.amount},
    )


def _receipt(case: CaseFile, row: Refund, reference: str, ctx: Context) -> Paper:
    came = collection_of(case.region_code, case.id, row.collection_id)
    return slip(
        DocumentKind.FEE_RECEIPT, row.no, about(case, ctx), ctx, fees=_lines(case, row, came), total=row.amount,
        payer=(came.payer if came else "") or case.applicant_name, paid_on=ctx.today, reference=reference,
        method=PayMethod(row.method).label, bill_no=came.no if came else "", notice_no="", refund=True,
        cashier=ctx.officer.name if not ctx.officer.system else "",
    )  # fmt: skip


def _lines(case: CaseFile, row: Refund, came: Collection | None) -> list[dict[str, object]]:
    """Return what goes back, fee by fee where it is all of it."""
    fees = fees_of(case.region_code, case.id)
    if came and came.lines and row.amount == came.amount:
        return [{"name": fee.name, "basis": fee.basis, "amount": fee.amount} for fee in fees]
    name = "、".join(str(line[0]) for line in came.lines) if came and came.lines else "暂收款"
    basis = fees[0].basis if fees and came and came.lines else "—"
    return [{"name": f"{name}（退）", "basis": basis, "amount": row.amount}]
