"""送达: the result is handed over against a receipt; with it the case is closed (办结)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import Handed, delivered
from yichuang.acts.delivery.named import ready
from yichuang.acts.hall.issuing import issues_here
from yichuang.acts.passing.proxy import may_receive
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod
from yichuang.records.documents.queries import PAPERS
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
    """Record the delivery with receiver, manner and date, print the 送达回证, and close the case; or a later decision.

    Basis: XKF-44, S0b-21, MSF-87
    """
    decision = ready(case, wish.on)
    if wish.method != DeliveryMethod.WINDOW:
        raise Refused("delivery_way", "MSF-90.1, MSF-91")
    if not wish.receiver.strip():
        raise Refused("receiver_missing", "MSF-87")
    may_receive(wish.receiver, case, ctx).raise_if_refused()
    issues_here(case, ctx)
    handed = Handed(DeliveryMethod.WINDOW.value, wish.receiver, wish.relation, ctx.at, wish.note, decision)
    return delivered(case, ctx, handed)
