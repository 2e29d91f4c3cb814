"""Joint review meetings: called in time, adjourned and resumed, signed on the spot, closed with minutes."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import COUNTY, AskingCity, stages
from tests.acts.lives import submitted, to_decide, under_review
from tests.acts.meeting.steps import HELD, ROOM, TOLD, called, closed, meetings, signed
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.meeting.adjourn import Adjournment, adjourn_meeting
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.acts.meeting.cancel_meeting import Cancellation, cancel_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.decline import MeetingRefusal, decline_meeting
from yichuang.acts.meeting.name_delegate import Delegation, name_delegate
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.acts.meeting.resume_meeting import NextSession, resume_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Region

pytestmark = pytest.mark.django_db


def test_it_works(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    signed(chongqing, no, meeting)
    closed(chongqing, no, meeting, applicant_words="希望尽快。")
    (found,) = meetings(no)
    told = {(seat.conclusion, seat.effect) for seat in found.seats}
    assert (found.row.state, told) == ("closed", {("agree", ""), ("agree", "absence")})
    papers = Document.objects.filter(region_code="990100")
    notice, minutes = papers.get(kind="meeting_notice"), papers.get(kind="meeting_minutes")
    assert (notice.public, notice.fields["free"], notice.fields["held_on"]) == (True, True, "2026-03-12")
    assert (minutes.public, minutes.fields["applicant_words"]) == (False, "希望尽快。")
    assert all(stage.done_at for stage in stages(no, "meeting"))
    assert list(examine("990100", directory())) == []


def test_a_late_notice_is_refused_unless_the_applicant_does_without(chongqing: AskingCity) -> None:
    no, invited = under_review(chongqing), (Invitation(chongqing.ids("land")[0]),)
    late = chongqing.ctx("deputy", date(2026, 3, 11))
    refused("meeting_notice_late", lambda: call_meeting(MeetingCall(on(no), ROOM, invited), late))
    waived = Session(HELD, "09:30", "三楼会审室", "申请人三月十一日书面同意")
    assert call_meeting(MeetingCall(on(no), waived, invited), late)


def test_nationally_no_time_before_is_asked(asking: AskingCity) -> None:
    no, meeting = called(asking, "land", day=HELD, who="reviewer")
    signed(asking, no, meeting, conclusion="agree")


def test_one_meeting_two_sessions(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    signed(chongqing, no, meeting)
    adjourn_meeting(Adjournment(on(no), meeting, "踏勘后继续"), chongqing.ctx("deputy", HELD))
    refused("meeting_state", lambda: signed(chongqing, no, meeting, "eco"))
    again = NextSession(on(no), meeting, Session(date(2026, 3, 18), "14:00", "现场"))
    late = NextSession(on(no), meeting, Session(date(2026, 3, 13), "14:00", "现场"))
    refused("meeting_notice_late", lambda: resume_meeting(late, chongqing.ctx("deputy", HELD)))
    resume_meeting(again, chongqing.ctx("deputy", HELD))
    (found,) = meetings(no)
    assert (found.row.id, len(found.row.sessions), found.row.held_on) == (meeting, 2, date(2026, 3, 18))
    assert [seat.conclusion for seat in found.seats] == ["agree", ""]


def test_the_applicant_asks_and_the_lead_decides(chongqing: AskingCity) -> None:
    no = under_review(chongqing)
    wish = MeetingRequest(on(no), "涉及三个部门，请会审。", chongqing.ids("land"), waived=True)
    request_meeting(wish, chongqing.ctx("resident"))
    refused("meeting_requested_already", lambda: request_meeting(wish, chongqing.ctx("resident")))
    (asked,) = meetings(no)
    call = MeetingCall(on(no), ROOM, (Invitation(chongqing.ids("land")[0]),), meeting_id=asked.row.id)
    call_meeting(call, chongqing.ctx("deputy", date(2026, 3, 11)))  # late, but waived in the request
    (found,) = meetings(no)
    assert (found.row.id, found.row.state, found.row.request) == (asked.row.id, "called", "涉及三个部门，请会审。")


def test_a_request_may_be_declined_with_reasons(chongqing: AskingCity) -> None:
    no = submitted(chongqing)
    refused("request_missing", lambda: request_meeting(MeetingRequest(on(no), " "), chongqing.ctx("resident")))
    request_meeting(MeetingRequest(on(no), "请会审。"), chongqing.ctx("resident"))
    asked = meetings(no)[0].row.id
    refused("reason_missing", lambda: decline_meeting(MeetingRefusal(on(no), asked, ""), chongqing.ctx("deputy")))
    decline_meeting(MeetingRefusal(on(no), asked, "书面意见已足够"), chongqing.ctx("deputy"))
    assert meetings(no)[0].row.state == "declined"


def test_whoever_sits_holds_an_approval_post(chongqing: AskingCity) -> None:
    no, land = under_review(chongqing), chongqing.ids("land")[0]
    wish = MeetingCall(on(no), ROOM, (Invitation(land, chongqing.people["land_clerk"].id),))
    refused("delegate_post", lambda: call_meeting(wish, chongqing.ctx("deputy", TOLD)))
    wish = MeetingCall(on(no), ROOM, (Invitation(land, chongqing.people["eco"].id),))
    refused("delegate_post", lambda: call_meeting(wish, chongqing.ctx("deputy", TOLD)))


def test_where_it_is_unclear_the_citys_department_is_asked_by_letter(chongqing: AskingCity) -> None:
    no, land = under_review(chongqing), chongqing.ids("land")[0]
    county = MeetingCall(on(no), ROOM, (Invitation(chongqing.ids("county")[0], by_letter=True),))
    refused("meeting_city_department", lambda: call_meeting(county, chongqing.ctx("deputy", TOLD)))
    wish = MeetingCall(on(no), ROOM, (Invitation(land, by_letter=True, matter="采矿权归属"),))
    call_meeting(wish, chongqing.ctx("deputy", TOLD))
    meeting = meetings(no)[0].row.id
    assert Document.objects.get(region_code="990100", kind="meeting_letter").fields["matter"] == "采矿权归属"
    refused("seat_no_delegate", lambda: signed(chongqing, no, meeting))
    name_delegate(Delegation(on(no), meeting, chongqing.people["land"].id), chongqing.ctx("land", TOLD))
    signed(chongqing, no, meeting)


def test_the_chair_of_the_land_department_is_its_deputy_or_named_by_the_head(land: AskingCity) -> None:
    no, invited = under_review(land), (Invitation(land.ids("eco")[0]),)
    refused("meeting_chair", lambda: call_meeting(MeetingCall(on(no), ROOM, invited), land.ctx("reviewer", TOLD)))
    named = MeetingCall(on(no), ROOM, invited, chair_named="厅长三月九日确定由审查处处长主持")
    assert call_meeting(named, land.ctx("reviewer", TOLD))


def test_a_divided_meeting_is_reported_before_the_deputy_signs(land: AskingCity) -> None:
    from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head

    no = to_decide(land)
    no, meeting = called(land, "eco", no=no)
    refused("meeting_open", lambda: decide(Decision(on(no), True, "", "《水法》"), land.ctx("deputy", HELD)))
    signed(land, no, meeting, "eco", "disagree")
    closed(land, no, meeting, divided=True)
    refused("report_first", lambda: decide(Decision(on(no), True, "", "《水法》"), land.ctx("deputy", HELD)))
    report_to_head(HeadReport(on(no), "head_meeting", "同意准予，附加条件。"), land.ctx("reviewer", HELD))
    assert decide(Decision(on(no), True, "", "《水法》"), land.ctx("deputy", HELD))


def test_without_such_a_norm_absence_says_nothing(land: AskingCity) -> None:
    no, meeting = called(land)
    closed(land, no, meeting)
    assert {seat.conclusion for seat in meetings(no)[0].seats} == {""}


def test_who_came_and_signed_nothing_is_warned_of_first(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    came = frozenset(chongqing.ids("land"))
    refused("meeting_conclusions_missing", lambda: closed(chongqing, no, meeting, present=came))
    closed(chongqing, no, meeting, present=came, despite=True)
    assert [(seat.effect, seat.present) for seat in meetings(no)[0].seats] == [("irregular", True), ("absence", False)]


def test_nobody_is_absent_before_the_hour(chongqing: AskingCity) -> None:
    no, came = under_review(chongqing), chongqing.ids("land")
    afternoon = MeetingCall(on(no), Session(HELD, "23:30", "三楼会审室"), tuple(Invitation(one) for one in came))
    call_meeting(afternoon, chongqing.ctx("deputy", TOLD))
    meeting = meetings(no)[0].row.id
    refused("meeting_hour_to_come", lambda: closed(chongqing, no, meeting))
    closed(chongqing, no, meeting, present=frozenset(came), despite=True)


def test_in_pre_review_a_department_may_want_more_later(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing, "land", no=submitted(chongqing, date(2026, 3, 9)), day=date(2026, 3, 10))
    wish = Signature(on(no), meeting, "agree", "同意", "初步设计全套图纸")
    sign_seat(wish, chongqing.ctx("land", HELD))
    assert meetings(no)[0].seats[0].later_materials == "初步设计全套图纸"


def test_signing_has_its_limits(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    late = Signature(on(no), meeting, "agree", "", "图纸")
    day = chongqing.ctx("land", HELD)
    refused("meeting_not_begun", lambda: sign_seat(Signature(on(no), meeting, "agree"), chongqing.ctx("land", TOLD)))
    refused("later_materials_only_before", lambda: sign_seat(late, day))
    refused("conclusion_irregular", lambda: sign_seat(Signature(on(no), meeting, "maybe"), day))
    refused("denial_without_reasons", lambda: sign_seat(Signature(on(no), meeting, "disagree", " "), day))
    refused("no_meeting", lambda: sign_seat(Signature(on(no), chongqing.department.id, "agree"), day))
    refused("no_seat", lambda: sign_seat(Signature(on(no), meeting, "agree"), chongqing.ctx("reviewer", HELD)))
    signed(chongqing, no, meeting)
    refused("seat_signed_already", lambda: signed(chongqing, no, meeting))


def test_only_the_delegate_signs(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    from tests.acts.consulting.city import _post

    _post(chongqing, "land_second", "verifier", chongqing.asked["land"])
    name_delegate(Delegation(on(no), meeting, chongqing.people["land"].id), chongqing.ctx("land", TOLD))
    refused("seat_other_delegate", lambda: signed(chongqing, no, meeting, "land_second"))


@pytest.mark.parametrize(
    ("code", "session", "slugs"),
    [
        ("meeting_place_missing", Session(HELD, "9点半", "三楼"), ("land",)),
        ("meeting_place_missing", Session(HELD, "09:30", " "), ("land",)),
        ("meeting_hour_past", Session(TOLD, "10:00", "三楼"), ("land",)),
        ("meeting_past", Session(date(2026, 3, 9), "09:30", "三楼"), ("land",)),
        ("meeting_day_off", Session(date(2026, 3, 14), "09:30", "三楼"), ("land",)),
        ("meeting_invitations", ROOM, ()),
        ("meeting_invitations", ROOM, ("land", "land")),
    ],
)
def test_a_call_names_when_where_and_whom(
    chongqing: AskingCity, code: str, session: Session, slugs: tuple[str, ...]
) -> None:
    wish = MeetingCall(on(under_review(chongqing)), session, tuple(Invitation(one) for one in chongqing.ids(*slugs)))
    refused(code, lambda: call_meeting(wish, chongqing.ctx("deputy", TOLD)))


def test_cancelling_frees_the_departments(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    refused("meeting_invited_already", lambda: called(chongqing, no=no))
    cancel_meeting(Cancellation(on(no), meeting, "申请人撤回请求"), chongqing.ctx("deputy", TOLD))
    assert meetings(no)[0].row.state == "cancelled"
    refused("meeting_state", lambda: closed(chongqing, no, meeting))
    called(chongqing, no=no)


def test_minutes_say_what_was_discussed(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    wish = Minutes(on(no), meeting, " ")
    refused("minutes_missing", lambda: close_meeting(wish, chongqing.ctx("deputy", HELD)))


def test_a_day_beyond_every_calendar_is_refused(chongqing: AskingCity) -> None:
    no, invited = under_review(chongqing), (Invitation(chongqing.ids("land")[0]),)
    far = Session(date(9999, 12, 31), "09:30", "三楼会审室")
    refused("meeting_far", lambda: call_meeting(MeetingCall(on(no), far, invited), chongqing.ctx("deputy", TOLD)))


def test_a_department_of_another_province_is_not_invited(chongqing: AskingCity) -> None:
    no, (county,) = under_review(chongqing), chongqing.ids(COUNTY[0])
    Region.objects.filter(code="990188").update(code="510188")
    forget()
    wish = MeetingCall(on(no), ROOM, (Invitation(county),))
    refused("asked_elsewhere", lambda: call_meeting(wish, chongqing.ctx("deputy", TOLD)))
