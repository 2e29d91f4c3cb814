"""印章 pages: registered, used, suspended; the keeper sees his own, others none."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.lives import submitted
from tests.acts.seals.offices import R, new_seal
from yichuang.acts.papers.make import make_documents
from yichuang.acts.seals.register import register_seal
from yichuang.records.documents.models import Document
from yichuang.records.seals.models import Seal, SealKind

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path, on_day: Callable[[date], None]) -> None:
    settings.YICHUANG_FILES = tmp_path / "files"
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "folder": str(tmp_path / "seals"), "stamps_url": ""}
    on_day(DAY)


def key_in(answer: Any) -> str:
    return re.search(r'name="key" value="([^"]+)"', answer.content.decode())[1]  # type: ignore[index]


def test_a_seal_is_registered_used_and_suspended(centre: City, enter: Callable[[str], Client]) -> None:
    manager, url = enter("manager"), "/centre/seals/"
    told = {"body": centre.centre.name, "kind": "receipt", "keeper": centre.people["clerk"].id, "valid_from": DAY}
    answer = manager.post(url, {**told, "key": key_in(manager.get(url))})
    assert answer.status_code == 302
    no = submitted(centre)
    make_documents(R, no, centre.ctx("system"))
    shown = manager.get(answer.headers["Location"]).content.decode()
    assert "用印 1 次，与登记的文书一一相符" in shown
    assert no in shown
    assert "data:image/png;base64," in shown
    keeper, address = enter("clerk"), answer.headers["Location"]
    page = keeper.get(address)
    assert "停用这枚印章" in page.content.decode()
    assert keeper.post(address, {"do": "suspend", "reason": "遗失", "key": key_in(page)}).status_code == 302
    assert Seal.objects.get(region_code=R).state == "suspended"
    assert 'value="resume"' not in keeper.get(address).content.decode()


def test_what_does_not_reconcile_shows(centre: City, enter: Callable[[str], Client]) -> None:
    wish = new_seal(centre, SealKind.RECEIPT, centre.centre.name)
    seal = register_seal(wish, centre.ctx("manager")).answer["no"]
    no = submitted(centre)
    make_documents(R, no, centre.ctx("system"))
    Document.objects.filter(region_code=R).update(digest="0" * 64)
    shown = enter("auditor").get(f"/centre/seals/{seal}/").content.decode()
    assert f"只有 0 份文书相符：{seal}-2026-00001" in shown


def test_others_see_no_seal(centre: City, enter: Callable[[str], Client]) -> None:
    seal = register_seal(new_seal(centre, SealKind.APPROVAL), centre.ctx("manager")).answer["no"]
    for who, status in (("reviewer", 404), ("clerk", 200), ("supervisor", 200)):
        assert enter(who).get(f"/centre/seals/{seal}/").status_code == status
    assert str(seal) not in enter("reviewer").get("/centre/seals/").content.decode()
    answer = enter("reviewer").get("/centre/seals/")
    assert "登记印章</h2>" not in answer.content.decode()


@pytest.mark.parametrize("wrong", [{"keeper": "x"}, {"valid_from": "昨天"}, {"kind": "皇帝玉玺"}, {"body": "别处"}])
def test_bad_input_is_told(centre: City, enter: Callable[[str], Client], wrong: dict[str, str]) -> None:
    manager, url = enter("manager"), "/centre/seals/"
    told = {"body": centre.centre.name, "kind": "receipt", "keeper": centre.people["clerk"].id, "valid_from": DAY}
    answer = manager.post(url, {**told, **wrong, "key": key_in(manager.get(url))})
    assert answer.status_code == 422
    assert Seal.objects.filter(region_code=R).count() == 0
