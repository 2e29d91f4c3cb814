"""What people see of levels: who has the case, how an item is handled, who answers for it, who may apply."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.acts.city import build_city, on
from tests.acts.levels import district as levels
from tests.acts.levels.district import District
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.faces.common import clock
from yichuang.records.catalogue.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def district(db: None, monkeypatch: pytest.MonkeyPatch) -> District:
    """A district with a village in the sample city."""
    city = build_city("cn.990100")
    monkeypatch.setattr(clock, "now", lambda: city.ctx("clerk").at)
    return levels.build_district(city, profile="cn.990100", village=True)


def own_page(district: District, no: str) -> str:
    client = Client()
    client.force_login(district.city.people["resident"])
    return client.get(f"/my/cases/{no}/").content.decode()


def test_the_level_that_has_it_is_named(district: District) -> None:
    ctx = district.city.ctx
    resident = district.city.people["resident"].id
    no = submit(district.submission(channel="online", user_id=resident), ctx("resident")).no
    accept(Acceptance(on(no)), ctx("town_clerk"))
    route(Routing(on(no)), ctx("town_clerk"))
    shown = own_page(district, no)
    assert "轮到东山村便民服务点" in shown
    assert "您不用再交材料" in shown
    for ground in ("phone", ""):
        lower_review(LowerReview(on(no), True, "内部的话", ground), ctx("town_reviewer"))
    forward(Forwarding(on(no)), ctx("town_reviewer"))
    assert "轮到市水利局" in own_page(district, no)
    receive_forwarded(Reception(on(no)), ctx("reviewer"))
    shown = own_page(district, no)
    assert "上级接收转报件" in shown
    assert "内部的话" not in shown


def test_the_guide_tells_modes_eligibility_and_liability(district: District) -> None:
    version = district.version
    version.handling_modes = ["online_checked", "window"]
    version.eligibility = [{"kind": "age", "from_age": 18, "through_age": 49, "words": "18—49周岁", "basis": "S0g-四3"}]
    version.save()
    Item.objects.filter(pk=version.item_id).update(
        delegation_kind="entrusted",
        delegator="嘉宁市水利局",
        agreement="委托〔2026〕1号",
        delegated_since=date(2026, 1, 1),
    )
    shown = Client().get(f"/items/{version.item.code}/").content.decode()
    for words in ("网上申报 → 预审 → 窗口核验 → 取件", "18—49周岁", "由嘉宁市水利局承担", "委托〔2026〕1号"):
        assert words in shown


def test_the_wizard_shows_the_route(district: District) -> None:
    district.version.handling_modes = ["online_checked", "window"]
    district.version.save()
    assert "窗口申报 → 通知取件" in Client().get(f"/apply/{district.version.item.code}/").content.decode()


def test_what_is_taken_in_at_the_window_is_not_offered_on_line(district: District) -> None:
    district.version.handling_modes = ["on_the_spot", "window"]
    district.version.save()
    code = district.version.item.code
    for address in (f"/items/{code}/", "/items/"):
        assert f'href="/apply/{code}/"' not in Client().get(address).content.decode()
    answer = Client().get(f"/apply/{code}/")
    assert answer.status_code == 422
    assert "办理方式是在窗口申请" in answer.content.decode()
