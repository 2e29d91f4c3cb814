"""Progress by number and code, and the check of a certificate, both without logging in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client

from tests.faces.portal.steps import PERSON, REGION, life
from yichuang.faces.common import clock
from yichuang.faces.portal.mine.turn import Turn, for_anybody
from yichuang.records.certificates.models import Certificate
from yichuang.rules.lights import Light

CODE = PERSON["id_no"][-6:]
SAME = "没有查到。请核对办件编号和证件号码后六位"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def asked(client: Client, no: str, code: str, **more: Any) -> Any:
    return client.post("/track/", {"no": no, "code": code}, **more)


def test_it_works(demo: None, client: Client) -> None:
    no = life().submitted(2).to_correct(1).no
    answer = asked(client, f" {no.lower()} ", CODE.lower(), follow=True)
    text = answer.content.decode()
    assert answer.redirect_chain == [(f"/track/{no}/", 302)]
    assert "轮到您补正" in text
    assert "孙*兰" in text
    assert client.get(f"/track/{no}/clock/").status_code == 200


def test_it_shows_nothing_that_is_not_masked(demo: None, client: Client) -> None:
    found = life().submitted(12).handled(12, 4, grant=False)
    asked(client, found.no, CODE)
    text = client.get(f"/track/{found.no}/").content.decode() + client.get(f"/track/{found.no}/clock/").content.decode()
    private = (found.person.name, "/documents/", "/files/", "不符合法定条件", found.person.phone, found.person.address)
    assert [word for word in private if word in text] == []


def test_papers_wait_behind_the_log_in() -> None:
    told = for_anybody(Turn("done", Light.DONE, "已办结", "结果已送达。", "证照和决定书可以在下面下载。"))
    assert told.more == "证照和决定书可以登录后下载。"


@pytest.mark.parametrize(("no", "code"), [("", CODE), ("JN-2026-999999", CODE), ("X", CODE), ("", "000000")])
def test_unknown_number_and_wrong_code_are_told_the_same(demo: None, client: Client, no: str, code: str) -> None:
    real = life().submitted(1).no
    answer = asked(client, no or real, code if no else "000000")
    assert answer.status_code == 422
    assert answer.context["errors"][0]["sentence"].startswith(SAME)


@pytest.mark.parametrize(("no", "code"), [("", ""), ("JN-2026-000001", "123"), ("", CODE)])
def test_what_is_missing_is_told(demo: None, client: Client, no: str, code: str) -> None:
    assert "请填办件编号" in asked(client, no, code).content.decode()


def test_after_five_failures_it_is_locked_for_this_number_and_address(demo: None, client: Client) -> None:
    no, other = life().submitted(1).no, life().submitted(1).no
    for _ in range(5):
        assert asked(client, no, "000000").status_code == 422
    assert asked(client, no, CODE).status_code == 429
    assert "10 分钟以后再查" in asked(client, no, CODE).content.decode()
    assert asked(client, other, CODE).status_code == 302
    assert asked(client, no, CODE, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_the_lock_is_for_unknown_numbers_too(demo: None, client: Client) -> None:
    codes = [asked(client, "JN-2026-999999", CODE).status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]


def test_without_proof_the_page_asks_for_it(demo: None, client: Client) -> None:
    no = life().submitted(1).no
    assert client.get(f"/track/{no}/").url == f"/track/?no={no}"
    assert client.get(f"/track/{no}/clock/").url == f"/track/?no={no}"
    assert no in client.get(f"/track/?no={no}").content.decode()
    assert no in client.get("/track/", {"no": no.replace("-", "").lower()}).content.decode()
    assert client.get("/track/", {"no": "ABCDEF-2026-999999999"}).status_code == 200


def test_a_proof_holds_for_one_number_and_not_for_ever(
    demo: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    no, other = life().submitted(1).no, life().submitted(1).no
    asked(client, no, CODE)
    assert client.get(f"/track/{other}/").status_code == 302
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() + 3600)
    session = client.session
    assert session["track"][no]
    assert client.get(f"/track/{no}/").status_code == 302


def test_a_certificate_can_be_checked(demo: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    life().submitted(6).handled(6, 4).issued(1)
    row = Certificate.objects.get(region_code=REGION)
    text = client.get(f"/verify/{row.verify_token}/").content.decode()
    assert all(words in text for words in (row.type_name, row.no, "孙*兰", row.issuer.name, "现在有效", "未加盖"))
    assert row.holder_name not in text
    if row.valid_to:
        later = clock.now() + timedelta(days=4000)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert "已经失效" in client.get(f"/verify/{row.verify_token}/").content.decode()


def test_an_unknown_code_is_not_found(demo: None, client: Client) -> None:
    assert client.get(f"/verify/{'0' * 32}/").status_code == 404


def test_pages_take_few_queries(demo: None, client: Client, django_assert_max_num_queries: Any) -> None:
    no = life().submitted(6).handled(6, 4).issued(1).no
    asked(client, no, CODE)
    token = Certificate.objects.get(region_code=REGION).verify_token
    for page in ("/track/", f"/track/{no}/", f"/track/{no}/clock/", f"/verify/{token}/"):
        with django_assert_max_num_queries(25):
            assert client.get(page).status_code == 200
