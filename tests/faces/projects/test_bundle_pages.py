"""One thing, one form: from its page through the wizard to several cases with one progress and one result."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.acts.projects.test_bundles import bundle
from tests.acts.projects.test_projects import sound
from tests.acts.projects.works import REGION, Works
from tests.faces.portal.steps import pdf, posted
from tests.faces.projects.conftest import Enter
from yichuang.acts.act import On
from yichuang.acts.decision.close import Closing, close
from yichuang.records.cases.models import Case, Material
from yichuang.records.documents.models import Document
from yichuang.records.projects.models import BundleDraft, BundleRun

pytestmark = pytest.mark.django_db
PERSON = {
    "person_name": "resident", "identity_kind": "居民身份证", "id_no": "350300198511151234", "phone": "13800002207",
    "address": "嘉宁市安岭区示例路 1 号",
}  # fmt: skip


def text(answer: Any) -> str:
    return str(answer.content.decode())


def filled(client: Client) -> str:
    """Fill in a bundle up to the check; return the address of the draft."""
    started = client.post("/bundles/build/", {"behalf": "给自己办"})
    address = started.url.removesuffix("tasks/")
    at = client.post(f"{address}applicant/", PERSON | {"save": "1"}).url
    while "/form/" in at:
        answer = client.post(at, posted(client, at) | {"save": "1"})
        assert answer.status_code == 302, [error.sentence for error in answer.context["bound"].errors]
        at = answer.url
    rows = client.get(at).context["rows"]
    files = {f"f-{row.key}": pdf(f"{row.key}.pdf") for row in rows if row.how == "upload"}
    assert client.post(at, files | {"save": "1"}).url == f"{address}check/"
    return address


def submitted(works: Works, enter: Enter) -> BundleRun:
    client = enter("resident")
    address = filled(client)
    assert client.post(f"{address}check/", {"promise": "yes"}).url == f"{address}sent/"
    assert client.post(f"{address}check/", {"promise": "yes"}).status_code == 302  # pressed twice
    run = BundleRun.objects.get(region_code=REGION)
    assert client.get(f"{address}sent/").url == f"/my/bundles/{run.no}/"
    return run


def test_a_bundle_tells_what_it_saves(works: Works, enter: Enter) -> None:
    bundle(works)
    page = text(Client().get("/bundles/build/"))
    for words in ("开工一件事", "land事项审批", "planning事项审批", "一份共用", "比分开办少交"):
        assert words in page
    assert "开工一件事" in text(Client().get("/bundles/"))
    assert "开工一件事" in text(Client().get("/"))


def test_one_form_becomes_several_cases(works: Works, enter: Enter) -> None:
    bundle(works)
    run = submitted(works, enter)
    cases = list(Case.objects.filter(region_code=REGION).order_by("no"))
    assert [case.item.name for case in cases] == ["land事项审批", "planning事项审批"]
    assert Material.objects.filter(region_code=REGION, name="营业执照").count() == 2
    page = text(enter("resident").get(f"/my/bundles/{run.no}/"))
    assert all(case.no in page for case in cases)
    assert "已办结 0 个" in page
    assert run.no in text(enter("resident").get("/my/"))
    assert sound()


def test_one_result_when_all_are_closed(works: Works, enter: Enter) -> None:
    bundle(works)
    run = submitted(works, enter)
    for case, office in zip(Case.objects.filter(region_code=REGION).order_by("no"), ("land", "planning"), strict=True):
        works.granted(case.no, office)
        close(Closing(On(case.no)), works.ctx("clerk"))
    client = enter("resident")
    page = text(client.get(f"/my/bundles/{run.no}/"))
    assert "出具综合结果单" in page
    assert "2 个事项均已准予" in page
    assert "代办员" not in page
    sheet = client.post(f"/my/bundles/{run.no}/result/", {"key": "the-sheet-of-it"}, follow=True)
    assert "下载综合结果单" in text(sheet)
    row = Document.objects.get(region_code=REGION, kind="combined_result")
    assert [one["outcome"] for one in row.fields["rows"]] == ["准予", "准予"]
    assert b"".join(client.get(sheet.context["sheet"]).streaming_content)[:4] == b"%PDF"
    assert client.post(f"/my/bundles/{run.no}/result/", {"key": "another-key-now"}).status_code == 422
    assert enter("stranger").post(f"/my/bundles/{run.no}/result/", {"key": "another-key-now"}).status_code == 404


def test_others_find_nothing(works: Works, enter: Enter) -> None:
    bundle(works)
    run = submitted(works, enter)
    assert enter("stranger").get(f"/my/bundles/{run.no}/").status_code == 404
    assert enter("clerk").get(f"/my/bundles/{run.no}/").status_code == 404
    assert enter("resident").get("/bundles/nothing/").status_code == 404


def test_a_draft_can_be_left_and_thrown_away(works: Works, enter: Enter) -> None:
    bundle(works)
    client = enter("resident")
    address = client.post("/bundles/build/", {"behalf": "给自己办"}).url.removesuffix("tasks/")
    assert "没填完" in text(client.get("/my/"))
    assert enter("stranger").get(f"{address}tasks/").status_code == 404
    assert client.post(f"{address}discard/").url == "/my/"
    assert not BundleDraft.objects.filter(region_code=REGION).exists()


def test_a_bundle_whose_item_closed_says_so(works: Works, enter: Enter) -> None:
    bundle(works)
    client = enter("resident")
    address = client.post("/bundles/build/", {"behalf": "给自己办"}).url.removesuffix("tasks/")
    item = works.versions["land"].item
    item.status = "listed"
    item.save()
    assert client.get(f"{address}tasks/").status_code == 422
    assert client.get("/bundles/build/").status_code == 422
    assert "开工一件事" not in text(client.get("/bundles/"))
