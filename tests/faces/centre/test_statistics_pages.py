"""Statistics on pages: every number is the length of the list it leads to; persons only for who may; registers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from tests.acts.city import City, on
from tests.acts.lives import to_decide, under_review
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.staffing.note_absence import AbsenceNote, note_absence
from yichuang.acts.statistics.counting import count_region
from yichuang.records.org.directory import forget
from yichuang.records.statistics.models import RegisterNote, Subscription
from yichuang.rules.staff.roster import Leave

Enter = Callable[[str], Client]
Day = Callable[[date], None]
TODAY = date(2026, 3, 20)
NUMBER = re.compile(r'<a class="num" href="(/centre/statistics/cases/[^"]+)">([\d,.]+)</a>')
TOTAL = re.compile(r'合计 <b class="num">([\d,.]+)</b>')


@pytest.fixture
def counted(centre: City, on_day: Day) -> City:
    """A centre with a few cases, counted."""
    under_review(centre)
    decide(Decision(on(to_decide(centre)), True, "", "《水法》"), centre.ctx("agency", date(2026, 3, 6)))
    count_region("990100", centre.ctx("system", TODAY))
    on_day(TODAY)
    return centre


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_every_number_is_its_list(counted: City, enter: Enter) -> None:
    client = enter("manager")
    links = {}
    for query in (
        "",
        "?kind=year",
        "?by=department",
        "?by=window",
        "?by=person",
        "?by=item",
        "?by=level",
        "?kind=week",
    ):
        links |= {unescape(path): words for path, words in NUMBER.findall(text(client, f"/centre/statistics/{query}"))}
    assert len(links) > 90
    wanted = {path: words for path, words in links.items() if words != "0"}
    for path, words in [*list(wanted.items())[::3], *list(links.items())[:5]]:  # all of them: browser journey, records
        assert TOTAL.findall(text(client, path)) == [words], path


def test_persons_only_for_who_may(counted: City, enter: Enter) -> None:
    assert "按人员" in text(enter("supervisor"), "/centre/statistics/")
    auditor = enter("auditor")
    assert "按人员" not in text(auditor, "/centre/statistics/?by=person")
    assert auditor.get("/centre/statistics/cases/?of=accepted&by=person").status_code == 404
    sheet = auditor.get("/centre/statistics/numbers.xlsx").content
    assert "按人员" not in CalamineWorkbook.from_filelike(BytesIO(sheet)).sheet_names


def test_what_the_address_may_not_be(counted: City, enter: Enter) -> None:
    client = enter("manager")
    for query in ("kind=decade&on=x&by=y", "on=0001-01-01", "on=9999-12-31&kind=year", "by=item&kind=day&region=1"):
        assert client.get(f"/centre/statistics/?{query}").status_code == 200
    for query in ("of=secret", "of=", "of=accepted&by=applicant"):
        assert client.get(f"/centre/statistics/cases/?{query}").status_code == 404
    assert TOTAL.findall(text(client, "/centre/statistics/cases/?of=accepted&by=item&key=nonsense")) == ["0"]


def test_the_register_counts_once_and_strikes_out(counted: City, enter: Enter) -> None:
    client, page = enter("manager"), "/centre/statistics/registers/"
    wish = {"key": "k" * 20, "what": "consultation", "number": "4000", "day": "2026-03-02", "words": "电话"}
    for _ in range(2):
        assert client.post(page, wish).status_code == 302
    assert "4,000" in text(client, "/centre/statistics/?kind=year")
    for wrong in ({"number": "-1"}, {"number": "x"}, {"what": "gossip"}, {"day": "2026-03-21"}):
        assert client.post(page, wish | {"key": "w" * 20} | wrong).status_code == 422
    row = RegisterNote.objects.get(region_code="990100")
    assert client.post(page, {"key": "s" * 20, "strike": str(row.id)}).status_code == 302
    assert "4,000" not in text(client, "/centre/statistics/?kind=year")
    assert client.post(page, {"key": "t" * 20, "strike": str(row.id)}).status_code == 422
    assert enter("supervisor").post(page, wish).status_code == 403


def test_subscriptions(counted: City, enter: Enter) -> None:
    client, page = enter("manager"), "/centre/statistics/mail/"
    assert client.post(page, {"key": "k" * 20, "email": "no", "period": "month"}).status_code == 422
    assert client.post(page, {"key": "k" * 20, "email": "a@b.example", "period": "month"}).status_code == 302
    row = Subscription.objects.get(region_code="990100")
    assert "a@b.example" in text(client, page)
    assert client.post(page, {"key": "e" * 20, "end": str(row.id)}).status_code == 302
    assert client.post(page, {"key": "f" * 20, "end": "x"}).status_code == 422


def test_the_moment_and_the_big_screen(counted: City, enter: Enter, client: Client) -> None:
    watcher = enter("supervisor")
    assert "各部门在办" in text(watcher, "/centre/now/")
    boards = [watcher.get(f"/screens/big/?board={number}") for number in (1, 2, 3, 4, "x")]
    assert [answer.status_code for answer in boards] == [200] * 5
    assert all("孙玉兰" not in answer.content.decode() for answer in boards)
    key = boards[0].context["screen_key"]
    assert client.get("/screens/big/", {"key": key}).status_code == 200
    assert client.get("/screens/big/", {"key": key + "x"}).status_code == 302


def test_who_is_on_leave_is_not_at_the_window(counted: City, enter: Enter) -> None:
    clerk = counted.people["clerk"]
    seat = f'"在岗">{clerk.display_name}、'
    assert seat in text(enter("manager"), "/centre/now/")
    note_absence(AbsenceNote(Leave(clerk.id, TODAY, TODAY), "年休假"), counted.ctx("clerk", TODAY))
    forget()
    assert seat not in text(enter("manager"), "/centre/now/")


def test_the_published_numbers(counted: City, client: Client) -> None:
    page = text(client, "/statistics/?on=2026-03-01")
    assert "按时办结率" in page
    assert "超时" not in page
    told = client.get("/api/v1/statistics?region=990100&on=2026-03-01").json()
    shown = {one["name"]: (one["words"], one["over"], one["under"]) for one in told["figures"]}
    assert shown["accepted"] == ("2", 2, None)
    assert "overdue" not in shown
    assert client.get("/api/v1/statistics?region=1&on=2026-03-01").status_code == 404
