"""统一窗口出件: taken in at one window, handed over at the issuing window only (R172)."""

from __future__ import annotations

import pytest

from tests.acts.city import City, build_city, on
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.records.hall.models import Hall, HallWindow, ServiceLine
from yichuang.records.org.models import Window
from yichuang.rules.verdict import Refused


@pytest.fixture
def liaoyuan(db: None) -> City:
    city = build_city("cn.220400")
    hall = Hall.objects.create(centre=city.centre, region_code="990100", slug="hall", name="大厅", kind="main")
    line = ServiceLine.objects.create(hall=hall, prefix="J", name="领取结果", domain="issuing")
    out = HallWindow.objects.create(hall=hall, window=Window.objects.create(centre=city.centre, no="E04", name="出件"))
    out.lines.add(line)
    return city


def issued(city: City) -> str:
    no = submit(city.submission(city.instant), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(no)), city.ctx("clerk"))
    return no


def test_another_window_sends_him_there(liaoyuan: City) -> None:
    no = issued(liaoyuan)
    with pytest.raises(Refused, check=lambda fault: fault.code == "issued_elsewhere") as fault:
        deliver(HandOver(on(no), "孙玉兰"), liaoyuan.ctx("clerk"))
    assert fault.value.facts["windows"] == "E04"


def test_the_issuing_window_hands_over(liaoyuan: City) -> None:
    no = issued(liaoyuan)
    place = HallWindow.objects.get(window__no="E04")
    place.window, spare = liaoyuan.window, place.window
    place.save()
    assert spare.no == "E04"
    assert deliver(HandOver(on(no), "孙玉兰"), liaoyuan.ctx("clerk")).no == no
