"""交寄: the result goes into the post under a waybill; the receipt of the post proves the day of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import dispatch
from yichuang.acts.delivery.named import ready, told_of
from yichuang.records.applicants.vault import seal, unseal
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import confirmed_way, latest
from yichuang.rules.delivery.ways import may_post
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Posting:
    """To whom and where, and under which waybill of which courier it was handed over."""

    on: On
    receiver: str
    address: str
    courier: str
    waybill: str


@case_act(verb="case.posted")
def post_result(case: CaseFile, wish: Posting, ctx: Context) -> Work:
    """Put the parcel on record; nothing is delivered yet.

    Basis: MSF-91
    """
    decision = ready(case, wish.on)
    if not wish.receiver.strip() or not wish.address.strip():
        raise Refused("post_address_missing", "MSF-91")
    if not wish.courier.strip() or not wish.waybill.strip():
        raise Refused("waybill_missing", "MSF-91")
    agreed = confirmed_way(case.region_code, case.id) if decision is None else None  # of the result only
    where = unseal(agreed.address_cipher, case.id) if agreed else None
    may_post(confirmed=where, address=wish.address).raise_if_refused()
    way, document_id = DeliveryMethod.POST.value, wish.on.document
    if latest(case.region_code, case.id, way, DispatchState.OPEN, document_id=document_id):
        raise Refused("posted_already", "MSF-91")
    row = dispatch(
        case, ctx, way, document_id=document_id, receiver=wish.receiver.strip(),
        courier=typed(wish.courier, "邮政快递企业", 40), waybill=typed(wish.waybill, "邮件号", 40),
        address_cipher=seal(wish.address.strip(), case.id),
    )  # fmt: skip
    return Work(add=(row,), facts=told_of(decision))
