"""/centre/archive/: archived by a click, found again, downloaded with a trace, destroyed by two persons."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from tests.acts.archive.walks import closed
from tests.acts.city import City
from tests.acts.lives import to_decide
from yichuang.records.archive.models import ArchiveItem, Disposal
from yichuang.records.ledger.models import ReadLog

pytestmark = pytest.mark.django_db
Enter = Callable[[str], Client]
_keys = count(1)


def post(client: Client, address: str, **fields: Any) -> Any:
    return client.post(f"/centre/archive/{address}", {"key": f"key-of-a-form-{next(_keys)}", **fields})


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.YICHUANG_FILES = tmp_path


def test_the_archivist_keeps_and_proposes_and_sees_nothing_else(
    centre: City, enter: Enter, on_day: Callable[[date], None]
) -> None:  # fmt: skip
    no, running, archivist = closed(centre), to_decide(centre), enter("archivist")
    on_day(date(2026, 5, 6))
    assert no in archivist.get("/centre/archive/").content.decode()
    assert post(archivist, "register/", no=[no, running]).status_code == 302
    assert "完好" in archivist.get(f"/centre/archive/{no}/").content.decode()
    for address in (f"/centre/cases/{no}/ledger/", f"/cases/{no}/", "/centre/", "/centre/money/", "/worklist/"):
        assert archivist.get(address).status_code == 403, address
    assert archivist.get(f"/centre/archive/{running}/").status_code == 404
    on_day(date(2057, 1, 8))
    assert post(archivist, "lists/", kind="destroy", no=no, reason="期满").status_code == 302
    listed = Disposal.objects.get(region_code="990100")
    assert "请交给另一个人" in archivist.get(f"/centre/archive/lists/{listed.id}/").content.decode()
    assert post(archivist, f"lists/{listed.id}/answer/", answer="agree").status_code == 422
    manager = enter("manager")
    assert post(manager, f"lists/{listed.id}/answer/", answer="agree").status_code == 422  # says nothing
    assert post(manager, f"lists/{listed.id}/answer/", answer="agree", opinion="同意").status_code == 302
    assert ArchiveItem.objects.get(region_code="990100").state == "disposed"


def test_from_due_to_destroyed(centre: City, enter: Enter, on_day: Callable[[date], None]) -> None:
    no, manager, auditor = closed(centre), enter("manager"), enter("auditor")
    on_day(date(2026, 5, 6))
    assert "已过归档期限" in manager.get("/centre/archive/").content.decode()
    assert post(manager, "register/", no=no).status_code == 302
    row = ArchiveItem.objects.get(region_code="990100")
    assert row.no in manager.get("/centre/archive/?tab=kept&q=嘉水").content.decode()
    assert "完好" in auditor.get(f"/centre/archive/{no}/").content.decode()
    assert post(auditor, f"{no}/download/", purpose="").status_code == 422
    answer = post(auditor, f"{no}/download/", purpose="审计抽查")
    assert ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()[0] == "manifest.json"
    assert ReadLog.objects.get(region_code="990100").purpose == "审计抽查"
    whole = b"".join(post(manager, "export/", year="2026").streaming_content)
    assert f"packages/{no}.zip" in ZipFile(io.BytesIO(whole)).namelist()
    on_day(date(2057, 1, 8))
    assert post(manager, "lists/", kind="destroy", no=no, reason="期满").status_code == 302
    listed = Disposal.objects.get(region_code="990100")
    assert post(manager, f"lists/{listed.id}/answer/", answer="agree").status_code == 422
    assert post(auditor, f"lists/{listed.id}/answer/", answer="agree", opinion="同意").status_code == 422
    archivist = enter("archivist")
    assert post(archivist, f"lists/{listed.id}/answer/", answer="agree", opinion="同意").status_code == 302
    assert "已销毁" in auditor.get(f"/centre/archive/{no}/").content.decode()
    assert post(auditor, f"{no}/download/", purpose="审计抽查").status_code == 422
    _nothing_is_left(no, f"/centre/archive/lists/{listed.id}/", auditor, manager)


def _nothing_is_left(no: str, listed: str, auditor: Client, manager: Client) -> None:
    for page in (f"/centre/cases/{no}/ledger/", f"/centre/cases/{no}/evidence/", listed):
        assert "孙玉兰" not in auditor.get(page).content.decode()
    left = manager.get(f"/cases/{no}/").content.decode()
    assert "申请材料、申请内容和文书已按处置清册清除" in left
    assert f"/cases/{no}/documents/" not in left


def test_holds_and_lists_say_why_not(centre: City, enter: Enter, on_day: Callable[[date], None]) -> None:
    no, manager = closed(centre), enter("manager")
    on_day(date(2026, 5, 6))
    post(manager, "register/", no=no)
    assert post(manager, f"{no}/hold/", held="yes", reason="").status_code == 422
    assert post(manager, f"{no}/hold/", held="yes", reason="诉讼").status_code == 302
    assert "诉讼" in manager.get(f"/centre/archive/{no}/").content.decode()
    held = post(manager, "lists/", kind="erase", numbers=no, reason="要求删除")
    assert held.status_code == 422
    assert "暂停处置" in held.content.decode()
    assert post(manager, "register/", no=no).status_code == 422
    assert manager.get("/centre/archive/?tab=lists").status_code == 200
    assert manager.get("/centre/archive/?tab=over").status_code == 200
