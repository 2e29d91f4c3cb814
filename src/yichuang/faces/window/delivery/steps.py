"""The steps of delivery by name (送达的各步): how a form becomes a wish, and which act takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.confirm_way import WayConfirmed, confirm_way
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.delivery.leave import Leaving, leave
from yichuang.acts.delivery.post import Posting, post_result
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.post_returned import PostReturn, take_back_post
from yichuang.acts.delivery.send_electronic import ElectronicDelivery, send_electronic
from yichuang.faces.window.delivery.taking import day, morning, proofs, signature, text
from yichuang.records.applicants.access import Reading, applicant_of, given_in, note_reading, reveal
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import read_case
from yichuang.records.delivery.couriers import courier
from yichuang.records.delivery.queries import confirmed_way

Reader = Callable[[HttpRequest, On], Any]
_LONG = 500
_BOOKED = "booked"


def _posting(request: HttpRequest, on: On) -> Posting:
    """Read the parcel; a booked one gets its waybill from the courier first, the same one for the same form."""
    receiver, address = text(request, "receiver"), text(request, "address", 200)
    if request.POST.get("registered"):
        address = _registered(request, on)
    elif request.POST.get("confirmed"):
        receiver, address = _confirmed(request, on)
    asked = courier()
    if request.POST.get("by") == _BOOKED and asked is not None and receiver and address:
        return Posting(
            on, receiver, address, asked.name, asked.book(f"{on.no}:{text(request, 'key')}", receiver, address)
        )
    return Posting(on, receiver, address, text(request, "courier", 40), text(request, "waybill", 40))


def _registered(request: HttpRequest, on: On) -> str:
    """Return the address that the applicant gave; that it was read is written down."""
    case = read_case(on.no, request.officer, request.directory)
    wish = Reading("address", "邮寄送达办理结果", case.id)
    given = given_in(case.form, case.id)
    return reveal(applicant_of(case.region_code, case.applicant_id), wish, request.officer, request.at, given)


def _confirmed(request: HttpRequest, on: On) -> tuple[str, str]:
    """Return to whom and where the applicant confirmed; that the address was read is written down."""
    case = read_case(on.no, request.officer, request.directory)
    agreed, reader = confirmed_way(case.region_code, case.id), request.officer.user_id
    if agreed is None or reader is None:
        return "", ""
    wish = Reading("address", "邮寄送达办理结果（确认的送达地址）", case.id)
    note_reading((case.region_code, case.applicant_id), wish, reader, request.at)
    return agreed.receiver, unseal(agreed.address_cipher, case.id)


def _way(request: HttpRequest, on: On) -> WayConfirmed:
    address = text(request, "address", 200)
    if request.POST.get("registered") and request.POST.get("way") == "post" and not address:
        address = _registered(request, on)
    return WayConfirmed(on, request.POST.get("way", ""), text(request, "receiver"), address)


def _leaving(request: HttpRequest, on: On) -> Leaving:
    seen = tuple(
        " ".join(word for word in (text(request, f"witness{n}"), text(request, f"unit{n}")) if word) for n in (1, 2)
    )
    refuser, reason, place = text(request, "receiver"), text(request, "reason", _LONG), text(request, "place", 200)
    return Leaving(on, refuser, reason, place, day(request, "on"), seen, proofs(request))


STEPS: Mapping[str, tuple[Any, Reader, str]] = {
    "hand": (
        deliver,
        lambda request, on: HandOver(
            on, text(request, "receiver"), relation=text(request, "relation", 20) or "本人", note="在纸质回证上签名"
        ),
        "已当面送达",
    ),
    "call": (call_pickup, lambda request, on: PickupCall(on), "已生成取件码"),
    "fetch": (
        fetch,
        lambda request, on: Fetched(
            on, text(request, "code", 6), text(request, "receiver"), text(request, "relation", 20), signature(request)
        ),
        "已凭码领取",
    ),
    "way": (confirm_way, _way, "已确认送达方式和地址"),
    "post": (post_result, _posting, "已登记交寄"),
    "post-delivered": (
        confirm_post,
        lambda request, on: PostReceipt(
            on, morning(day(request, "on")), text(request, "receiver"), text(request, "relation", 20) or "本人",
            proofs(request),
        ),
        "已登记邮寄送达",
    ),
    "post-returned": (
        take_back_post, lambda request, on: PostReturn(on, text(request, "reason", _LONG)), "已登记退回",
    ),
    "consent": (
        agree_electronic,
        lambda request, on: ElectronicConsent(on, request.POST.get("agree") == "yes"),
        "已登记电子送达的意愿",
    ),
    "electronic": (
        send_electronic, lambda request, on: ElectronicDelivery(on, settings.YICHUANG_REVIEW_CHANNEL), "已电子送达",
    ),
    "left": (leave, _leaving, "已登记留置送达"),
    "notice": (
        announce,
        lambda request, on: Announcement(on, text(request, "ground", 16), text(request, "reason", _LONG)),
        "已发出送达公告",
    ),
}  # fmt: skip
