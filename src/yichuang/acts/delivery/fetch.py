"""凭码领取: who shows the right code signs for the result, on the screen or on paper."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import Handed, Proof, delivered, ended, told
from yichuang.acts.delivery.named import ready
from yichuang.acts.hall.issuing import issues_here
from yichuang.acts.passing.proxy import may_receive
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.queries import PAPERS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Fetched:
    """The code, who fetched it, and the signature drawn on the screen, if not on paper."""

    on: On
    code: str
    receiver: str
    relation: str = "本人"
    signature: Proof | None = None


@case_act(verb="case.fetched", beside=PAPERS)
def fetch(case: CaseFile, wish: Fetched, ctx: Context) -> Work:
    """Hand the result over against the code, and close the case; or a later decision.

    Basis: XKF-44, S0b-21, MSF-87, MSF-88
    """
    decision = ready(case, wish.on)
    way, going = DeliveryMethod.WINDOW, DispatchState.OPEN
    waiting = latest(case.region_code, case.id, way, going, document_id=wish.on.document)
    if waiting is None:
        raise Refused("pickup_not_called", "XKF-44")
    if not hmac.compare_digest(waiting.code.encode(), wish.code.strip().encode()):
        raise Refused("pickup_code_wrong", "MSF-87")
    if not wish.receiver.strip():
        raise Refused("receiver_missing", "MSF-87")
    may_receive(wish.receiver, case, ctx).raise_if_refused()
    issues_here(case, ctx)
    signed = (wish.signature,) if wish.signature else ()
    handed = Handed(
        DeliveryMethod.WINDOW.value, wish.receiver.strip(), wish.relation, ctx.at,
        "凭取件码领取" + ("，在屏幕上签名" if signed else "，在纸质回证上签名"), decision,
    )  # fmt: skip
    over = ended(waiting, ctx, receiver=wish.receiver, proofs=told(signed))
    return delivered(case, ctx, handed, change=(over,))
