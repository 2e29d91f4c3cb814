"""The small centre at its window: fixed morning, clerks with a session, forms as a browser posts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from tests.acts.city import City, build_city
from yichuang.faces.common import clock
from yichuang.records.cases.models import Case, Channel
from yichuang.records.org.directory import forget
from yichuang.rules.check_characters import person_check

REGION = "990100"
_BACKEND = "django.contrib.auth.backends.ModelBackend"
_keys = count(1)
_FIELDS = {"purpose": ("用途", 20), "person_name": ("姓名", 50), "person_mobile": ("手机", 11)}


def identity(born: str = "19851115") -> str:
    """Return a well-formed citizen identity number."""
    return f"350300{born}123" + person_check(f"350300{born}123")


@dataclass
class Desk:
    """A person at the desk, and what its forms post."""

    city: City
    client: Client

    def get(self, address: str, **query: str) -> Any:
        return self.client.get(address, query)

    def post(self, address: str, **fields: Any) -> Any:
        return self.client.post(address, {"key": f"key-of-a-form-{next(_keys)}", **fields})

    def on_case(self, no: str, address: str = "", **fields: Any) -> Any:
        """Post a form of the case's page, with the version that the page showed."""
        return self.post(f"/desk/{no}/{address}", version=case_of(no).version, **fields)

    def intake(self, do: str = "accept", kind: str = "instant", **fields: Any) -> Any:
        """Post the desk as a clerk fills it in: everything right unless said otherwise."""
        usual = {
            "w_item": f"TEST{kind}", "w_do": do, "a_paper": "居民身份证", "a_number": identity(), "a_name": "孙玉兰",
            "a_phone": "13800002207", "purpose": "生活用水", "m-form": "ok", "m-map": "ok",
        }  # fmt: skip
        return self.post("/desk/", **usual | fields)


def case_of(no: str) -> Case:
    """Return the row of a case."""
    return Case.objects.get(region_code=REGION, no=no)


def cases() -> int:
    """Return how many cases there are."""
    return Case.objects.filter(region_code=REGION).count()


def words(answer: Any) -> str:
    """Return the page as text."""
    return str(answer.content.decode())


def at(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Move the server's clock to ten o'clock of a day."""
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _monday(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    """Every page is asked on a Monday morning; papers are numbered but not made."""
    at(date(2026, 3, 2), monkeypatch)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")
    settings.YICHUANG_FILES = tmp_path


def _with_forms(city: City) -> City:
    for version in (city.instant, city.promised):
        properties = {
            name: {"type": "string", "title": title, "maxLength": most} for name, (title, most) in _FIELDS.items()
        }
        version.form_schema = {"type": "object", "properties": properties, "required": ["purpose", "person_name"]}
        version.form_ui = {"order": list(_FIELDS)}
        version.materials[1]["common_mistakes"] = ["缺少比例尺"]
        version.save()
    forget()
    return city


@pytest.fixture
def city(db: None) -> City:
    return _with_forms(build_city())


@pytest.fixture
def strict_city(db: None) -> City:
    """A centre whose window has no veto (窗口无否决权)."""
    return _with_forms(build_city("cn.990100"))


def at_desk(city: City, who: str = "clerk") -> Desk:
    """Return the desk of somebody who is logged in."""
    client = Client()
    client.force_login(city.people[who], backend=_BACKEND)
    return Desk(city, client)


@pytest.fixture
def desk(city: City) -> Desk:
    return at_desk(city)


@pytest.fixture
def chief(city: City) -> Desk:
    return at_desk(city, "chief")


@pytest.fixture
def online(city: City) -> str:
    """The number of an application that came in online today."""
    from yichuang.acts.intake.submit import submit

    wish = city.submission(city.promised, channel=Channel.ONLINE, user_id=city.people["resident"].id)
    return submit(wish, city.ctx("resident")).no
