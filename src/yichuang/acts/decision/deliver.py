"""送达: the result is handed over against a receipt; with it the case is closed (办结)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.hall.issuing import issues_here
from yichuang.acts.papers.about import about, handed_at
from yichuang.acts.papers.paper import slip
from yichuang.acts.passing.proxy import may_receive
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import Delivery, DeliveryMethod
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.queries import PAPERS, results_of
from yichuang.records.ids import new_id
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who received the result, how, and in what relation to the applicant."""

    on: On
    receiver: str
    method: str = DeliveryMethod.WINDOW
    relation: str = "本人"
    note: str = ""


@case_act(verb="case.delivered", beside=PAPERS)
def deliver(case: CaseFile, wish: HandOver, ctx: Context) -> Work:
    """Record the delivery with receiver, manner and date, print the 送达回证, and close the case.

    Basis: XKF-44, S0b-21, MSF-87
    """
    if case.state == CaseState.DECIDED and case.outcome == CaseOutcome.GRANTED:
        raise Refused("not_issued", "XKF-44")
    if case.outcome == CaseOutcome.UPWARD:
        raise Refused("reply_awaited", "S0b-21.2")
    if wish.method != DeliveryMethod.WINDOW:
        raise Refused("delivery_way", "MSF-90.1, MSF-91")
    if not wish.receiver.strip():
        raise Refused("receiver_missing", "MSF-87")
    may_receive(wish.receiver, case, ctx).raise_if_refused()
    issues_here(case, ctx)
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "receiver": wish.receiver,
        "relation": wish.relation, "method": wish.method, "delivered_at": ctx.at,
        "deliverer_id": ctx.officer.user_id, "note": wish.note,
    }  # fmt: skip
    paper = slip(
        DocumentKind.DELIVERY, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, receiver=wish.receiver,
        relation=wish.relation, method=str(DeliveryMethod(wish.method).label), note=wish.note,
        time=f"{ctx.at.astimezone(ZONE):%-H时%M分}", papers=results_of(case),
        place=handed_at(case, ctx),
    )  # fmt: skip
    return Work(
        clock=(ClockFact(FactKind.CLOSED, ctx.today),),
        set={"closed_on": ctx.today},
        add=(Row(Delivery, row),),
        papers=(paper,),
    )
