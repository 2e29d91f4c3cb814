"""同意上报 holds the lead until the reply is there; a second round has a clock of its own, and the first stands."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.joint.city import START, JointCity, routed_joint
from tests.acts.joint.told import conclude, part_of, refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.acts.levels.report_up import ReportUp, report_up
from yichuang.records.cases.models import Case, Stage
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)
GRANT = "上级批复已经落实到位，予以准予。"


def reply(city: JointCity, no: str, who: str = "fire_reviewer", *, agree: bool = True, **more: str) -> None:
    reply_part(
        PartReply(on(no), agree, more.get("number", "国批〔2026〕7号"), more.get("reason", "")), city.ctx(who, DAY)
    )


def again(city: JointCity, no: str, slug: str = "fire", reason: str = "补正了平面图", day: date = DAY) -> None:
    ask_again(AskAgain(on(no), city.co[slug].id, reason), city.ctx("reviewer", day))


def test_the_lead_decides_only_after_the_reply(joint: JointCity) -> None:
    """R050: 同意上报 is not yet an agreement."""
    no = routed_joint(joint)
    conclude(joint, no, "fire", "upward")
    conclude(joint, no, "env")
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", START))
    wish = Decision(on(no), True, GRANT, "《条例》")
    refused("part_reply_awaited", lambda: decide(wish, joint.ctx("agency", DAY)))
    refused("part_reply_awaited", lambda: report_up(ReportUp(on(no), "水利部", "同意"), joint.ctx("agency", DAY)))
    refused("no_report", lambda: reply(joint, no, "env_reviewer"))
    refused("not_yours", lambda: reply(joint, no, "clerk"))
    refused("reply_no_missing", lambda: reply(joint, no, number=" "))
    refused("denial_without_reasons", lambda: reply(joint, no, agree=False))
    reply(joint, no)
    decide(wish, joint.ctx("agency", DAY))
    assert Case.objects.get(region_code="990100", no=no).outcome == "granted"
    assert list(examine("990100", directory())) == []


def test_a_denying_reply_is_an_objection(joint: JointCity) -> None:
    no = routed_joint(joint)
    conclude(joint, no, "fire", "upward")
    conclude(joint, no, "env")
    reply(joint, no, agree=False, reason="不符合全国布局")
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", DAY))
    refused("objection_unanswered", lambda: decide(Decision(on(no), True, "", "《条例》"), joint.ctx("agency", DAY)))


def test_a_second_round_has_its_own_clock(joint: JointCity) -> None:
    """R044, R045: ten working days from the pick-up in time, else from the day it was asked again."""
    no = routed_joint(joint)
    refused("part_still_open", lambda: again(joint, no))
    conclude(joint, no, "fire", "disagree", opinion="安全间距不足。")
    refused("again_reason_missing", lambda: again(joint, no, reason=" "))
    again(joint, no)
    assert part_of(joint, "fire").due_on == date(2026, 3, 23)
    pick_up(PickUp(on(no), "情况特殊"), joint.ctx("fire_reviewer", date(2026, 3, 10)))
    assert (part_of(joint, "fire").starts_on, part_of(joint, "fire").due_on) == (date(2026, 3, 10), date(2026, 3, 24))
    assert list(examine("990100", directory())) == []
    conclude(joint, no, "fire", day=date(2026, 3, 11))
    first, second = Stage.objects.filter(
        region_code="990100", kind="co_review", department=joint.co["fire"]
    ).order_by("opened_at")  # fmt: skip
    assert (first.conclusion, first.opinion, second.conclusion) == ("disagree", "安全间距不足。", "agree")


def test_silence_in_a_second_round_leaves_the_first_conclusion(joint: JointCity) -> None:
    """The lead can't turn an objection into an agreement by asking again and waiting."""
    no = routed_joint(joint)
    conclude(joint, no, "fire", "disagree", opinion="安全间距不足。")
    conclude(joint, no, "env")
    again(joint, no)
    late = date(2026, 3, 24)
    refused("round_lapsed", lambda: conclude(joint, no, "fire", day=late))
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", late))
    assert (part_of(joint, "fire").conclusion, part_of(joint, "fire").effect) == ("disagree", "stands")
    refused("objection_unanswered", lambda: decide(Decision(on(no), True, "", "《条例》"), joint.ctx("agency", late)))


def test_nobody_is_asked_again_who_was_not_asked_or_waits_himself(joint: JointCity) -> None:
    no = routed_joint(joint)
    strange = AskAgain(on(no), joint.department.id, "再看")
    refused("part_never_asked", lambda: ask_again(strange, joint.ctx("reviewer", DAY)))
    conclude(joint, no, "fire", "upward")
    refused("part_reply_awaited", lambda: again(joint, no))
