"""Self-examination of one region by manager and auditor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.lives import accepted
from yichuang.faces.centre import doctor
from yichuang.records.cases.models import Case

Enter = Callable[[str], Client]


def test_it_offers_and_runs(centre: City, enter: Enter) -> None:
    accepted(centre)
    client = enter("manager")
    assert "开始自检" in client.get("/centre/doctor/").content.decode()
    assert client.post("/centre/doctor/").status_code == 302
    assert "没有发现不符" in (page := client.get("/centre/doctor/").content.decode())
    assert "此后没有新的账目" in page
    accepted(centre)
    assert "还没有查" in client.get("/centre/doctor/").content.decode()


def test_it_lists_what_it_finds(centre: City, enter: Enter) -> None:
    no = accepted(centre)
    Case.objects.filter(region_code="990100").update(state="closed")
    page = enter("auditor").post("/centre/doctor/", follow=True).content.decode()
    assert "存储值与账目不符" in page
    assert f"/centre/cases/{no}/ledger/" in page


def test_too_many_cases(centre: City, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    accepted(centre)
    monkeypatch.setattr(doctor, "MOST_CASES", 0)
    page = enter("manager").post("/centre/doctor/").content.decode()
    assert "./yc doctor" in page
    assert "开始自检" not in page


def test_a_supervisor_may_not(centre: City, enter: Enter) -> None:
    assert enter("supervisor").get("/centre/doctor/").status_code == 403
