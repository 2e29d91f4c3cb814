"""我的证照 and 授权码: only the holder shares; the receiver keeps to the purpose; each look is written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.certificate.lives import of
from tests.acts.city import ZONE, City, build_city
from tests.acts.library.test_library_acts import held
from yichuang.acts.library.share import Grant, share
from yichuang.acts.library.take_back import TakingBackCode, take_back
from yichuang.faces.common import clock
from yichuang.records.applicants.vault import unseal
from yichuang.records.certificates.models import CertificateLook, Sharing
from yichuang.records.ids import new_id

NOW = datetime(2026, 3, 7, 10, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def city(db: None, monkeypatch: pytest.MonkeyPatch) -> City:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return build_city()


def code_of(city: City) -> tuple[Sharing, str]:
    """Make a code for a day."""
    share(Grant(of(), "投标资格审查", "嘉宁建设", 1), city.ctx("resident", NOW.date()))
    row = Sharing.objects.get(region_code="990100")
    return row, unseal(row.code_cipher, row.id)


def opened(code: str, **more: str) -> Any:
    return Client().post("/shared/", {"code": code, "step": "2", **more})


def test_it_works(city: City, client: Client) -> None:
    row = held(city)
    _, code = code_of(city)
    page = opened(code.lower().replace("-", ""), who="嘉宁建设", use="agreed").content.decode()
    assert row.holder_name in page
    assert "投标资格审查" in page
    client.force_login(city.people["resident"])
    mine = client.get(f"/my/certificates/{row.id}/").content.decode()
    assert code in mine
    assert "嘉宁建设" in mine
    assert CertificateLook.objects.filter(region_code="990100", who="嘉宁建设").count() == 1
    copy = opened(code, who="嘉宁建设", use="agreed", copy="1")
    assert copy.content[:5] == b"%PDF-"


def test_many_certificates_are_read_at_once(city: City, client: Client) -> None:
    row, asked = held(city), []
    client.force_login(city.people["resident"])
    for number in range(3):
        row.id, row.no, row.verify_token = new_id(), f"{row.no}{number}", f"{number}{row.verify_token[1:]}"
        row.type_name = f"{row.type_name}{number}"
        row.save(force_insert=True)
        with CaptureQueriesContext(connection) as queries:
            assert row.no in client.get("/my/certificates/").content.decode()
        asked.append(len(queries))
    assert asked[1] == asked[2]


def test_another_purpose_and_no_name_are_refused(city: City) -> None:
    row = held(city)
    _, code = code_of(city)
    for more, words in (
        ({"use": "other"}, "只授权用于“投标资格审查”"),
        ({"use": "agreed"}, "请写您的单位"),
        ({}, "请选您"),
    ):
        answer = opened(code, **more)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert row.holder_name not in answer.content.decode()


def test_a_code_that_is_over_taken_back_or_invented_opens_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    held(city)
    row, code = code_of(city)
    assert "没有这个授权码" in opened("2345-6789-ABCD-EFGH", use="agreed", who="嘉宁建设").content.decode()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=2))
    assert "已经过期" in opened(code, use="agreed", who="嘉宁建设").content.decode()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    take_back(TakingBackCode(of(), row.id), city.ctx("resident", NOW.date()))
    assert "收回" in opened(code, use="agreed", who="嘉宁建设").content.decode()
    assert not CertificateLook.objects.filter(region_code="990100").exists()


def test_a_foreign_certificate_is_not_there(city: City, client: Client) -> None:
    row = held(city)
    client.force_login(city.people["stranger"])
    for part in ("", "copy/"):
        assert client.get(f"/my/certificates/{row.id}/{part}").status_code == 404
    assert client.post(f"/my/certificates/{row.id}/share/", {"key": "x" * 20}).status_code == 404
