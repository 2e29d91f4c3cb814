"""Bulletins, concentration, performance, functions: what pages show to whom, and the way from draft to public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.lives import promised_life, under_review
from yichuang.acts.statistics.counting import count_region
from yichuang.acts.supervision.watching import watch
from yichuang.records.bulletins.models import Bulletin
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre

Enter = Callable[[str], Client]
HERE, APRIL = "990100", date(2026, 4, 1)
KEY = "0123456789abcdef"


@pytest.fixture
def told(centre: City, on_day: Callable[[date], None]) -> City:
    """One case done and one late, in a place that brings out bulletins."""
    Centre.objects.filter(pk=centre.centre.pk).update(profile="cn.990100")
    forget()
    promised_life(centre)
    under_review(centre)
    watch(HERE, centre.ctx("system", APRIL))
    count_region(HERE, centre.ctx("system", APRIL))
    on_day(APRIL)
    return centre


def seen(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def drafted(enter: Enter) -> str:
    """The address of a draft on March."""
    given = {"kind": "month", "on": "2026-03-31", "key": KEY}
    return str(enter("manager").post("/centre/bulletins/", given)["Location"])


def test_from_draft_to_the_public(told: City, enter: Enter) -> None:
    address, manager = drafted(enter), enter("manager")
    assert enter("reviewer").get(address).status_code == Client().get(f"/notices{address[7:]}").status_code == 404
    manager.post(address, {"do": "word", "situation": "三月办结【办结】件。", "key": KEY + "w"})
    manager.post(address, {"do": "sign", "key": KEY + "s"})
    assert "三月办结1件。" in seen(Client(), f"/notices{address[7:]}")
    assert Bulletin.objects.get(region_code=HERE).no in seen(enter("reviewer"), "/centre/bulletins/")
    assert manager.get(f"{address}paper/")["Content-Type"] == "application/pdf"


def test_the_public_part_names_no_case(told: City, enter: Enter) -> None:
    address, manager = drafted(enter), enter("manager")
    manager.post(address, {"do": "sign", "key": KEY + "s"})
    late = Bulletin.objects.get(region_code=HERE).lists["late"][0]["no"]
    assert late in seen(manager, address)
    assert late not in seen(Client(), f"/notices{address[7:]}")


def test_a_typed_figure_is_told_and_kept_on_the_page(told: City, enter: Enter) -> None:
    answer = enter("manager").post(drafted(enter), {"do": "word", "situation": "办结 37 件", "key": KEY + "w"})
    assert answer.status_code == 422
    assert "是手写的数字" in answer.content.decode()
    assert "办结 37 件</textarea>" in answer.content.decode()


def test_departments_stand_with_what_they_did(told: City, enter: Enter) -> None:
    assert "市水利局" in seen(enter("auditor"), "/centre/performance/?on=2026-03-02")
    assert "2 个在办事项，没有登记进驻大厅" in seen(enter("supervisor"), "/centre/concentration/?on=2026-03-02")


def test_every_institution_leads_to_its_page(told: City, enter: Enter) -> None:
    page, house = seen(enter("manager"), "/centre/institutions/").split('id="house"')
    assert page.count('<tr><th scope="row">') == 15
    assert ("2 个事项可办" in page, "没有在办的投诉" in page, "1 件超过承诺期限" in page) == (True, True, True)
    assert ("市水利局" in house, "没有登记" in house) == (True, True)
    for address in ("/staff/units/", "/supervision/alerts/", "/feedback/concerns/?kind=complaint"):
        assert f'href="{address}"' in page
        assert enter("manager").get(address).status_code == 200
