"""确认收悉: the applicant says that he has read what was delivered electronically; the day of delivery stays."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.named import told_of
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, Dispatch, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.queries import later_decision
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ReceiptConfirmed:
    """Which case."""

    on: On


@case_act(verb="case.receipt_confirmed")
def confirm_receipt(case: CaseFile, wish: ReceiptConfirmed, ctx: Context) -> Work:
    """Put on record when the applicant confirmed, once.

    Basis: MSF-90.1
    """
    way, done = DeliveryMethod.ELECTRONIC, DispatchState.DONE
    sent = latest(case.region_code, case.id, way, done, document_id=wish.on.document)
    if sent is None or sent.opened_at:
        raise Refused("nothing_to_confirm", "MSF-90.1")
    decision = later_decision(case.region_code, case.id, wish.on.document) if wish.on.document else None
    return Work(change=(Change(Dispatch, sent.id, {"opened_at": ctx.at}),), facts=told_of(decision))
