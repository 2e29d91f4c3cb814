"""Logging in and out, the lock after failures, and the entrance of the demonstration."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from tests.faces.portal.steps import entered, life
from yichuang.faces.common import clock
from yichuang.faces.portal.entrance.cards import CARDS, home_of
from yichuang.records.cases.models import Case
from yichuang.records.feedback.sms import FileSms
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, User
from yichuang.rules.permissions import OFFICE

PASSWORD = "嘉宁-很长的口令-2026"
ARGON = ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.fixture
def known(demo: None, settings: Any) -> User:
    """The resident, with a password hashed as in production."""
    settings.PASSWORD_HASHERS = ARGON
    user = User.objects.get(username="resident")
    user.password = make_password(PASSWORD)
    user.save()
    return user


def tried(client: Client, name: str = "resident", password: str = PASSWORD, after: str = "") -> Any:
    return client.post("/login/", {"username": name, "password": password, "next": after})


def test_it_works(known: User, client: Client) -> None:
    assert known.password.startswith("argon2")
    assert tried(client).url == "/my/"
    assert "孙玉兰，您好" in client.get("/my/").content.decode()


def test_staff_begin_at_their_work(known: User, client: Client) -> None:
    clerk = User.objects.get(username="clerk")
    clerk.password = known.password
    clerk.save()
    assert tried(client, "clerk").url == "/desk/"


@pytest.mark.parametrize(("name", "password"), [("resident", "wrong"), ("nobody", PASSWORD), ("clerk", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(
    known: User, client: Client, name: str, password: str
) -> None:
    answer = tried(client, name, password)
    assert answer.status_code == 422
    assert "用户名或密码不对" in answer.content.decode()
    assert password not in answer.content.decode()


def test_what_is_missing_is_told(known: User, client: Client) -> None:
    assert "请填用户名和密码" in tried(client, "", "").content.decode()


@pytest.mark.parametrize(
    ("after", "leads_to"),
    [
        ("/my/?page=2", "/my/?page=2"),
        ("https://elsewhere.example/", "/my/"),
        ("//elsewhere.example/", "/my/"),
        ("javascript:x", "/my/"),
    ],
)
def test_it_leads_on_only_within_the_house(known: User, client: Client, after: str, leads_to: str) -> None:
    assert tried(client, after=after).url == leads_to


def test_after_five_failures_it_is_locked(known: User, client: Client, settings: Any) -> None:
    settings.AXES_ENABLED = True
    for _ in range(5):
        answer = tried(client, password="wrong")
    assert answer.status_code == 429
    assert "登录暂时锁定" in answer.content.decode()
    assert tried(client).status_code == 429


def test_logging_out_is_a_post(known: User, client: Client) -> None:
    tried(client)
    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/").url == "/"
    assert client.get("/my/").status_code == 302


@pytest.mark.parametrize("page", ["/demo/", "/demo/enter/", "/demo/time/", "/demo/messages/"])
def test_outside_the_demonstration_there_is_no_entrance(demo: None, client: Client, page: str) -> None:
    assert client.get(page).status_code == 404
    assert client.post(page, {"login": "resident", "days": "1"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_messages_of_the_demonstration_lead_on(demo: None, client: Client, settings: Any, tmp_path: Path) -> None:
    settings.DEMO, settings.YICHUANG_SMS = True, str(tmp_path / "sms")
    assert "还没有短信" in client.get("/demo/messages/").content.decode()
    FileSms(tmp_path / "sms").send(
        "one", "13900001111", "已办结，请评价 http://yc.test/rate/abc/ 一件一评", clock.now()
    )
    shown = client.get("/demo/messages/").content.decode()
    assert '<a href="http://yc.test/rate/abc/"' in shown
    assert "13900001111" in shown


def test_every_role_has_its_card_and_its_beginning(demo: None, settings: Any) -> None:
    settings.DEMO = True
    here = set(User.objects.values_list("username", flat=True))  # the others come with their rooms of the full demo
    shown = [card for card in CARDS if card.login in here]
    assert len(shown) > len(CARDS) // 2
    for card in shown:
        client = Client()
        assert card.title in client.get("/demo/").content.decode()
        answer = client.post("/demo/enter/", {"login": card.login}, follow=True)
        assert answer.status_code == 200, card.login
        assert answer.context["user"].username == card.login


def test_who_has_a_duty_can_be_entered(demo: None, settings: Any) -> None:
    settings.DEMO, client = True, Client()
    shown = set(re.findall(r'name="login" value="([^"]+)"', client.get("/demo/").content.decode()))
    posts = Posting.objects.filter(role__in=OFFICE).exclude(department=None)
    doors = set(posts.filter(user__username__in=shown).values_list("department", "role"))
    assert set(posts.values_list("department", "role")) == doors
    other = min(shown - {card.login for card in CARDS})
    assert client.post("/demo/enter/", {"login": other}, follow=True).context["user"].username == other


def test_who_reviews_and_verifies_does_not_hide_the_other_verifier(demo: None, settings: Any) -> None:
    settings.DEMO = True
    own = Posting.objects.get(user__username="emergency-reviewer-1")
    Posting(
        user=own.user, role="verifier", centre=own.centre, department=own.department, starts_on=own.starts_on
    ).save()
    forget()
    shown = Client().get("/demo/").content.decode()
    assert 'value="emergency-verifier-1"' in shown
    assert 'value="emergency-reviewer-2"' in shown


def test_who_only_stands_in_does_not_hide_the_one_he_stands_in_for(demo: None, settings: Any) -> None:
    settings.DEMO = True
    Posting.objects.filter(user__username="emergency-reviewer-1").update(role="verifier", is_b=True)
    forget()
    assert 'value="emergency-verifier-1"' in Client().get("/demo/").content.decode()


@pytest.mark.parametrize("login", ["clerk-a05", "", "nobody"])
def test_only_the_cards_can_be_entered(demo: None, client: Client, settings: Any, login: str) -> None:
    settings.DEMO = True
    assert client.post("/demo/enter/", {"login": login}).status_code == 404


def test_a_page_that_does_not_let_the_role_in_is_no_beginning() -> None:
    assert home_of(["reviewer"]) == "/worklist/"
    assert home_of(["system_admin"]) == "/centre/items/"
    assert home_of(["no_such_role"]) == "/"
    assert home_of([]) == "/my/"


@pytest.fixture
def moving(demo: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    settings.DEMO, settings.YICHUANG_FILES = True, tmp_path
    monkeypatch.setattr(clock, "_FILE", tmp_path / "demo-clock.json")
    return entered()


def test_time_moves_by_working_days_and_back(moving: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_due = SimpleNamespace(deemed=0)  # a new month opens evaluations: no way back then
    monkeypatch.setattr("yichuang.faces.portal.entrance.demo.sweep", lambda at: nothing_due)
    today, calendar = clock.today(), directory().calendar("cn.990100")
    assert moving.post("/demo/time/", {"days": "5", "next": "/my/"}).url == "/my/"
    assert clock.today() == calendar.add(today, 5)
    moving.post("/demo/time/", {"days": "1"})
    assert clock.today() == calendar.add(today, 6)
    moving.post("/demo/time/", {"days": "0"})
    assert clock.today() == today


def test_moving_time_lets_silence_speak(moving: Client) -> None:
    no = life().submitted(3).no
    moving.post("/demo/time/", {"days": "5"})
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.state, case.deemed) == ("accepted", True)
    assert clock.today() - case.received_on > timedelta(days=5)


@pytest.mark.parametrize("told", [{"days": "x"}, {"days": "-3"}, {}, {"next": "https://elsewhere.example/"}])
def test_nonsense_moves_nothing_and_nobody(moving: Client, told: dict[str, str]) -> None:
    today = clock.today()
    assert moving.post("/demo/time/", told).url == "/demo/"
    assert clock.today() == today
