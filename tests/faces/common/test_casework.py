"""One case as every face shows it: its time, its light by stored dates, its history in words."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.acts.city import City, build_city
from tests.acts.lives import promised_life, to_decide
from tests.faces.common.cases import TODAY, calendar, paused, terms
from yichuang.acts.act import stored_dates
from yichuang.faces.common.casework.history import SAID, Teller, timeline
from yichuang.faces.common.casework.timing import case_time, row_light, waiting_since
from yichuang.records.cases.access import read_case
from yichuang.records.cases.history import events_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.org.directory import directory
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lights import Light, light
from yichuang.rules.transitions import TABLE

RECEIVED = ClockFact(FactKind.RECEIVED, date(2026, 11, 16))
BEGUN = date(2026, 11, 18)
ACCEPTED = ClockFact(FactKind.ACCEPTED, date(2026, 11, 16))


@pytest.fixture
def city(db: None) -> City:
    return build_city()


def told(city: City, no: str, *, public: bool) -> list[str]:
    case = read(city, no)
    teller = Teller(case, directory(), lambda document: f"/{document}/", public)
    return [f"{entry.who} {entry.what}" for entry in timeline(events_of(case.region_code, case.id), teller)]


def read(city: City, no: str) -> CaseFile:
    return read_case(no, city.officer("manager"), directory())


def test_it_works() -> None:
    time = case_time([RECEIVED, ACCEPTED], terms(8), calendar(), TODAY)
    assert (time.light, time.left, time.due) == (Light.YELLOW, 1, date(2026, 11, 26))
    assert time.days[-1].on == time.due
    assert not time.provisional


def test_before_acceptance_it_is_the_answer_that_runs() -> None:
    time = case_time([RECEIVED], terms(8), calendar(), date(2026, 11, 18))
    assert (time.answering, time.left, time.due) == (True, 3, date(2026, 11, 23))
    assert waiting_since([RECEIVED, ClockFact(FactKind.SUPPLEMENTED, TODAY)]) == TODAY


def test_the_legal_limit_may_be_provisional_while_the_promise_is_not() -> None:
    facts = [ClockFact(FactKind.RECEIVED, date(2026, 12, 7)), ClockFact(FactKind.ACCEPTED, date(2026, 12, 7))]
    promised, legal = (case_time(facts, terms(8), calendar(), date(2026, 12, 8), statutory=s) for s in (False, True))
    assert (promised.provisional, legal.provisional) == (False, True)
    assert "暂定" not in promised.strip.label


@pytest.mark.parametrize(
    "stopped", [[], paused(date(2026, 11, 18), None), paused(date(2026, 11, 18), date(2026, 11, 20))]
)
def test_the_row_has_the_light_of_the_rule(stopped: list[ClockFact]) -> None:
    facts = [RECEIVED, ACCEPTED, *stopped]
    for days in range(5, 40):
        today = RECEIVED.on + timedelta(days)
        now = fold(facts, terms(8), calendar(), as_of=today)
        row = SimpleNamespace(state="reviewing", **stored_dates(now, "x"))
        assert row_light(row, today) is light(now, today), today


@pytest.mark.django_db
def test_the_history_of_a_life(city: City) -> None:
    lines = told(city, promised_life(city), public=False)
    assert lines[-1] == "孙玉兰 提交申请"
    for line in (
        "reviewer 审查：同意",
        "verifier 核准：同意",
        "verifier 中止计时：检测",
        "agency 延长办理期限：5 日",
    ):
        assert line in lines
    assert "agency 作出决定：准予" in lines


@pytest.mark.django_db
def test_the_applicant_sees_the_office_not_the_officer(city: City) -> None:
    lines = told(city, to_decide(city), public=True)
    assert lines == ["A06 窗口 转承办部门审查", "A06 窗口 受理", "您 提交申请"]


@pytest.mark.django_db
def test_an_erased_payload_says_so(city: City) -> None:
    case = read(city, to_decide(city))
    events = events_of(case.region_code, case.id)
    gone = [type(e)(e.seq, e.verb, e.at, e.actor_id, e.post_id, e.facts, {}, True) for e in events]
    assert {e.text for e in timeline(gone, Teller(case, directory(), str))} == {"内容已依法删除，只留摘要"}


def test_every_act_on_a_case_can_be_told() -> None:
    assert {row.verb for row in TABLE} - set(SAID) == {"case.document_made"}
