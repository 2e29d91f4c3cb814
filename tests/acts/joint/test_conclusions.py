"""Conclusions of co-departments: only the profile's, in time, with what they need; silence; the lead's turn."""

from datetime import date, datetime

import pytest

from tests.acts.city import ZONE, on
from tests.acts.joint.city import START, JointCity, routed_joint
from tests.acts.joint.told import conclude, part_of, refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.acts.sweep import sweep
from yichuang.law.book import book
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory
from yichuang.rules.joint.conclusions import Concluded, basis_of

pytestmark = pytest.mark.django_db
LATE = date(2026, 3, 17)  # a part never picked up is due on 2026-03-16


def test_it_works(joint: JointCity) -> None:
    """R050, R051: a conclusion sheet with fee and pick-up way, open to the applicant."""
    no = routed_joint(joint)
    conclude(joint, no, "fire", fee="1200.00", fee_way="银行转账", pickup="窗口领取", special="先验收")
    conclude(joint, no, "env", "upward")
    assert part_of(joint, "fire").particulars["fee"] == "1200.00"
    sheets = Document.objects.filter(region_code="990100", kind="co_conclusion", public=True).order_by("drawn_at")
    assert {sheet.no for sheet in sheets} == {"嘉fire并结〔2026〕1号", "嘉env并结〔2026〕1号"}
    assert {sheet.fields["agency"] for sheet in sheets} == {"嘉宁市消防救援支队", "嘉宁市市生态环境局"}
    assert list(examine("990100", directory())) == []


def test_only_the_conclusions_of_the_profile(joint: JointCity) -> None:
    no = routed_joint(joint)
    refused("conclusion_irregular", lambda: conclude(joint, no, "fire", "原则同意"))


def test_national_law_knows_no_upward_conclusion(national: JointCity) -> None:
    no = routed_joint(national)
    refused("conclusion_irregular", lambda: conclude(national, no, "fire", "upward"))


def test_a_denial_needs_reasons_and_tells_remedies(joint: JointCity) -> None:
    """R052."""
    no = routed_joint(joint)
    refused("denial_without_reasons", lambda: conclude(joint, no, "fire", "disagree", opinion=" "))
    conclude(joint, no, "fire", "disagree", opinion="安全间距不足。")
    fields = Document.objects.get(region_code="990100", kind="co_conclusion").fields
    assert (fields["reason"], fields["review_by"], fields["court_by"]) == (
        "安全间距不足。", "2026-05-06", "2026-09-02",
    )  # fmt: skip


def test_what_goes_with_an_agreement_only(joint: JointCity) -> None:
    no = routed_joint(joint)
    refused("particulars_misplaced", lambda: conclude(joint, no, "fire", "disagree", opinion="不符", fee="1"))
    refused("fee_malformed", lambda: conclude(joint, no, "fire", fee="一千二"))


def test_the_reviewer_alone_does_not_sign_and_nobody_for_another(joint: JointCity) -> None:
    no = routed_joint(joint)
    wish = PartConclusion(on(no), Concluded("agree"))
    refused("signer_too_low", lambda: conclude_part(wish, joint.ctx("fire_reviewer")))
    refused("no_part", lambda: conclude_part(wish, joint.ctx("verifier")))
    conclude(joint, no, "fire")
    refused("no_part", lambda: conclude(joint, no, "fire"))


def test_silence_agrees_and_is_not_taken_back(joint: JointCity) -> None:
    """R054."""
    no = routed_joint(joint)
    part = part_of(joint, "fire").id
    refused("not_lapsed", lambda: default_part(Lapse(on(no), part), joint.ctx("system", date(2026, 3, 16))))
    refused("part_lapsed", lambda: conclude(joint, no, "fire", "disagree", LATE, opinion="不同意"))
    refused("part_lapsed", lambda: remind_part(Reminder(on(no), part, "原则同意"), joint.ctx("reviewer", LATE)))
    assert sweep(datetime(2026, 3, 17, 1, tzinfo=ZONE)).agreed == 2
    assert sweep(datetime(2026, 3, 18, 1, tzinfo=ZONE)).agreed == 0
    assert (part_of(joint, "fire").conclusion, part_of(joint, "fire").effect) == ("agree", "silence")
    refused("no_part", lambda: default_part(Lapse(on(no), part), joint.ctx("system", LATE)))


def test_without_the_norm_silence_does_nothing(national: JointCity) -> None:
    no, late = routed_joint(national), date(2026, 5, 20)
    refused(
        "not_lapsed", lambda: default_part(Lapse(on(no), part_of(national, "fire").id), national.ctx("system", late))
    )
    assert sweep(datetime(2026, 5, 20, 1, tzinfo=ZONE)).agreed == 0
    conclude(national, no, "fire", "disagree", late, opinion="迟到的结论仍是结论")


def test_an_irregular_conclusion_agrees_after_the_reminder(joint: JointCity) -> None:
    """R056."""
    no = routed_joint(joint)
    fire, env = part_of(joint, "fire").id, part_of(joint, "env").id
    refused("sent_missing", lambda: remind_part(Reminder(on(no), fire, " "), joint.ctx("reviewer")))
    refused("not_yours", lambda: remind_part(Reminder(on(no), fire, "原则同意"), joint.ctx("env_reviewer")))
    for part in (fire, env):
        remind_part(Reminder(on(no), part, "原则同意"), joint.ctx("reviewer", date(2026, 3, 10)))
    conclude(joint, no, "env", day=date(2026, 3, 12))
    sweep(datetime(2026, 3, 17, 1, tzinfo=ZONE))
    assert (part_of(joint, "fire").conclusion, part_of(joint, "fire").effect) == ("agree", "irregular")
    assert part_of(joint, "env").effect == ""
    refused("no_part", lambda: remind_part(Reminder(on(no), fire, "原则同意"), joint.ctx("reviewer")))


def test_the_lead_waits_for_every_department(joint: JointCity) -> None:
    no = routed_joint(joint)
    conclude(joint, no, "fire")
    refused("parts_open", lambda: review(Review(on(no), True, "同意"), joint.ctx("reviewer", START)))
    conclude(joint, no, "env")
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", START))


def test_a_missed_night_changes_nothing(joint: JointCity) -> None:
    """What silence brought about stands although nobody swept; the lead's step records it."""
    no = routed_joint(joint)
    conclude(joint, no, "fire")
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", LATE))
    assert (part_of(joint, "env").conclusion, part_of(joint, "env").effect) == ("agree", "silence")
    assert Document.objects.filter(region_code="990100", kind="co_conclusion").count() == 2
    assert list(examine("990100", directory())) == []


def test_an_objection_is_answered_before_a_grant(joint: JointCity) -> None:
    no = routed_joint(joint)
    conclude(joint, no, "fire", "disagree", opinion="安全间距不足。")
    conclude(joint, no, "env")
    review(Review(on(no), True, "同意"), joint.ctx("reviewer", START))
    wish = Decision(on(no), True, "", "《条例》")
    refused("objection_unanswered", lambda: decide(wish, joint.ctx("agency", START)))
    decide(Decision(on(no), True, "申请人已按要求缩小储量，间距符合规范。", "《条例》"), joint.ctx("agency", START))
    sheet = Document.objects.get(region_code="990100", kind="combined_result")
    assert [row["conclusion"] for row in sheet.fields["departments"]] == ["不同意", "同意"]
    assert all(row["no"] for row in sheet.fields["departments"])


@pytest.mark.parametrize(
    ("profile", "agree", "disagree", "upward"),
    [
        ("cn.500000", "S0h-二(二)1", "S0h-二(二)1", "S0h-二(二)1"),
        ("cn.990100", "XKF-26.2", "XKF-38.2", "JN-42"),
        ("cn.620800", "XKF-26.2", "XKF-38.2", "XKF-38"),
    ],
)
def test_a_sheet_names_the_article_of_its_own_conclusion(profile: str, agree: str, disagree: str, upward: str) -> None:
    norms = book().norms(profile, date(2026, 11, 24))
    assert [basis_of(one, norms) for one in ("agree", "disagree", "upward")] == [agree, disagree, upward]
