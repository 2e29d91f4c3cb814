"""What all money of a case shares (收款): how its payment stands, the row of a sum that came in, the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import scheme
from yichuang.acts.filing.shapes import Change, Number, Row
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, slip
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.fees.models import Collection, Fee, PayMethod, Standing
from yichuang.records.ids import new_id
from yichuang.rules.fees import charging
from yichuang.rules.fees.collecting import Owed
from yichuang.rules.numbering import NumberKind, counter_name, document_number

RECEIPT, BACK = "收据", "退据"


@dataclass(frozen=True, slots=True)
class Came:
    """A sum as it came in (来款): how, how much in fen, from whom, under which number, on which day."""

    method: str
    amount: int
    paid_on: date
    payer: str = ""
    reference: str = ""
    tendered: int = 0
    cashier_id: UUID | None = None
    checkout_id: UUID | None = None
    why: str = ""  # why it does not settle what is owed (待退原因)


def owed_of(case: CaseFile, fees: Sequence[Fee]) -> Owed:
    """Return how the payment of the case stands."""
    stage = case.stage(StageKind.PAYMENT)
    return Owed(
        open=stage is not None,
        told=stage is not None and stage.starts_on is not None,
        paid=any(fee.paid_on for fee in fees),
        lapsed=any(fee.lapsed_on for fee in fees),
        total=sum(fee.amount for fee in fees),
    )


def series(case: CaseFile, kind: str, ctx: Context) -> Number:
    """Return the next number of the department's receipts of this kind and year (收据号)."""
    word, year = ctx.directory.departments[case.department_id].document_word + kind, ctx.today.year
    return Number(counter_name(NumberKind.DOCUMENT, word, year), lambda serial: document_number(word, year, serial))


def collected(case: CaseFile, fees: Sequence[Fee], came: Came, no: str | Number, ctx: Context) -> Row:
    """Return the row of a sum that came in."""
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "no": no, "method": came.method,
        "standing": (Standing.SURPLUS if came.why else Standing.SETTLED).value, "why": came.why,
        "amount": came.amount, "lines": [] if came.why else [[fee.name, fee.amount] for fee in fees],
        "payer": came.payer, "reference": came.reference, "tendered": came.tendered, "paid_on": came.paid_on,
        "received_on": ctx.today, "received_at": ctx.at, "cashier_id": came.cashier_id,
        "department_id": case.department_id, "checkout_id": came.checkout_id, "reversed_on": None,
    }  # fmt: skip
    return Row(Collection, row)


def settled(
    case: CaseFile, fees: Sequence[Fee], came: Came, voucher: str | Number, ctx: Context
) -> tuple[dict[str, Any], tuple[Change, ...]]:
    """Return the columns and changes of a payment that settles what is owed: the certificate is due soon after.

    Basis: S0b-19.1, S0b-19.2
    """
    due = charging.certificate_by(came.paid_on, norms_of(case), ctx.directory.calendar(case.profile))
    stage, waits = case.stage(StageKind.PAYMENT), bool(scheme(case).assessor)
    closing = () if waits or stage is None else (close_stage(stage, Conclusion.AGREE.value, ctx),)
    paid = {"paid_on": came.paid_on, "voucher": voucher}
    return {"certificate_by": due} if due else {}, (*(Change(Fee, fee.id, paid) for fee in fees), *closing)


def receipt(case: CaseFile, fees: Sequence[Fee], came: Came, no: str | Number, ctx: Context) -> Paper:
    """Return the receipt (缴费收据) of a sum that came in."""
    lines = [{"name": fee.name, "basis": fee.basis, "amount": fee.amount} for fee in fees]
    if came.why:
        lines = [{"name": "暂收款（待退）", "basis": "—", "amount": came.amount}]
    return slip(
        DocumentKind.FEE_RECEIPT, no, about(case, ctx), ctx, fees=lines, total=came.amount,
        payer=came.payer or case.applicant_name, paid_on=came.paid_on, method=PayMethod(came.method).label,
        reference=came.reference, bill_no="", notice_no="", refund=False,
        cashier=ctx.officer.name if came.cashier_id else "",
    )  # fmt: skip
