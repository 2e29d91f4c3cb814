"""Cases under the special rules of the licence law, for tests that need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.acts.city import City, on
from tests.acts.lives import under_review
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.hearing.call_hearing import HearingCall, call_hearing
from yichuang.acts.hearing.hold_hearing import HearingRecord, hold_hearing
from yichuang.acts.inspecting.assign import Assignment
from yichuang.acts.inspecting.inspect import Finding, inspect
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of

CALLED = date(2026, 3, 11)
HELD = date(2026, 3, 20)
SENT, FRIDAY = date(2026, 3, 3), date(2026, 3, 6)
PHOTO = {"digest": "a" * 64, "name": "机舱.jpg", "media_type": "image/jpeg", "size": 9}
SIGNED = ({"name": "孙玉兰", "part": "申请人", "signed": True},)


def under_rules(city: City, **regime: Any) -> None:
    """Give the promised item special rules."""
    ItemVersion.objects.filter(pk=city.promised.pk).update(review_rules={"regime": regime})
    city.promised.refresh_from_db()
    version_of.cache_clear()


def call(city: City, no: str, *, day: date = HELD, chair: str = "deputy", **more: Any) -> HearingCall:
    """Return an ordinary call of a hearing."""
    return HearingCall(on(no), day, "9:30", "政务服务中心三楼会议室", "取水影响", city.people[chair].id, **more)


def heard(city: City, no: str) -> None:
    """Call and hold a hearing."""
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    hold_hearing(HearingRecord(on(no), "各方发表了意见。", SIGNED), city.ctx("deputy", HELD))


def finding(city: City, no: str, **more: Any) -> Finding:
    """Return an ordinary inspection by two officers."""
    officers = (city.people["reviewer"].id, city.people["verifier"].id)
    told: dict[str, Any] = {"kind": "inspection", "standard": "GB 50015", "files": (PHOTO,)} | more
    day, passed = told.pop("day", date(2026, 3, 3)), told.pop("passed", True)
    people = told.pop("officers", officers)
    return Finding(on(no), told["kind"], people, day, "取水口", "与图纸一致。", passed, told["standard"], told["files"])


def inspected(city: City, no: str, **more: Any) -> None:
    """Put an inspection on record."""
    inspect(finding(city, no, **more), city.ctx("reviewer", date(2026, 3, 3)))


def waiting_for_decision(city: City, no: str = "") -> str:
    """Return the number of a case that waits for its decision."""
    no = no or under_review(city)
    review(Review(on(no), True, "符合条件。"), city.ctx("reviewer", date(2026, 3, 4)))
    verify(Verification(on(no), True, "同意。"), city.ctx("verifier", date(2026, 3, 5)))
    return no


def granted(city: City, **certificate: Any) -> str:
    """Return a case whose inspection passed and that was granted."""
    under_rules(city, inspections=["inspection"])
    told = {**city.promised.certificate, **certificate}
    ItemVersion.objects.filter(pk=city.promised.pk).update(certificate=told)
    version_of.cache_clear()
    no = under_review(city)
    inspected(city, no)
    decide(Decision(on(waiting_for_decision(city, no)), True, "", "《水法》"), city.ctx("agency", FRIDAY))
    return no


def sent(city: City, no: str, **more: Any) -> Assignment:
    """Return an ordinary assignment of two officers."""
    pair = (city.people["reviewer"].id, city.people["verifier"].id)
    return replace(Assignment(on(no), "inspection", pair, SENT, "2 号泊位"), **more)
