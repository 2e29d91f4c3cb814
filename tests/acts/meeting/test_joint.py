"""A meeting concludes the open parts of a joint case with what was signed on the spot."""

import pytest

from tests.acts.city import on
from tests.acts.joint.city import build_joint_city, routed_joint
from tests.acts.joint.told import part_of
from tests.acts.meeting.steps import HELD, ROOM, TOLD, meetings
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.meeting.call import Invitation, MeetingCall, call_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.records.cases.models import Stage
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
    assert list(examine("990100", directory())) == []
