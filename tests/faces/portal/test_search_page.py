"""Search as people use it: while typing, and as a page."""

from __future__ import annotations

import pytest
from django.test import Client

TYPING = {"HX-Request": "true"}


@pytest.mark.parametrize("typed", ["qsxk", "抽井水", "取水"])
def test_it_works(client: Client, typed: str) -> None:
    rows = client.get("/search/", {"q": typed}).context["rows"]
    assert rows[0].card.name == "取水许可审批"


def test_typing_gets_a_fragment(client: Client) -> None:
    answer = client.get("/search/", {"q": "老年"}, headers=TYPING)
    text = answer.content.decode()
    assert "老年优待证申领" in text
    assert "<html" not in text
    assert "HX-Request" in answer["Vary"]


def test_no_hit_shows_themes_and_the_window(client: Client) -> None:
    text = client.get("/search/", {"q": "zzzzq"}, headers=TYPING).content.decode()
    assert "没有找到" in text
    assert "生育收养" in text
    assert "问窗口" in text


def test_questions_and_departments(client: Client) -> None:
    context = client.get("/search/", {"q": "水务局"}).context
    assert [department.slug for department in context["departments"]] == ["water"]
    assert client.get("/search/", {"q": "打一口井"}).context["questions"]


def test_empty(client: Client) -> None:
    assert client.get("/search/", {"q": ""}, headers=TYPING).content.decode().strip() == ""
