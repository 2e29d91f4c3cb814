"""材料自查: the exact list of a situation, what is ticked, what is missing; without JavaScript."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from tests.acts.city import ZONE, City, build_city
from yichuang.faces.common import clock

pytestmark = pytest.mark.django_db

CHECK = "/items/TESTpromised/check/"
SLOTS = [
    {"key": "form", "name": "申请书", "required": True, "situations": ["*"], "originals": 1, "blank_form": "x"},
    {"key": "map", "name": "位置图", "required": True, "situations": ["new"], "originals": 1},
    {"key": "late", "name": "论证报告", "required": True, "situations": ["new"], "copies": 1, "deferrable": True},
    {"key": "old", "name": "原许可证", "required": True, "situations": ["renew"], "originals": 1},
    {"key": "proxy", "name": "委托书", "required": False, "when": "委托他人办理", "situations": ["*"], "originals": 1},
]


@pytest.fixture(autouse=True)
def demo() -> None:
    """The small centre is enough here: take the place of the folder's demonstration city."""


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> City:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 3, 9, 10, tzinfo=ZONE))
    city = build_city()
    city.promised.situations = [{"code": "new", "name": "新办"}, {"code": "renew", "name": "延续"}]
    city.promised.materials = SLOTS
    city.promised.effective_on = date(2026, 1, 1)
    city.promised.save()
    return city


def listed(**asked: Any) -> str:
    answer = Client().get(CHECK, {"done": "1"} | asked)
    assert answer.status_code == 200
    return answer.content.decode().partition("您的材料清单")[2]


def test_each_situation_has_its_exact_list(town: City) -> None:
    new, renew = listed(situation="new"), listed(situation="renew")
    assert [word in new for word in ("申请书", "位置图", "原许可证", "委托书")] == [True, True, False, False]
    assert [word in renew for word in ("申请书", "位置图", "原许可证", "委托书")] == [True, False, True, False]
    assert "委托书" in listed(situation="renew", when="委托他人办理")


def test_what_is_missing_is_told(town: City) -> None:
    told = listed(situation="new", tick="1", have=["map"])
    assert "还缺 1 份：" in told
    assert "可以后补：论证报告" in told
    assert told.count("checked") == 1


def test_everything_there_is_told(town: City) -> None:
    assert "可以去申请了" in listed(situation="new", tick="1", have=["form", "map", "late"])


def test_the_answers_before_are_kept(town: City) -> None:
    told = listed(situation="renew", when="委托他人办理")
    assert '<input type="hidden" name="situation" value="renew">' in told
    assert '<input type="hidden" name="when" value="委托他人办理">' in told
