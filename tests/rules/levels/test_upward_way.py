"""The way of an upward case: order of the steps, shares of the levels, dates of the rows that have dates."""

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.levels.due import step_due, whole_limit
from yichuang.rules.levels.materials import may_ask
from yichuang.rules.levels.route import Step, Way, may_require_lower, may_run, way_of

LOWER = {"kind": "lower_review", "name": "区级初审", "at": "990101/water"}
FORWARD = {"kind": "forwarding", "name": "转报"}
UPPER = {"kind": "review", "name": "市级审查", "at": "990100/water"}
REST = [{"kind": "verification"}, {"kind": "decision"}, {"kind": "issue"}]
START = date(2026, 3, 2)


def due(stages, done, profile="cn", *, since=START, today=START, overall=None):
    norms = book().norms(profile, START)
    found = step_due(
        way_of(stages), done, since=since, today=today, overall=overall, norms=norms, calendar=book().calendar(profile)
    )
    return found.on if found else None


def test_it_works():
    way = way_of([{"kind": "acceptance"}, LOWER, FORWARD, UPPER, *REST])
    assert [step.kind for step in way.steps] == ["lower_review", "forwarding", "review"]
    assert may_run(way).allowed
    assert way.at(3) is None


@pytest.mark.parametrize(
    ("stages", "code"),
    [
        ([UPPER], "way_without_lower"),
        ([], "way_without_lower"),
        ([LOWER, FORWARD], "way_without_upper"),
        ([LOWER, FORWARD, {"kind": "review"}], "way_without_upper"),
        ([LOWER, UPPER], "way_without_forwarding"),
        ([LOWER, FORWARD, FORWARD, UPPER], "way_without_forwarding"),
    ],
)
def test_a_way_that_leads_nowhere(stages, code):
    assert may_run(way_of(stages)).code == code


def test_the_lower_level_has_twenty_working_days_from_its_acceptance():
    assert due([LOWER, FORWARD, UPPER], 0) == date(2026, 3, 30)  # L19


def test_chongqing_the_share_of_the_district_lies_inside_the_whole():
    shared = {**LOWER, "days": 5}
    overall = date(2026, 3, 30)
    assert due([shared, FORWARD, UPPER], 0, "cn.500000", overall=overall) == date(2026, 3, 9)  # R040
    assert due([shared, FORWARD, UPPER], 1, "cn.500000", today=date(2026, 3, 5), overall=overall) == date(2026, 3, 9)
    assert due([shared, FORWARD, UPPER], 2, "cn.500000", since=date(2026, 3, 9), overall=overall) == overall


def test_putian_forwards_within_five_working_days():
    assert due([LOWER, FORWARD, UPPER], 1, "cn.350300", today=date(2026, 3, 4)) == date(2026, 3, 11)  # R154


def test_the_share_of_a_second_level_begins_with_its_receipt():
    stages = [{**LOWER, "days": 3}, FORWARD, {**LOWER, "days": 4}, FORWARD, UPPER]
    assert way_of(stages).share(0) == 3
    assert way_of(stages).share(2) == 4
    assert way_of(stages).share(4) is None


def test_the_whole_limit():
    assert whole_limit(book().norms("cn.500000", START)).number == 20
    national = whole_limit(book().norms("cn", START))
    assert (national.number, national.basis) == (40, "XKF-43, XKF-42.1")


def test_what_lies_in_the_file_is_not_asked_for_again():
    norms = book().norms("cn", START)
    assert may_ask(["report"], {"form": "申请书"}, norms).allowed
    refused = may_ask(["form", "report"], {"form": "申请书"}, norms)
    assert (refused.code, refused.basis) == ("repeat_material", "XKF-35")


def test_a_filing_of_the_city_goes_direct():
    way = Way((Step("lower_review", "区县报件"),))
    told = {"filing": True, "city": True, "basis": "S0h-二(一)2.2"}
    assert may_require_lower(way, direct=True, **told).code == "filing_goes_direct"
    assert may_require_lower(way, direct=False, **told).allowed
    assert may_require_lower(Way(()), direct=True, **told).allowed
