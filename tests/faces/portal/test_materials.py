"""Uploading: what lies, what is too big, what is taken away again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import PERSON, TREES, begun, draft_at, entered, filled, named, pdf
from tests.records.documents.reading import text_of
from yichuang.faces.portal.applying import materials

LH = "LH03"  # 总平面图: asked in every situation, to be uploaded


@pytest.fixture(autouse=True)
def _stored(settings: Any, tmp_path: Path) -> None:
    settings.YICHUANG_FILES = tmp_path


@pytest.fixture
def resident(demo: None) -> Client:
    return entered()


@pytest.fixture
def address(resident: Client) -> str:
    here = begun(resident, TREES)
    resident.post(f"{here}applicant/", PERSON | {"save": "1"})
    return here


def sent(client: Client, address: str, *files: Any, key: str = LH, **more: str) -> Any:
    return client.post(f"{address}materials/", {f"f-{key}": list(files), **(more or {"stay": key})})


def test_it_works(resident: Client, address: str) -> None:
    assert sent(resident, address, pdf("总平面图.pdf")).url == f"{address}materials/#m-{LH}"
    (file,) = draft_at(address).materials[LH]
    assert (file["name"], file["media_type"]) == ("总平面图.pdf", "application/pdf")
    answer = resident.get(f"{address}files/{file['digest']}/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_lies_is_refused_and_the_good_one_stays(resident: Client, address: str) -> None:
    answer = sent(resident, address, named("图.pdf", b"MZ" + b"\0" * 999), pdf("好的.pdf"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "扩展名是“.pdf”，内容却是Windows 程序" in text
    assert "<title>错误：" in text
    assert [file["name"] for file in draft_at(address).materials[LH]] == ["好的.pdf"]


def test_sixty_megabytes_get_a_sentence(resident: Client, address: str) -> None:
    answer = sent(resident, address, pdf("大.pdf", 60 * 1024 * 1024))
    assert answer.status_code == 422
    assert "超过 50 MB" in answer.content.decode()
    assert draft_at(address).materials == {}


def test_the_same_content_is_kept_once(resident: Client, address: str) -> None:
    same = pdf("一.pdf").getvalue()
    sent(resident, address, named("一.pdf", same))
    sent(resident, address, named("二.pdf", same))
    assert len(draft_at(address).materials[LH]) == 1


def test_there_are_not_too_many(resident: Client, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(materials, "FILES_MAX", 2)
    answer = sent(resident, address, pdf("1.pdf"), pdf("2.pdf"), pdf("3.pdf"))
    assert "最多 2 个文件" in answer.content.decode()
    assert len(draft_at(address).materials[LH]) == 2


def test_a_file_can_be_dropped_and_replaced_at_once(resident: Client, address: str) -> None:
    sent(resident, address, pdf("旧.pdf"))
    old = draft_at(address).materials[LH][0]["digest"]
    sent(resident, address, pdf("新.pdf"), drop=f"{LH}:{old}")
    assert [file["name"] for file in draft_at(address).materials[LH]] == ["新.pdf"]


def test_what_is_missing_is_named(resident: Client, address: str) -> None:
    answer = resident.post(f"{address}materials/", {"save": "1"})
    assert answer.status_code == 422
    assert f'href="#m-{LH}"' in answer.content.decode()


def test_it_can_be_put_off(resident: Client, address: str) -> None:
    assert resident.post(f"{address}materials/", {"later": "1"}).url == f"{address}tasks/"


def test_a_material_that_is_not_asked_for_is_not_taken(resident: Client, address: str) -> None:
    sent(resident, address, pdf(), key="XX99")
    assert draft_at(address).materials == {}


def test_an_address_does_not_grow_with_what_was_pressed(resident: Client, address: str) -> None:
    answer = resident.post(f"{address}materials/", {"stay": "x" * 10_000})
    assert (answer.status_code, len(answer.headers["Location"]) < 200) == (302, True)


def test_files_are_for_their_owner_alone(resident: Client, address: str) -> None:
    sent(resident, address, pdf())
    digest = draft_at(address).materials[LH][0]["digest"]
    assert entered("company").get(f"{address}files/{digest}/").status_code == 404
    assert resident.get(f"{address}files/{'0' * 64}/").status_code == 404


def test_the_filled_form_can_be_looked_at_before(resident: Client) -> None:
    address = filled(resident, TREES)
    answer = resident.get(f"{address}preview/LH01/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert resident.get(f"{address}preview/{LH}/").status_code == 404


def test_a_character_without_a_glyph_is_told_in_its_place(resident: Client) -> None:
    address = filled(resident, TREES)
    resident.post(f"{address}applicant/", PERSON | {"address": "示例路 1 号 \U000323a0", "save": "1"})
    answer = resident.get(f"{address}preview/LH01/")
    assert "〔缺字U+323A0〕" in text_of(b"".join(answer.streaming_content))
