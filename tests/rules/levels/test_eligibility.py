"""Eligibility by age and place (R103), and who answers for a delegated item (R057)."""

from datetime import date

import pytest

from yichuang.rules.levels.delegation import Delegation, in_whose_name, liable, may_stand
from yichuang.rules.levels.eligibility import age_on, conditions_of, may_apply

AGE = {"kind": "age", "from_age": 18, "through_age": 49, "words": "成年育龄（18—49周岁）", "basis": "S0g-四3"}
HOME = {"kind": "place", "fields": ["home"], "within": "532300", "words": "户籍在本州范围内", "basis": "S0g-四3"}
WIFE = {
    "kind": "place", "fields": ["home", "employer"], "within": "532300", "accepted": ["本州"],
    "words": "女方户籍或工作单位所在地在本州范围内", "basis": "S0g-四1",
}  # fmt: skip
BORN = date(2008, 3, 2)


def judged(rows, told=None, born=BORN, on=date(2026, 3, 2), **more):
    return may_apply(conditions_of(rows), told=told or {}, born=born, on=on, **more)


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2026, 3, 1), "not_of_age"),  # 17
        (date(2026, 3, 2), "allowed"),  # the 18th birthday
        (date(2058, 3, 1), "allowed"),  # 49
        (date(2058, 3, 2), "not_of_age"),  # the 50th birthday
    ],
)
def test_the_age_on_the_day_of_the_application(on, code):
    assert judged([AGE], on=on).code == code


def test_born_on_the_last_of_february():
    assert [age_on(date(2008, 2, 29), date(2026, 2, 28)), age_on(date(2008, 2, 29), date(2026, 3, 1))] == [17, 18]


def test_without_a_date_of_birth():
    assert judged([AGE], born=None).code == "age_unknown"


@pytest.mark.parametrize(
    ("told", "allowed"),
    [
        ({"home": "532301"}, True),
        ({"home": "530102", "employer": "532331101"}, True),
        ({"home": "530102"}, False),
        ({"home": "", "employer": "本州"}, True),
        ({}, False),
        ({"home": None}, False),
        ({"home": "5323 或者别处"}, False),
    ],
)
def test_residence_or_employer(told, allowed):
    assert judged([WIFE], told).allowed is allowed


def test_every_condition_must_hold():
    refused = judged([HOME, AGE], {"home": "110101"})
    assert (refused.code, refused.basis) == ("not_of_this_place", "S0g-四3")


def test_a_condition_of_another_situation():
    rows = [{**HOME, "situations": ["floating"]}]
    assert judged(rows, situation="resident").allowed
    assert not judged(rows, situation="floating").allowed


def test_entrusted_without_an_agreement():
    entrusted = Delegation("entrusted", "市林业局")
    assert may_stand(entrusted, on=BORN).code == "agreement_missing"
    assert may_stand(Delegation("entrusted"), on=BORN).code == "delegator_missing"
    assert may_stand(Delegation("devolved", "市林业局"), on=BORN).allowed
    assert may_stand(Delegation(), on=BORN).allowed


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2025, 12, 31), "delegation_not_begun"),
        (date(2026, 1, 1), "allowed"),
        (date(2026, 12, 31), "allowed"),
        (date(2027, 1, 1), "delegation_ended"),
    ],
)
def test_the_period_of_a_delegation(on, code):
    held = Delegation("entrusted", "市林业局", "委托〔2026〕1号", date(2026, 1, 1), date(2026, 12, 31))
    assert may_stand(held, on=on).code == code


def test_who_answers_for_it():
    entrusted, devolved = Delegation("entrusted", "市局", "1号"), Delegation("devolved", "市局")
    assert (liable(entrusted, "区局"), in_whose_name(entrusted, "区局")) == ("市局", "市局")
    assert (liable(devolved, "区局"), in_whose_name(devolved, "区局")) == ("区局", "区局")
