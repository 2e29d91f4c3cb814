"""邮件退回: the post could not deliver; another manner has to be found."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import ended
from yichuang.acts.delivery.named import named, told_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PostReturn:
    """Why it came back, as the post says."""

    on: On
    reason: str


@case_act(verb="case.post_returned")
def take_back_post(case: CaseFile, wish: PostReturn, ctx: Context) -> Work:
    """Put the return on record; it proves later that other ways were tried.

    Basis: MSF-91, MSF-95.1
    """
    decision = named(case, wish.on)
    way, going = DeliveryMethod.POST, DispatchState.OPEN
    parcel = latest(case.region_code, case.id, way, going, document_id=wish.on.document)
    if parcel is None:
        raise Refused("not_posted", "MSF-91")
    if not wish.reason.strip():
        raise Refused("return_reason_missing", "MSF-91")
    over = ended(parcel, ctx, DispatchState.RETURNED, reason=wish.reason.strip()[:500])
    return Work(change=(over,), facts=told_of(decision))
