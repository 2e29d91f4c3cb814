"""Public notices: order of application (R013), decisions (L16), refusals as results (R034), hearings; names masked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.city import PERSON, ZONE, City, build_city, on
from tests.acts.lives import accepted, to_decide
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import Person, submit
from yichuang.faces.common import clock
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def demo() -> None:
    """The small centre is enough here: take the place of the folder's demonstration city."""


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 3, 9, 10, tzinfo=ZONE))
    yield build_city()
    forget()


def text(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def came(city: City, name: str, at: str, kind: str = "person") -> str:
    """Submit at a time of the day."""
    wish = city.submission(city.promised)
    number = {"甲": "350300198511151234", "乙": "350300198511151235", "丙": "350300198511151236"}[name[0]]
    who = Person(kind, name, "id", number)
    ctx = city.ctx("clerk", DAY)
    moment = datetime.combine(DAY, datetime.strptime(at, "%H:%M").time(), tzinfo=ZONE)
    wish = type(wish)(wish.version, who, wish.form, channel="window")
    return submit(wish, Context(ctx.officer, moment, ctx.directory, ctx.key)).no


def test_three_intakes_stand_in_the_order_of_application(town: City) -> None:
    for name, at in (("乙乙乙", "09:01"), ("甲甲甲", "09:00"), ("丙丙丙", "09:02")):
        came(town, name, at)
    page = text("/notices/")
    places = [page.index(word) for word in ("甲*甲", "乙*乙", "丙*丙")]
    assert places == sorted(places)
    for column in ("收到日期", "申请人", "申请事项", "受理日期", "承诺期限"):
        assert f"<th>{column}</th>" in page


def test_nothing_personal_is_shown(town: City) -> None:
    no = accepted(town)
    page = text("/notices/")
    assert "孙*兰" in page
    for word in (PERSON.name, PERSON.identity_no, PERSON.phone, PERSON.address, no):
        assert word not in page


def test_only_the_day_that_is_shown_is_called_provisional(town: City) -> None:
    """The statutory day of a case may lie beyond the published years while its promise does not."""
    cases = Case.objects.filter(region_code="990100", no=accepted(town))
    cases.update(provisional=True, promised_due_on=date(2026, 3, 30))
    assert "暂定" not in text("/notices/")
    cases.update(promised_due_on=date(2028, 3, 30))
    assert "暂定" in text("/notices/")


def test_an_organisation_is_named(town: City) -> None:
    came(town, "甲水务公司", "09:00", "organisation")
    assert "甲水务公司" in text("/notices/")


def test_what_is_granted_is_public_and_masked(town: City) -> None:
    no = to_decide(town)
    assert "这段时间没有准予许可的" in text("/notices/decisions/")
    decide(Decision(on(no), True, "", "《水法》"), town.ctx("agency", date(2026, 3, 6)))
    page = text("/notices/decisions/")
    assert "孙*兰" in page
    assert "2026-03-06" in page
    assert PERSON.name not in page


def test_refusals_are_closed_results(town: City) -> None:
    no = came(town, "甲甲甲", "09:00")
    refuse_acceptance(AcceptanceRefusal(on(no), "不属于本机关", "许可法第三十二条", "省水利厅"), town.ctx("chief", DAY))
    page = text("/notices/decisions/?result=refused")
    assert "甲*甲" in page
    assert "同期共办结 1 件" in page
    assert "不属于本机关" not in page


@pytest.mark.parametrize(
    "query",
    [
        "from=x&to=y",
        "from=2026-03-09&to=2026-03-01",
        "dept=nowhere",
        "page=99",
        "to=9999-12-31",
        "from=0001-01-01",
        "result=all",
    ],
)
@pytest.mark.parametrize("where", ["", "decisions/", "hearings/"])
def test_bad_addresses_are_read_leniently(town: City, where: str, query: str) -> None:
    text(f"/notices/{where}?{query}")


def test_the_filters_cut(town: City) -> None:
    came(town, "甲甲甲", "09:00")
    assert "甲*甲" in text("/notices/?dept=water&from=2026-03-02&to=2026-03-02")
    assert "甲*甲" not in text("/notices/?from=2026-03-03")


def test_the_queries_stay_the_same(town: City) -> None:
    counts = []
    for name in ("甲甲甲", "乙乙乙"):
        came(town, name, "09:00")
        text("/notices/")
        with CaptureQueriesContext(connection) as seen:
            text("/notices/")
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 8


def test_they_are_linked_from_the_home_page(town: City) -> None:
    assert text("/").count('href="/notices/"') >= 2
