"""Hearings: asked for, called early enough, chaired by somebody else, recorded; the decision rests on them."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import CALLED, HELD, SIGNED, call, heard, under_rules, waiting_for_decision
from tests.acts.hearing.test_parties import notice
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.hearing.call_hearing import call_hearing
from yichuang.acts.hearing.challenge_chair import Challenge, challenge_chair
from yichuang.acts.hearing.hold_hearing import HearingRecord, hold_hearing
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import tell_interested
from yichuang.acts.inspection.doctor import examine
from yichuang.records.documents.models import Document
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import announced
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def hearing() -> Hearing:
    return Hearing.objects.get(region_code="990100")


def record(no: str, words: str = "各方发表了意见。") -> HearingRecord:
    return HearingRecord(on(no), words, SIGNED)


def test_it_works(city: City) -> None:
    no = waiting_for_decision(city)
    heard(city, no)
    refused("hearing_not_answered", lambda: decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", HELD)))
    decide(Decision(on(no), True, "采纳听证意见。", "《水法》"), city.ctx("agency", HELD))
    grant = Document.objects.get(region_code="990100", kind="grant")
    assert grant.fields["hearing_on"] == "2026-03-20"
    assert hearing().held_on == date(2026, 3, 20)
    assert list(examine("990100", directory())) == []


def test_on_request_within_five_days_and_held_within_twenty(city: City) -> None:
    no = under_review(city)
    refused("hearing_not_told", lambda: request_hearing(HearingRequest(on(no)), city.ctx("resident")))
    tell_interested(notice(no), city.ctx("reviewer"))
    late = date(2026, 3, 10)
    refused("hearing_request_late", lambda: request_hearing(HearingRequest(on(no)), city.ctx("resident", late)))
    request_hearing(HearingRequest(on(no)), city.ctx("resident", date(2026, 3, 9)))
    assert (hearing().origin, hearing().hold_by) == ("applicant", date(2026, 4, 7))
    wish = call(city, no, day=date(2026, 4, 8))
    refused("hearing_too_late", lambda: call_hearing(wish, city.ctx("verifier", date(2026, 3, 9))))
    refused("hearing_open", lambda: request_hearing(HearingRequest(on(no)), city.ctx("resident", date(2026, 3, 9))))


def test_a_hearing_that_was_put_off_too_long_is_held_late(city: City) -> None:
    no = under_review(city)
    tell_interested(notice(no), city.ctx("reviewer"))
    request_hearing(HearingRequest(on(no)), city.ctx("resident", date(2026, 3, 9)))
    wish = call(city, no, day=date(2026, 4, 8))
    refused("hearing_too_late", lambda: call_hearing(wish, city.ctx("verifier", date(2026, 3, 26))))
    call_hearing(wish, city.ctx("verifier", date(2026, 3, 27)))  # no lawful day is left: 04-07 asks for notice by 03-26
    told = Entry.objects.get(region_code="990100", verb="case.hearing_called")
    assert told.facts["late"] is True


def test_every_party_is_told_of_day_and_place(city: City) -> None:
    no = under_review(city)
    tell_interested(notice(no), city.ctx("reviewer"))
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    own, party = Document.objects.filter(region_code="990100", kind="hearing_notice").order_by("no")
    assert (own.public, party.public) == (True, False)
    assert (own.fields["applicant"], party.fields["applicant"]) == ("孙玉兰", notice(no).name)
    assert party.fields["applicant_name"] == "孙玉兰"


def test_a_party_told_later_does_not_prolong_the_applicants_days(city: City) -> None:
    no = under_review(city)
    tell_interested(replace(notice(no), name=""), city.ctx("reviewer"))  # nobody yet: that tells the applicant nothing
    tell_interested(notice(no), city.ctx("reviewer"))
    tell_interested(replace(notice(no), name="周文静"), city.ctx("reviewer", date(2026, 3, 6)))
    assert Document.objects.filter(region_code="990100", kind="hearing_right").count() == 1
    late = date(2026, 3, 10)
    refused("hearing_request_late", lambda: request_hearing(HearingRequest(on(no)), city.ctx("resident", late)))
    request_hearing(HearingRequest(on(no), "周文静"), city.ctx("reviewer", late))
    assert hearing().origin == "party"


def test_the_notice_of_seven_days(city: City) -> None:
    no = under_review(city)
    refused("hearing_notice_late", lambda: call_hearing(call(city, no), city.ctx("verifier", date(2026, 3, 12))))
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    assert [row.on for row in announced("990100", CALLED)] == [HELD]


def test_the_reviewer_does_not_chair(city: City) -> None:
    no = waiting_for_decision(city)
    wish = call(city, no, chair="reviewer")
    refused("chair_is_reviewer", lambda: call_hearing(wish, city.ctx("verifier", CALLED)))


def test_the_decision_waits_for_the_record(city: City) -> None:
    no = waiting_for_decision(city)
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    wish = Decision(on(no), True, "", "《水法》")
    refused("hearing_unrecorded", lambda: decide(wish, city.ctx("agency", HELD)))


def test_a_hearing_that_the_item_requires(city: City) -> None:
    under_rules(city, hearing=True)
    no = waiting_for_decision(city)
    refused("hearing_missing", lambda: decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", CALLED)))


def test_a_challenged_chair(city: City) -> None:
    no = under_review(city)
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    wish = Challenge(on(no), "周文静", "主持人是申请人的亲属", city.people["chief"].id)
    refused("chair_decides_himself", lambda: challenge_chair(wish, city.ctx("deputy", CALLED)))
    challenge_chair(wish, city.ctx("agency", CALLED))
    assert hearing().chair_id == city.people["chief"].id
    again = Challenge(on(no), "周文静", "理由不足", None, "查无此事")
    refused("challenge_ruling_missing", lambda: challenge_chair(replace(again, ruling=" "), city.ctx("agency", CALLED)))
    challenge_chair(again, city.ctx("agency", CALLED))
    assert list(examine("990100", directory())) == []


def test_the_answer_to_a_challenge_is_told_on_paper(city: City) -> None:
    no = under_review(city)
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    wish = Challenge(on(no), "周文静", "主持人是申请人的亲属", city.people["chief"].id)
    challenge_chair(wish, city.ctx("agency", CALLED))
    challenge_chair(Challenge(on(no), "孙玉兰", "有利害关系", None, "查无此事"), city.ctx("agency", CALLED))
    letter, copy, own = Document.objects.filter(region_code="990100", kind="challenge_decision").order_by("no")
    assert (letter.public, copy.public, own.public) == (False, True, True)
    assert (letter.fields["applicant"], letter.fields["new_chair"]) == ("周文静", "chief")
    assert "周文静" not in str(copy.fields)
    assert "亲属" not in str(copy.fields)
    assert (own.fields["ruling"], own.fields["new_chair"]) == ("查无此事", "")


def test_refusals_of_the_call(city: City) -> None:
    no = under_review(city)
    ctx = city.ctx("verifier", CALLED)
    refused("chair_missing", lambda: call_hearing(call(city, no, chair="resident"), ctx))
    refused("hearing_day_off", lambda: call_hearing(call(city, no, day=date(2026, 3, 28)), ctx))
    refused("hearing_hour", lambda: call_hearing(replace(call(city, no), time="99:99"), ctx))
    refused("hearing_far", lambda: call_hearing(call(city, no, day=date(2028, 1, 3)), ctx))
    refused("hearing_far", lambda: call_hearing(call(city, no, day=date(9999, 3, 1)), ctx))
    refused("hearing_closed_reason", lambda: call_hearing(call(city, no, public=False), ctx))
    refused("not_yours", lambda: call_hearing(call(city, no), city.ctx("reviewer", CALLED)))
    refused("hearing_not_called", lambda: hold_hearing(record(no), ctx))
    refused("hearing_not_called", lambda: challenge_chair(Challenge(on(no), "周", "亲属"), ctx))


def test_refusals_of_the_record(city: City) -> None:
    no = under_review(city)
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    refused("hearing_not_yet", lambda: hold_hearing(record(no), city.ctx("deputy", CALLED)))
    refused("hearing_record_missing", lambda: hold_hearing(record(no, " "), city.ctx("deputy", HELD)))
    unsigned = HearingRecord(on(no), "发言", ({"name": "孙", "signed": False},))
    refused("hearing_record_missing", lambda: hold_hearing(unsigned, city.ctx("deputy", HELD)))
    refused("reason_missing", lambda: challenge_chair(Challenge(on(no), "周", " "), city.ctx("agency", HELD)))
