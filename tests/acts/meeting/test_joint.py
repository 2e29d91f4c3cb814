"""A meeting concludes the open parts of a joint case with what was signed on the spot."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.joint.city import build_joint_city, routed_joint
from tests.acts.joint.told import part_of
from tests.acts.meeting.steps import HELD, ROOM, TOLD, meetings
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.meeting.call import Invitation, MeetingCall, call_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.records.cases.models import Stage
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def test_it_works(db: None) -> None:
    city = build_joint_city()
    no = routed_joint(city)
    fire, env = (part_of(city, slug) for slug in ("fire", "env"))
    invited = tuple(Invitation(department.id) for department in city.co.values())
    call_meeting(MeetingCall(on(no), ROOM, invited), city.ctx("deputy", TOLD))
    meeting = meetings(no)[0].row.id
    sign_seat(Signature(on(no), meeting, "upward", "报部委。"), city.ctx("fire_reviewer", HELD))
    close_meeting(Minutes(on(no), meeting, "逐项讨论。"), city.ctx("deputy", HELD))
    parts = {row.id: row for row in Stage.objects.filter(region_code="990100", kind="co_review")}
    assert (parts[fire.id].conclusion, parts[fire.id].opinion) == ("upward", "报部委。")
    assert (parts[env.id].conclusion, parts[env.id].effect) == ("agree", "absence")
    waiting = Stage.objects.get(region_code="990100", kind="part_report", done_at=None)
    assert waiting.department_id == fire.department_id
    sheets = Document.objects.filter(region_code="990100", kind="co_conclusion").order_by("drawn_at", "id")
    assert [sheet.fields["conclusion"] for sheet in sheets] == ["upward", "agree"]
    assert [sheet.fields["effect"] for sheet in sheets] == ["", "absence"]
    assert list(examine("990100", directory())) == []


def test_silence_that_has_agreed_is_not_undone_by_a_later_signature(db: None) -> None:
    """Whether a sweep ran in between or not."""
    city, late = build_joint_city(), date(2026, 3, 17)  # the parts were due on the day before
    no = routed_joint(city)
    invited = tuple(Invitation(department.id) for department in city.co.values())
    call_meeting(MeetingCall(on(no), ROOM, invited), city.ctx("deputy", TOLD))
    meeting = meetings(no)[0].row.id
    sign_seat(Signature(on(no), meeting, "agree", "符合。"), city.ctx("fire_reviewer", HELD))
    sign_seat(Signature(on(no), meeting, "disagree", "间距不足。"), city.ctx("env_reviewer", late))
    close_meeting(Minutes(on(no), meeting, "逐项讨论。"), city.ctx("deputy", late))
    assert part_of(city, "fire").conclusion == "agree"
    assert part_of(city, "env").done_at is None
    review(Review(on(no), True, "同意"), city.ctx("reviewer", late))
    assert (part_of(city, "env").conclusion, part_of(city, "env").effect) == ("agree", "silence")
    assert list(examine("990100", directory())) == []
