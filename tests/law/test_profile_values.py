"""The regimes of the source documents, row by row of the requirements, on the one set of parameters."""

from datetime import date
from fractions import Fraction

import pytest

from yichuang.law.book import book
from yichuang.rules.periods import end_of, latest_before

ON = date(2026, 3, 2)
CALENDAR = book().calendar()


def norms(profile):
    return book().norms(profile, ON)


@pytest.mark.parametrize(
    ("profile", "name", "start", "end"),
    [
        ("cn", "decision_limit", "2026-03-02", "2026-03-30"),  # L17
        ("cn", "joint_limit", "2026-03-02", "2026-05-08"),  # L18
        ("cn", "certificate_limit", "2026-09-24", "2026-10-15"),  # L20
        ("cn", "inspection_limit", "2026-04-30", "2026-05-11"),  # L26
        ("cn", "remedy_review_limit", "2026-03-02", "2026-05-06"),  # L38
        ("cn", "public_delivery_limit", "2026-03-02", "2026-04-01"),  # L42
        ("cn", "false_material_ban", "2026-03-02", "2027-03-02"),  # L33
        ("cn.990000.land", "answer_limit", "2026-03-02", "2026-03-09"),  # R009
        ("cn.990000.land", "correction_expiry_decision_limit", "2026-03-20", "2026-03-24"),  # R012
        ("cn.990000.land", "countersign_limit", "2026-03-06", "2026-03-10"),  # R015
        ("cn.990000.land", "consultation_send_limit", "2026-09-30", "2026-10-09"),  # R016
        ("cn.990000.land", "consultation_answer_limit", "2026-03-04", "2026-03-11"),  # R017
        ("cn.990000.land", "payment_notice_limit", "2026-03-16", "2026-03-16"),  # R025
        ("cn.990000.land", "certificate_after_payment_limit", "2026-04-03", "2026-04-09"),  # R027
        ("cn.990000.land", "construction_land_payment_limit", "2026-03-16", "2026-03-30"),  # R029
        ("cn.500000", "decision_limit", "2026-03-02", "2026-03-23"),  # R039
        ("cn.500000", "forwarded_decision_limit", "2026-03-02", "2026-03-30"),  # R040
        ("cn.500000", "joint_limit", "2026-03-02", "2026-03-30"),  # R043
        ("cn.500000", "codept_limit", "2026-03-03", "2026-03-17"),  # R044
        ("cn.500000", "filing_limit", "2026-09-24", "2026-09-28"),  # R048
        ("cn.350500", "tolerance_limit", "2026-03-02", "2026-04-01"),  # R099
        ("cn.350300", "certificate_limit", "2026-09-21", "2026-10-12"),  # R156
    ],
)
def test_a_limit_ends_on(profile, name, start, end):
    term = norms(profile).term(name)
    assert end_of(date.fromisoformat(start), term, CALENDAR) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("profile", "name", "event", "latest"),
    [
        ("cn", "hearing_notice_limit", "2026-03-20", "2026-03-11"),  # L24
        ("cn", "renewal_apply_before", "2026-06-30", "2026-05-31"),  # L25
        ("cn.500000", "meeting_notice_limit", "2026-03-12", "2026-03-10"),  # R067
    ],
)
def test_a_notice_is_latest_on(profile, name, event, latest):
    term = norms(profile).term(name)
    assert latest_before(date.fromisoformat(event), term, CALENDAR) == date.fromisoformat(latest)


def test_land_office_departs_where_its_rules_say_so():
    land = norms("cn.990000.land")
    assert (land.choice("decision_start"), land.choice("extension_approver")) == ("received", "deputy_head")
    assert land.choices("pause_kinds") == ("hearing", "expert_review", "inspection", "testing")
    assert land.norm("decision_start").departs_from == "XKF-42.1"
    assert land.number("certificate_limit") == 10  # the office is silent, the law applies


def test_putian():
    putian = norms("cn.350300")
    assert (putian.number("stages_max"), putian.ratio("promise_share_max")) == (3, Fraction(1, 2))
    assert putian.choice("refusal_of_acceptance_by") == "second_person"
    assert len(putian.choices("pause_kinds")) == 10
    assert len(putian.choices("guide_elements")) == 22
    assert not putian.flag("instant_needs_slip")
    assert putian.number("decision_limit") == 20


def test_chongqing():
    chongqing = norms("cn.500000")
    assert (chongqing.choice("item_limit_rule"), chongqing.choice("pause_approver")) == (
        "minimum",
        "main_head",
    )
    assert len(chongqing.choices("pause_kinds")) == 11
    assert len(chongqing.choices("decision_conclusions")) == 3
    silent = [chongqing.choice(name) for name in ("silence_codept", "absence_codept", "irregular_codept")]
    assert silent == ["agreed"] * 3


def test_pingliang():
    pingliang = norms("cn.620800")
    assert (len(pingliang.choices("window_powers")), len(pingliang.choices("six_publicities"))) == (5, 6)
    assert pingliang.number("window_staff_max_age") == 45


def test_quanzhou_issues_before_the_file_is_complete():
    assert norms("cn.350500").flag("tolerance_issue_before_complete")
    assert norms("cn").get("tolerance_limit") is None


def test_the_demo_city_is_marked_as_a_sample():
    assert [profile.id for profile in book().profiles().values() if profile.sample] == ["cn.990100"]
    own = [v for p in book().parameters().values() for v in p.of("cn.990100")]
    assert all("示例" in value.note and "示例" in book().cite(value.basis) for value in own)
