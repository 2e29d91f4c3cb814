"""The map of an item on pages: every number is the length of its list, names are masked; what if changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.lives import to_decide, under_review, withdrawn_life
from yichuang.acts.statistics.trailing import follow_trails
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import Item
from yichuang.records.ids import new_id
from yichuang.records.statistics.models import CaseTrail

Enter = Callable[[str], Client]
Day = Callable[[date], None]
TODAY = date(2026, 3, 20)
NUMBER = re.compile(r'<a class="num" href="(/centre/map/[^"]+)">([\d,]+)</a>')
TOTAL = re.compile(r'<span class="muted">(\d+) 件</span></h1>')


@pytest.fixture
def code(centre: City, on_day: Day) -> str:
    """An item with cases under way and one withdrawn."""
    for live in (under_review, under_review, withdrawn_life, to_decide):
        live(centre)
    follow_trails("990100", centre.ctx("system", TODAY))
    on_day(TODAY)
    return str(Item.objects.get(id=centre.promised.item_id).code)


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_every_number_is_its_list_and_names_are_hidden(code: str, enter: Enter) -> None:
    client = enter("supervisor")
    assert code in text(client, "/centre/map/")
    links = NUMBER.findall(text(client, f"/centre/map/{code}/"))
    assert len(links) > 6
    for path, number in links:
        shown = text(client, unescape(path))
        assert TOTAL.findall(shown) == [number], path
        assert "孙玉兰" not in shown


def test_what_the_address_may_not_be(code: str, enter: Enter) -> None:
    client = enter("manager")
    assert client.get("/centre/map/nothing/").status_code == 404
    for query in ("", "path=x", "from=submitted", "from=submitted&to=rated", "standing=rated"):
        assert client.get(f"/centre/map/{code}/cases/?{query}").status_code == 404
    for query in ("months=7&share=x", "months=0&share=10", "region=1"):
        assert client.get(f"/centre/map/{code}/?{query}").status_code == 200
    said = text(client, f"/centre/map/{code}/what-if/?limit=-1&step=x&more=1e9&seed=x")
    for words in ("期限请填 1 至 250 的整数", "增加人数请填 1 至 20", "随机种子请填"):
        assert words in said
    assert enter("clerk").get(f"/centre/map/{code}/").status_code == 403


def test_what_if_tells_intervals_and_assumptions_and_writes_nothing(code: str, enter: Enter) -> None:
    case = Case.objects.filter(region_code="990100", closed_on__isnull=False).get()
    made = CaseTrail.objects.get(region_code="990100", id=case.id)
    for number in range(14):
        steps, spent = "submitted accepted claimed reviewed decided", f"w0 w{number % 4} k3 w1"
        told = {"steps": steps, "spent": spent, "begun_on": date(2026, 3, 2 + number), "ended_on": TODAY, "limit": 8}
        other = to_copy(case)
        CaseTrail.objects.create(region_code="990100", id=other, case_id=other, item_id=made.item_id, **told)
    before = CaseTrail.objects.filter(region_code="990100").count()
    shown = text(enter("manager"), f"/centre/map/{code}/what-if/?limit=4&merged=reviewed&step=claimed&more=1")
    for words in ("期限改为 4 个工作日", "超期的比例", "平均排队等", "这个结果的假设", "个百分点"):
        assert words in shown
    assert CaseTrail.objects.filter(region_code="990100").count() == before


def to_copy(case: Case) -> object:
    """Return the id of another case like this one."""
    key = new_id()
    Case.objects.bulk_create([copied(case, key)])
    return key


def copied(case: Case, key: object) -> Case:
    fields = {one.attname: getattr(case, one.attname) for one in Case._meta.concrete_fields}
    return Case(**fields | {"id": key, "no": str(key)[-20:]})
