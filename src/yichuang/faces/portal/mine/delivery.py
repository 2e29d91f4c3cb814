"""送达 as the applicant sees it: the consent, the code that waits, and what follows from the day of delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from yichuang.faces.common.casework.delivered import Delivered, delivered_of
from yichuang.faces.common.doing import new_key
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, Dispatch, DispatchState
from yichuang.records.delivery.queries import attempts_of
from yichuang.rules.masking import mask_address


@dataclass(frozen=True, slots=True)
class OwnDelivery:
    """What the applicant's page tells of the delivery."""

    delivered: Delivered | None
    code: str
    parcel: Dispatch | None
    notice_until: date | None
    agreed: bool
    may_agree: bool
    to_confirm: bool
    key: str
    way: Dispatch | None
    way_address: str


def own_delivery(case: CaseFile, request: HttpRequest) -> OwnDelivery:
    """Return the delivery of an own case. Two queries at most."""
    rows, closed = attempts_of(case.region_code, case.id), case.state == CaseState.CLOSED
    waits = {} if closed else {one.way: one for one in rows if one.state == DispatchState.OPEN}
    sent = any(one.way == DeliveryMethod.ELECTRONIC and one.state == DispatchState.DONE for one in rows)
    confirmed = any(one.opened_at for one in rows)
    pickup, notice = waits.get(DeliveryMethod.WINDOW), waits.get(DeliveryMethod.NOTICE)
    way = next((one for one in reversed(rows) if one.state == DispatchState.CONFIRMED), None)
    return OwnDelivery(
        delivered_of(case, request.directory) if closed else None,
        pickup.code if pickup else "",
        waits.get(DeliveryMethod.POST),
        notice.due_on if notice else None,
        any(one.state == DispatchState.AGREED for one in rows),
        not closed,
        sent and not confirmed,
        new_key(),
        way,
        mask_address(unseal(way.address_cipher, case.id)) if way and way.address_cipher else "",
    )
