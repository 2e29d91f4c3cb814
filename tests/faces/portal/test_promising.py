"""The promise instead of proofs, signed while filling in: the case is sent and signed for with one button."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import TREES, draft_at, entered, filled, version
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import Document

LH = "LH03"
PROMISE = {"promising": "1", "undertake": "1", "save": "1"}


@pytest.fixture(autouse=True)
def _offering(demo: None, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.YICHUANG_FILES = tmp_path
    row = version(TREES)
    row.guide = row.guide | {"undertaking": {"text": ["符合条件"], "materials": [LH], "consequence": "现场核查"}}
    row.save()
    version_of.cache_clear()
    yield
    version_of.cache_clear()


def test_it_works() -> None:
    resident = entered()
    address = filled(resident, TREES)
    files = dict(draft_at(address).materials)
    draft = draft_at(address)
    draft.materials = {key: rows for key, rows in files.items() if key != LH}
    draft.save()
    assert resident.get(f"{address}check/").status_code == 302  # the plan is missing
    signed = resident.post(f"{address}materials/", PROMISE | {"signer": "孙玉兰"})
    assert signed.status_code == 302
    assert "孙玉兰 承诺" in resident.get(f"{address}check/").content.decode()
    assert resident.post(f"{address}check/", {"promise": "yes"}).status_code == 302
    case = Case.objects.get(region_code="990100", no=draft_at(address).case_no)
    assert case.undertaken
    assert "以承诺代替" in resident.get(f"/my/cases/{case.no}/").content.decode()
    paper = Document.objects.get(region_code="990100", case_id=case.id, kind="undertaking")
    assert (paper.fields["signer"], len(paper.fields["spared"])) == ("孙玉兰", 1)


def test_a_promise_has_a_signer_and_can_be_taken_back() -> None:
    resident: Client = entered()
    address = filled(resident, TREES)
    answer = resident.post(f"{address}materials/", PROMISE | {"signer": " "})
    assert (answer.status_code, "请承诺人填写姓名" in answer.content.decode()) == (422, True)
    resident.post(f"{address}materials/", PROMISE | {"signer": "孙玉兰"})
    assert "以承诺代替" in resident.get(f"{address}materials/").content.decode()
    resident.post(f"{address}materials/", {"promising": "1", "save": "1"})
    assert "以承诺代替" not in resident.get(f"{address}materials/").content.decode()
