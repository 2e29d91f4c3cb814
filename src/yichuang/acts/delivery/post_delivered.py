"""邮寄送达: the receipt of the post came back; the day on it is the day of delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.delivery.ending import Handed, Proof, delivered, ended, told
from yichuang.acts.delivery.named import ready
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.queries import PAPERS
from yichuang.rules.delivery.ways import receipt_day
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PostReceipt:
    """When it was received by whom, as the receipt says, and the receipt itself where it was scanned."""

    on: On
    received_at: datetime
    receiver: str
    relation: str = "本人"
    proofs: tuple[Proof, ...] = ()


@case_act(verb="case.post_delivered", beside=PAPERS)
def confirm_post(case: CaseFile, wish: PostReceipt, ctx: Context) -> Work:
    """Record the delivery by post under the day of the receipt; a result closes the case.

    Basis: MSF-91, MSF-87
    """
    decision = ready(case, wish.on)
    way, going = DeliveryMethod.POST, DispatchState.OPEN
    parcel = latest(case.region_code, case.id, way, going, document_id=wish.on.document)
    if parcel is None:
        raise Refused("not_posted", "MSF-91")
    if not wish.receiver.strip():
        raise Refused("receiver_missing", "MSF-87")
    on = wish.received_at.astimezone(ZONE).date()
    receipt_day(on, sent_on=parcel.since, today=ctx.today).raise_if_refused()
    at = datetime.combine(on, time(0), tzinfo=ZONE) if on != ctx.today else min(wish.received_at, ctx.at)
    handed = Handed(
        DeliveryMethod.POST.value,
        wish.receiver.strip(),
        wish.relation,
        at,
        f"{parcel.courier} {parcel.waybill}",
        decision,
    )
    proofs = [*parcel.proofs, *told(wish.proofs)]
    return delivered(case, ctx, handed, change=(ended(parcel, ctx, proofs=proofs),))
