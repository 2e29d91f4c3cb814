"""送达方式: which day counts, what each way needs, and what the register shows afterwards."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import ZONE, City, on
from tests.acts.delivery.walks import (
    DECIDED,
    DELIVERED,
    LATER,
    POSTING,
    SENT,
    announced,
    code_of,
    denied,
    issued,
    posted,
)
from tests.acts.test_refusals import refused
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.confirm_receipt import ReceiptConfirmed, confirm_receipt
from yichuang.acts.delivery.confirm_way import WayConfirmed, confirm_way
from yichuang.acts.delivery.deem import NoticeOver, deem_delivered
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.delivery.leave import Leaving, leave
from yichuang.acts.delivery.post import Posting, post_result
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.post_returned import PostReturn, take_back_post
from yichuang.acts.delivery.send_electronic import ElectronicDelivery, send_electronic
from yichuang.acts.delivery.sweeping import deliver_by_time
from yichuang.acts.inspection.doctor import examine
from yichuang.records.delivery.couriers import SandboxCourier
from yichuang.records.delivery.models import Delivery, Dispatch
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db


def receipt() -> Delivery:
    return Delivery.objects.get(region_code="990100")


def test_every_way_leaves_a_sound_ledger(city: City) -> None:
    for life in DELIVERED:
        life(city)
    assert list(examine("990100", directory())) == []
    ways = {"window", "post", "electronic", "left", "notice"}
    assert set(Delivery.objects.filter(region_code="990100").values_list("method", flat=True)) == ways


def test_a_notice_counts_from_its_last_day_however_late_the_sweep(city: City) -> None:
    no = announced(city)
    refused("delivery_notice_runs", lambda: deem_delivered(NoticeOver(on(no)), city.ctx("system", date(2026, 4, 8))))
    assert deliver_by_time("990100", city.ctx("system", date(2026, 4, 20)), 9, []) == 1
    assert receipt().delivered_at.astimezone(ZONE).date() == date(2026, 4, 8)
    assert deliver_by_time("990100", city.ctx("system", date(2026, 4, 21)), 9, []) == 0


def test_a_notice_needs_that_nothing_else_worked(city: City) -> None:
    no = denied(city)
    refused("delivery_not_tried", lambda: announce(Announcement(on(no), "failed", "x"), city.ctx("clerk", SENT)))
    refused("delivery_ground_missing", lambda: announce(Announcement(on(no), "", "x"), city.ctx("clerk", SENT)))
    refused("announce_reason_missing", lambda: announce(Announcement(on(no), "unknown", " "), city.ctx("clerk", SENT)))
    announce(Announcement(on(no), "unknown", "查无此人"), city.ctx("clerk", SENT))
    refused("announced_already", lambda: announce(Announcement(on(no), "unknown", "x"), city.ctx("clerk", SENT)))


def test_only_the_window_hands_over(city: City) -> None:
    """R001: the office that has the case is told by which article, also in the ways without a meeting."""
    no = issued(city)
    refused("delivery_at_window", lambda: deliver(HandOver(on(no), "孙玉兰"), city.ctx("reviewer", SENT)))
    refused("delivery_at_window", lambda: call_pickup(PickupCall(on(no)), city.ctx("agency", SENT)))


def test_the_code_opens_once_and_a_new_one_ends_the_old(city: City) -> None:
    no = issued(city)
    refused("pickup_not_called", lambda: fetch(Fetched(on(no), "000000", "孙玉兰"), city.ctx("clerk", SENT)))
    call_pickup(PickupCall(on(no)), city.ctx("clerk", SENT))
    old = code_of(no)
    Dispatch.objects.filter(region_code="990100").update(code="111111")
    call_pickup(PickupCall(on(no)), city.ctx("clerk", SENT))
    wrong = "111111" if code_of(no) != "111111" else "222222"
    refused("pickup_code_wrong", lambda: fetch(Fetched(on(no), wrong, "孙玉兰"), city.ctx("clerk", SENT)))
    assert len(old) == len(code_of(no)) == 6


def test_the_day_on_the_receipt_is_the_day_of_delivery(city: City) -> None:
    no = posted(city)
    refused("posted_already", lambda: post_result(Posting(on(no), *POSTING), city.ctx("clerk", SENT)))

    def received(day: date) -> None:
        at = datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)
        confirm_post(PostReceipt(on(no), at, "孙玉兰"), city.ctx("clerk", date(2026, 3, 13)))

    refused("delivery_receipt_day", lambda: received(DECIDED))
    refused("delivery_receipt_day", lambda: received(date(2026, 3, 14)))
    received(date(2026, 3, 11))
    assert receipt().delivered_at.astimezone(ZONE).date() == date(2026, 3, 11)


def test_the_sweep_follows_the_parcels_of_its_courier(city: City, tmp_path: Path, settings: Any) -> None:
    settings.YICHUANG_COURIER, courier, no = str(tmp_path), SandboxCourier(tmp_path), denied(city)
    waybill = courier.book("ref-1", "孙玉兰", "滨河路")
    assert courier.book("ref-1", "孙玉兰", "滨河路") == waybill
    post_result(Posting(on(no), "孙玉兰", "滨河路", courier.name, waybill), city.ctx("clerk", SENT))
    assert deliver_by_time("990100", city.ctx("system", LATER), 9, []) == 0
    ended = {"state": "delivered", "at": "2026-03-10T10:00:00+08:00", "signed_by": "孙玉兰"}
    (tmp_path / f"{waybill}.json").write_text(json.dumps(ended), encoding="utf-8")
    assert deliver_by_time("990100", city.ctx("system", LATER), 9, []) == 1
    assert receipt().delivered_at.astimezone(ZONE).date() == date(2026, 3, 10)


def test_what_a_courier_says_may_be_nonsense(tmp_path: Path) -> None:
    courier = SandboxCourier(tmp_path)
    for words in ("", "[]", '{"state": "delivered"}', '{"state": "delivered", "at": "2026-03-10T10:00:00"}'):
        (tmp_path / "EX123456.json").write_text(words, encoding="utf-8")
        assert courier.track("EX123456") is None
    assert courier.track("../etc/passwd") is None


def test_nothing_goes_electronically_without_consent(city: City) -> None:
    no = issued(city)
    send = ElectronicDelivery(on(no))
    refused("delivery_no_consent", lambda: send_electronic(send, city.ctx("clerk", SENT)))
    agree_electronic(ElectronicConsent(on(no)), city.ctx("resident", SENT))
    refused("consent_unchanged", lambda: agree_electronic(ElectronicConsent(on(no)), city.ctx("resident", SENT)))
    refused("review_channel_missing", lambda: send_electronic(send, city.ctx("clerk", SENT)))
    send = ElectronicDelivery(on(no), "https://fuyi.example/")
    refused("papers_not_made", lambda: send_electronic(send, city.ctx("clerk", SENT)))
    agree_electronic(ElectronicConsent(on(no), agree=False), city.ctx("resident", SENT))
    refused("delivery_no_consent", lambda: send_electronic(send, city.ctx("clerk", SENT)))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", SENT))
    confirm = ReceiptConfirmed(on(no))
    refused("nothing_to_confirm", lambda: confirm_receipt(confirm, city.ctx("resident", SENT)))


def test_leaving_needs_witnesses_or_a_record(city: City) -> None:
    no = denied(city)
    one = Leaving(on(no), "孙玉兰", "拒收", "住所", SENT, ("李四 安岭社区", " "))
    refused("delivery_no_witness", lambda: leave(one, city.ctx("clerk", SENT)))
    twice = replace(one, witnesses=("李四 安岭社区", "李四 安岭 社区"))
    refused("delivery_witness_twice", lambda: leave(twice, city.ctx("clerk", SENT)))
    own = replace(one, witnesses=("李四 安岭社区", "孙玉兰 安岭社区"))
    refused("delivery_witness_refuses", lambda: leave(own, city.ctx("clerk", SENT)))
    refused("refusal_not_told", lambda: leave(Leaving(on(no), "", "", "", SENT), city.ctx("clerk", SENT)))


def test_a_paper_is_not_left_on_a_day_to_come(city: City) -> None:
    wish = Leaving(on(denied(city)), "孙玉兰", "拒绝签收", "住所", LATER, ("李四 安岭社区", "王五 安岭社区"))
    with pytest.raises(Refused) as fault:
        leave(wish, city.ctx("clerk", SENT))
    assert (fault.value.code, fault.value.basis) == ("delivery_receipt_day", "MSF-89")


def test_what_is_missing_is_said(city: City) -> None:
    no = denied(city)
    refused("delivery_way", lambda: deliver(HandOver(on(no), "孙玉兰", "post"), city.ctx("clerk", SENT)))
    blank = Posting(on(no), "孙玉兰", " ", "邮政", "EX1")
    refused("post_address_missing", lambda: post_result(blank, city.ctx("clerk", SENT)))
    refused("waybill_missing", lambda: post_result(Posting(on(no), "孙", "路", "", ""), city.ctx("clerk", SENT)))
    long = Posting(on(no), "孙", "路", "邮政", "9" * 41)
    refused("typed_too_long", lambda: post_result(long, city.ctx("clerk", SENT)))
    refused("not_posted", lambda: take_back_post(PostReturn(on(no), "x"), city.ctx("clerk", SENT)))
    refused("delivery_not_announced", lambda: deem_delivered(NoticeOver(on(no)), city.ctx("system", LATER)))


def test_a_closed_case_is_not_delivered_by_its_old_notice(city: City) -> None:
    no = announced(city)
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", SENT))
    assert deliver_by_time("990100", city.ctx("system", LATER), 9, []) == 0


def test_the_applicant_says_how_and_where_and_may_change_it(city: City) -> None:
    no, (receiver, address, *parcel) = denied(city), POSTING
    confirm_way(WayConfirmed(on(no), "window", receiver), city.ctx("clerk", SENT))
    refused("delivery_way_fetched", lambda: post_result(Posting(on(no), *POSTING), city.ctx("clerk", SENT)))
    confirm_way(WayConfirmed(on(no), "post", receiver, address), city.ctx("resident", SENT))
    elsewhere = Posting(on(no), receiver, "别处 1 号", *parcel)
    refused("delivery_other_address", lambda: post_result(elsewhere, city.ctx("clerk", SENT)))
    post_result(Posting(on(no), *POSTING), city.ctx("clerk", SENT))
    later = WayConfirmed(on(no), "window", receiver)
    refused("posted_already", lambda: confirm_way(later, city.ctx("clerk", SENT)))
    states = Dispatch.objects.filter(region_code="990100").order_by("id").values_list("way", "state")
    assert list(states) == [("window", "replaced"), ("post", "confirmed"), ("post", "open")]
    assert not list(examine("990100", directory()))


@pytest.mark.parametrize(
    ("told", "code"),
    [(("pigeon",), "delivery_way_unknown"), (("post", "孙玉兰", " "), "post_address_missing")],
)
def test_a_way_that_is_not_confirmed(city: City, told: tuple[str, ...], code: str) -> None:
    no = denied(city)
    refused(code, lambda: confirm_way(WayConfirmed(on(no), *told), city.ctx("clerk", SENT)))
    confirm_way(WayConfirmed(on(no), "window"), city.ctx("clerk", SENT))
    again = WayConfirmed(on(no), "window")
    refused("delivery_way_unchanged", lambda: confirm_way(again, city.ctx("clerk", SENT)))
