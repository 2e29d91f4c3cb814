"""后续决定的送达: of the decision that ended a certificate; what it needs, which day counts, and what stays."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from tests.acts.city import ZONE, City
from tests.acts.delivery.after import AFTER, REVOKED, decided, noticed, parcel, revoked
from tests.acts.delivery.walks import LATER, issued
from tests.acts.test_refusals import refused
from yichuang.acts.act import On
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.send_electronic import ElectronicDelivery, send_electronic
from yichuang.acts.delivery.sweeping import deliver_by_time
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.papers.make import make_missing
from yichuang.faces.common.casework.delivered import decision_delivered, delivered_of
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import load
from yichuang.records.delivery.models import Delivery
from yichuang.records.delivery.queries import undelivered, under_way
from yichuang.records.documents.models import Document
from yichuang.records.feedback.inviting import uninvited
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def receipt() -> Delivery:
    return Delivery.objects.select_related("document").get(region_code="990100", document__kind="revocation")


@pytest.mark.parametrize("life", AFTER)
def test_it_works(city: City, life: Callable[[City], None]) -> None:
    life(city)
    case = Case.objects.get(region_code="990100")
    assert (case.state, str(case.closed_on)) == ("closed", "2026-03-06")
    assert receipt().case_id == case.id
    assert not undelivered("990100").exists()
    assert not under_way("990100").exists()
    slips = Document.objects.filter(region_code="990100", kind="delivery").order_by("id")
    assert slips[1].fields["papers"] == [{"kind": "撤销行政许可决定书", "no": receipt().document.no}]
    assert make_missing(city.ctx("system", LATER), 50, "990100").faults == ()
    assert list(examine("990100", directory())) == []


def test_the_remedies_count_from_the_recorded_day(city: City) -> None:
    on = revoked(city)
    case = load("990100", no=on.no)
    assert case is not None
    own = delivered_of(case, directory())
    parcel(on, city)
    assert decision_delivered(case, decided(on), directory()) is None
    confirm_post(PostReceipt(on, datetime(2026, 3, 20, 9, tzinfo=ZONE), "孙玉兰"), city.ctx("clerk", LATER))
    told = decision_delivered(case, decided(on), directory())
    assert told is not None
    assert told.remedies is not None
    assert (told.on, told.remedies.review_by, told.remedies.court_by) == (
        date(2026, 3, 20), date(2026, 5, 19), date(2026, 9, 20),
    )  # fmt: skip
    assert delivered_of(case, directory()) == own


def test_a_notice_over_the_decision_counts_from_its_last_day(city: City) -> None:
    noticed(city)
    assert deliver_by_time("990100", city.ctx("system", date(2026, 4, 20)), 9, []) == 1
    assert receipt().delivered_at.astimezone(ZONE).date() == date(2026, 4, 8)
    assert deliver_by_time("990100", city.ctx("system", date(2026, 4, 21)), 9, []) == 0


def test_not_twice(city: City) -> None:
    on = revoked(city)
    announce(Announcement(on, "unknown", "查无此人"), city.ctx("clerk", REVOKED))
    deliver(HandOver(on, "孙玉兰"), city.ctx("clerk", REVOKED))
    refused("decision_delivered", lambda: deliver(HandOver(on, "孙玉兰"), city.ctx("clerk", REVOKED)))
    assert deliver_by_time("990100", city.ctx("system", LATER), 9, []) == 0


def test_only_a_decision_that_there_is(city: City) -> None:
    on = revoked(city)
    own = Document.objects.get(region_code="990100", kind="grant")
    for other in (new_id(), own.id):
        wish = HandOver(On(on.no, document=other), "孙玉兰")
        refused("decision_unknown", lambda wish=wish: deliver(wish, city.ctx("clerk", REVOKED)))


def test_a_closed_case_has_no_result_left(city: City) -> None:
    on = revoked(city)
    refused("result_over", lambda: call_pickup(PickupCall(On(on.no)), city.ctx("clerk", REVOKED)))


def test_only_the_window_delivers(city: City) -> None:
    on = revoked(city)
    refused("delivery_at_window", lambda: deliver(HandOver(on, "孙玉兰"), city.ctx("reviewer", REVOKED)))


def test_the_consent_to_the_result_is_none_to_the_decision(city: City) -> None:
    wish = ElectronicDelivery(revoked(city), "https://fuyi.example/")
    refused("delivery_no_consent", lambda: send_electronic(wish, city.ctx("clerk", REVOKED)))


def test_the_result_comes_first(city: City) -> None:
    no = issued(city)
    case = Case.objects.get(region_code="990100", no=no)
    Document.objects.filter(region_code="990100", case_id=case.id, kind="certificate").update(kind="revocation")
    paper = Document.objects.get(region_code="990100", kind="revocation")
    refused("result_first", lambda: deliver(HandOver(On(no, document=paper.id), "孙玉兰"), city.ctx("clerk", REVOKED)))


def test_nobody_is_asked_to_rate_it(city: City) -> None:
    on, since = revoked(city), datetime(2026, 3, 9, tzinfo=ZONE)
    assert list(uninvited("990100", datetime(2026, 3, 6, tzinfo=ZONE), 9))
    deliver(HandOver(on, "孙玉兰"), city.ctx("clerk", REVOKED))
    assert list(uninvited("990100", since, 9)) == []
