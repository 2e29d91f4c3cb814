"""The small centre, logged-in clients, and a fixed day for the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from tests.acts.city import City, build_city
from yichuang.faces.common import clock
from yichuang.records.cases.models import Case

TODAY = date(2026, 3, 6)
_BACKEND = "django.contrib.auth.backends.ModelBackend"
Login = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of these tests is asked on a Friday morning."""
    at = datetime(2026, 3, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: at)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")  # papers are not made here


@pytest.fixture
def city(db: None) -> City:
    built = build_city()
    version = built.promised
    version.review_rules = {
        "review": [
            {"key": "r1", "text": "用水量不高于行业定额", "basis": "《条例》第十六条"},
            {"key": "r2", "text": "不存在不予批准情形", "basis": "《条例》第二十条"},
        ]
    }
    version.guide = {"setting_basis": [{"basis": "《水法》第七条"}, {"basis": "《水法》第四十八条"}]}
    version.save()
    from yichuang.records.org.directory import forget

    forget()
    return built


@pytest.fixture
def as_(city: City) -> Login:
    def login(who: str) -> Client:
        client = Client()
        client.force_login(city.people[who], backend=_BACKEND)
        return client

    return login


def case_of(no: str) -> Case:
    """Return the row of a case."""
    return Case.objects.get(region_code="990100", no=no)


def form(no: str, **fields: Any) -> dict[str, Any]:
    """Return what a form of the case page posts: version and a fresh key beside the fields."""
    return {"key": f"key-{no}-{case_of(no).version}", "version": case_of(no).version, **fields}


def words(response: Any) -> str:
    """Return the page as text."""
    return response.content.decode()
