"""Sheets of the hotline over its interface: in once, told back in sequence; forged tokens and wrong numbers."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.feedback.walks import REGION
from yichuang.acts.concerns.answer import answer_concern
from yichuang.acts.concerns.steps import OnConcern
from yichuang.faces.common import clock
from yichuang.records.feedback.models import Concern
from yichuang.records.org.tokens import give

SHEET = {
    "no": "12345-7",
    "region": REGION,
    "kind": "inquiry",
    "title": "几天办完",
    "words": "取水许可要几天",
    "phone": "1",
}


@pytest.fixture
def hotline(centre: City) -> Client:
    return caller(centre, "hotline")


def caller(centre: City, scope: str) -> Client:
    at = clock.now()
    given = give(centre.people["stranger"], [scope], at=at - timedelta(days=1), until=at + timedelta(days=1))
    return Client(headers={"Authorization": f"Bearer {given.secret}"})


def sent(by: Client, **changes: str) -> Any:
    return by.post("/api/v1/hotline/sheets", json.dumps(SHEET | changes), content_type="application/json")


def test_a_sheet_comes_in_once_and_its_answer_goes_out(centre: City, hotline: Client) -> None:
    """R184: five working days from 10 March; the same number again gets the first answer."""
    first = sent(hotline, item="TESTpromised")
    told = first.json()
    assert (first.status_code, told["hotline_no"], told["due_on"]) == (201, "12345-7", "2026-03-17")
    again = sent(hotline, title="换了一个标题")
    assert (again.json()["no"], again.headers["Idempotent-Replayed"]) == (told["no"], "true")
    assert Concern.objects.get(region_code=REGION).item_id == centre.promised.item_id
    answer_concern(OnConcern(told["no"], "二十个工作日"), centre.ctx("manager"))
    reports = hotline.get("/api/v1/hotline/reports").json()
    assert [(one["no"], one["state"]["code"], one["words"]) for one in reports["reports"]] == [
        (told["no"], "answered", "二十个工作日")
    ]
    after = hotline.get(f"/api/v1/hotline/reports?after={reports['next']}").json()
    assert (after["reports"], after["next"]) == ([], reports["next"])


def test_wrong_numbers_are_refused(hotline: Client) -> None:
    assert sent(hotline, region="110000").json()["code"] == "region_unknown"
    assert sent(hotline, item="NOSUCH").json()["code"] == "item_not_found"
    assert sent(hotline, case_no="JN-2026-000099").json()["code"] == "case_unknown"
    assert sent(hotline, kind="praise").status_code == 422
    assert sent(hotline, no="").status_code == 422
    assert not Concern.objects.filter(region_code=REGION).exists()


def test_only_a_token_of_the_hotline_is_good(centre: City) -> None:
    forged = Client(headers={"Authorization": "Bearer yc_" + "x" * 43})
    assert (sent(forged).status_code, sent(Client()).status_code) == (401, 401)
    other = caller(centre, "cases:read")
    assert (sent(other).status_code, other.get("/api/v1/hotline/reports").status_code) == (403, 403)
