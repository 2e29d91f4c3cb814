"""The pages between the levels, walked from the village's signature to the reply from above."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.acts.city import City, build_city
from tests.acts.levels import district as levels
from tests.acts.levels.district import District
from yichuang.faces.common import clock
from yichuang.faces.office.levels.chain import light_of
from yichuang.law.book import book
from yichuang.records.cases.levels import reach_of
from yichuang.records.cases.models import Case, Stage
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
NOON = levels.START


@pytest.fixture
def district(db: None, monkeypatch: pytest.MonkeyPatch) -> District:
    """A district with a village in the sample city, at noon of the day on which the cases are taken in."""
    city = build_city("cn.990100")
    monkeypatch.setattr(clock, "now", lambda: city.ctx("clerk").at)
    return levels.build_district(city, profile="cn.990100", village=True)


def browser(city: City, who: str) -> Client:
    client = Client()
    client.force_login(city.people[who])
    return client


def post(district: District, who: str, no: str, name: str, **told: str) -> str:
    """Do one act on its page and return the case page that follows."""
    case = Case.objects.get(region_code="990101", no=no)
    client = browser(district.city, who)
    told = {"key": f"{name}-{no}-{case.version}", "version": str(case.version)} | told
    answer = client.post(f"/cases/{no}/{name}/", told, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def board(district: District, who: str, tab: str = "") -> str:
    return browser(district.city, who).get(f"/levels/{'?tab=' if tab else ''}{tab}").content.decode()


def lower(district: District) -> str:
    """Return the number of a case that both lower levels have reviewed."""
    no = levels.at_lower(district)
    post(district, "town_reviewer", no, "lower", agree="yes", opinion="已电话核实", ground="phone")
    post(district, "town_reviewer", no, "lower", agree="yes", opinion="符合区级规划")
    return no


def test_it_works(district: District) -> None:
    no = lower(district)
    assert no in board(district, "town_reviewer", "forward")
    shown = post(district, "town_clerk", no, "forward")
    assert "在途，等上级接收" in shown
    assert no in board(district, "reviewer", "receive")
    shown = post(district, "reviewer", no, "receive")
    assert "已电话核实" in shown
    assert "代签" in shown
    assert "符合区级规划" in shown
    assert "已出回执" in shown
    assert no in board(district, "reviewer", "above")
    shown = post(district, "reviewer", no, "ask-lower", question="是否有纠纷？")
    assert no in board(district, "town_reviewer", "answer")
    assert "没有纠纷。" in post(district, "town_reviewer", no, "answer-upper", opinion="没有纠纷。")


def test_what_was_done_late_stays_late(district: District) -> None:
    no = lower(district)
    post(district, "town_clerk", no, "forward")
    late = browser(district.city, "reviewer")
    assert "逾期</span>" not in late.get(f"/cases/{no}/").content.decode()
    Stage.objects.filter(region_code="990101", kind="forwarding").update(due_on=NOON - timedelta(days=1))
    assert "逾期</span>" in late.get(f"/cases/{no}/").content.decode()


def test_the_report_and_the_reply(district: District) -> None:
    no = lower(district)
    post(district, "town_clerk", no, "forward")
    post(district, "reviewer", no, "receive")
    post(district, "reviewer", no, "review", agree="yes", opinion="须报省人民政府")
    assert "同意上报" in browser(district.city, "agency").get(f"/cases/{no}/").content.decode()
    post(district, "agency", no, "report-up", higher="省人民政府", opinion="同意上报")
    assert no in board(district, "reviewer", "reply")
    shown = post(
        district, "reviewer", no, "reply", agree="yes", reply_no="省政复〔2026〕7号", basis_words="《水法》第七条"
    )
    assert "省政复〔2026〕7号" in shown
    assert Case.objects.get(region_code="990101", no=no).outcome == "granted"


def test_the_village_is_offered_to_who_may_sign_for_it(district: District) -> None:
    no = levels.at_lower(district)
    assert "可代签" in board(district, "town_reviewer", "review")
    page = browser(district.city, "town_reviewer").get(f"/cases/{no}/lower/").content.decode()
    assert "这一级由您代签" in page
    assert "电话核查" in page


def test_a_signature_on_behalf_without_ground_is_asked_for(district: District) -> None:
    no = levels.at_lower(district)
    told = {"key": "lower-without-ground", "agree": "yes", "opinion": "属实"}
    answer = browser(district.city, "town_reviewer").post(f"/cases/{no}/lower/", told)
    assert answer.status_code == 422
    assert "选代签依据" in answer.content.decode()
    assert not Stage.objects.filter(region_code="990101", done_at__isnull=False).exists()


def test_what_the_level_above_took_in_is_looked_for_below(district: District) -> None:
    assert set(reach_of(directory(), ["990101"], ()).regions) == {"990100", "990101"}


@pytest.mark.parametrize("who", ["reviewer", "agency"])
def test_the_upper_level_sees_nothing_before_it_is_forwarded(district: District, who: str) -> None:
    no = levels.at_lower(district)
    assert browser(district.city, who).get(f"/cases/{no}/").status_code == 404
    assert no not in board(district, who)


def test_the_list_asks_as_often_for_many_cases(district: District, django_assert_max_num_queries: object) -> None:
    for _ in range(3):
        lower(district)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        board(district, "town_reviewer", "forward")


def test_what_waits_for_receipt_turns_red_when_the_whole_time_is_over() -> None:
    waits, calendar = Stage(kind="forward_receipt"), book().calendar()
    last, today = date(2026, 3, 6), date(2026, 3, 9)
    assert light_of(waits, calendar, today) == ("", None)
    assert light_of(waits, calendar, today, whole=last) == ("red", -1)
    assert light_of(waits, calendar, today, whole=last, paused=True) == ("pause", None)
