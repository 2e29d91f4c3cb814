"""The applicant's own space: how a case stands, correcting, withdrawing, rating."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.faces.portal.steps import REGION, begun, entered, life, named, pdf
from yichuang.acts.papers.opening import opened
from yichuang.acts.sweep import sweep
from yichuang.faces.common import clock
from yichuang.faces.portal.mine.turn import ended_light
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.models import Case, Material
from yichuang.records.delivery.models import Dispatch
from yichuang.records.documents.models import Document
from yichuang.records.feedback.models import Rating
from yichuang.records.ids import new_id

BOUND = 25
TOLD = [
    (lambda c: c.submitted(1), "轮到综合窗口", "最晚告诉您是否受理"),
    (lambda c: c.submitted(2).to_correct(1), "轮到您补正", "缺少签字和日期"),
    (lambda c: c.submitted(2).accepted(1).routed(1), "轮到安岭区城管局", "最晚答复"),
    (lambda c: c.submitted(12).accepted(12).routed(11), "超过承诺", "个工作日<br>已超过"),
    (lambda c: c.submitted(4).accepted(4).routed(3).claimed(3).paused(2), "暂停计时", "依法不计入办理期限"),
    (lambda c: c.submitted(3).accepted(3).routed(2).extended(1), "轮到安岭区城管局", "经批准延长了 5 个工作日"),
    (lambda c: c.submitted(5).handled(5, 3), "已决定：准予", "最晚送达"),
    (lambda c: c.submitted(5).handled(5, 3, grant=False), "已决定：不予许可", "救济途径"),
    (lambda c: c.submitted(6).handled(6, 4).issued(1), "轮到您领取", "请带身份证件到出件窗口"),
    (lambda c: c.submitted(14).handled(14, 4).issued(8).delivered(7), "准予许可，结果已送达", "下载证照"),
    (lambda c: c.submitted(9).not_needed(8), "不受理：您的事项", "告知书"),
    (lambda c: c.submitted(10).refusal_proposed(9).refused(8), "不予受理。", "该向谁申请"),
    (lambda c: c.submitted(3).withdrawn(2), "您已撤回申请", "重新申请"),
]


@pytest.fixture(autouse=True)
def _stored(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.YICHUANG_FILES = tmp_path
    monkeypatch.setenv("YICHUANG_TASKS", "worker")  # papers are not made here


@pytest.fixture
def resident(demo: None) -> Client:
    return entered()


def case(no: str) -> Case:
    return Case.objects.get(region_code=REGION, no=no)


def shown(client: Client, no: str, *rest: str) -> str:
    answer = client.get("/".join([f"/my/cases/{no}", *rest, ""]))
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize(("play", "whose", "more"), TOLD, ids=[row[1] for row in TOLD])
def test_the_first_thing_is_whose_turn_it_is(resident: Client, play: Any, whose: str, more: str) -> None:
    text = shown(resident, play(life()).no)
    assert whose in text
    assert more in text


def test_silence_shows_as_deemed_acceptance_before_and_after_the_sweep(resident: Client) -> None:
    no = life().submitted(8).no
    assert "已视为受理" in shown(resident, no)
    sweep(clock.now())
    assert "已视为受理" in shown(resident, no)


def test_opinions_inside_the_office_stay_inside(resident: Client) -> None:
    text = shown(resident, life().submitted(5).accepted(5).routed(4).claimed(4).reviewed(3).no)
    assert "建议准予" not in text
    assert "认领" not in text


def test_the_space_lists_cases_drafts_and_what_is_to_do(resident: Client) -> None:
    no, draft = life().submitted(2).to_correct(1).no, begun(resident)
    text = resident.get("/my/").content.decode()
    assert f"/my/cases/{no}/supplement/" in text
    assert f"{draft}tasks/" in text


def test_an_empty_space_says_what_would_be_here(demo: None) -> None:
    assert "还没有办件" in entered("agent").get("/my/").content.decode()


@pytest.mark.parametrize("page", ["", "clock/", "supplement/", "withdraw/", "rate/"])
def test_a_foreign_case_is_not_found(demo: None, page: str) -> None:
    no = life().submitted(1).no
    assert entered("company").get(f"/my/cases/{no}/{page}").status_code == 404
    assert entered("clerk").get(f"/my/cases/{no}/{page}").status_code == 404
    assert Client().get(f"/my/cases/{no}/{page}").url.startswith("/login/?next=")


def test_an_unknown_number_is_not_found(resident: Client) -> None:
    assert resident.get("/my/cases/JN-2026-999999/").status_code == 404
    assert resident.get("/my/cases/XX/").status_code == 404


def test_the_date_explains_itself(resident: Client) -> None:
    no = life().submitted(3).accepted(3).routed(2).no
    assert "是这样算出来的" in shown(resident, no, "clock")
    assert resident.get(f"/my/cases/{no}/clock/?limit=statutory").status_code == 200


def test_a_supplement_is_put_on_record(resident: Client) -> None:
    found = life().submitted(2).to_correct(1)
    key = found.version.materials[0]["key"]
    answer = resident.post(f"/my/cases/{found.no}/supplement/", _form(found.no) | {f"f-{key}": pdf("补.pdf")})
    assert answer.url == f"/my/cases/{found.no}/"
    assert case(found.no).state == "received"
    row = Material.objects.get(region_code=REGION, case_id=case(found.no).id, key=key)
    assert (row.verdict, row.files[0]["name"]) == ("unseen", "补.pdf")


def test_a_supplement_that_lies_keeps_the_good_file(resident: Client) -> None:
    found = life().submitted(2).to_correct(1)
    key, here = found.version.materials[0]["key"], f"/my/cases/{found.no}/supplement/"
    bad = named("坏.pdf", b"MZ" + b"\0" * 99)
    answer = resident.post(here, _form(found.no) | {f"f-{key}": [pdf("好.pdf"), bad]})
    assert answer.status_code == 422
    assert "Windows 程序" in answer.content.decode()
    kept = answer.context["rows"][0].sealed
    resident.post(here, _form(found.no) | {f"k-{key}": kept})
    row = Material.objects.get(region_code=REGION, case_id=case(found.no).id, key=key)
    assert [file["name"] for file in row.files] == ["好.pdf"]


@pytest.mark.parametrize("sealed", ["", "forged", "W3siZGlnZXN0IjoieCJ9XQ:1a:x"])
def test_a_supplement_without_its_file_is_told(resident: Client, sealed: str) -> None:
    found = life().submitted(2).to_correct(1)
    key = found.version.materials[0]["key"]
    answer = resident.post(f"/my/cases/{found.no}/supplement/", _form(found.no) | {f"k-{key}": sealed})
    assert "请上传这份材料" in answer.content.decode()
    assert case(found.no).state == "correcting"


def test_what_is_decided_is_withdrawn_no_more(resident: Client) -> None:
    no = life().submitted(14).handled(14, 4).no
    told = resident.get(f"/my/cases/{no}/withdraw/", follow=True).content.decode()
    assert "不能撤回申请" in told
    assert case(no).outcome != "withdrawn"


def test_withdrawing_asks_once_and_does_it(resident: Client) -> None:
    no = life().submitted(2).no
    assert "不能恢复" in shown(resident, no, "withdraw")
    assert resident.post(f"/my/cases/{no}/withdraw/", _form(no) | {"reason": "不办了"}).url == f"/my/cases/{no}/"
    assert case(no).outcome == "withdrawn"


def test_the_way_of_delivery_is_confirmed_and_changed_by_its_applicant(resident: Client) -> None:
    no = life().submitted(2).no
    assert "确认送达方式和地址" in shown(resident, no)
    there = f"/my/cases/{no}/delivery-way/"
    told = {"way": "post", "receiver": "孙玉\u202e兰", "address": "嘉宁市安岭区柳巷 7 号"}
    assert "没有填收件人或者收件地址" in resident.post(there, _form(no) | told | {"address": ""}).content.decode()
    assert resident.post(there, _form(no) | told).url == f"/my/cases/{no}/"
    row = Document.objects.get(region_code=REGION, kind="delivery_way")
    assert (row.fields["receiver"], told["address"] in str(row.fields)) == ("孙玉兰", False)
    assert opened(row.fields, case(no).id)["deliver_to"] == told["address"]
    assert (
        resident.post(
            there, _form(no) | {"key": "another-key", "way": "post", "registered": "yes", "receiver": "孙玉兰"}
        ).status_code
        == 302
    )
    assert "示例路" in unseal(Dispatch.objects.get(region_code=REGION, state="confirmed").address_cipher, case(no).id)
    assert "现在确认的是：邮寄，孙玉兰" in shown(resident, no, "delivery-way")


def test_what_is_in_the_post_goes_nowhere_else(resident: Client) -> None:
    found = life().submitted(14).handled(14, 4).issued(8)
    Dispatch.objects.create(
        id=new_id(), region_code=REGION, case_id=case(found.no).id, way="post", state="open", since="2026-01-05"
    )
    assert "已经交寄" in shown(resident, found.no, "delivery-way")


def test_a_stale_page_changes_nothing(resident: Client) -> None:
    found = life().submitted(2)
    form = _form(found.no)
    found.accepted(1)
    answer = resident.post(f"/my/cases/{found.no}/withdraw/", form)
    assert answer.status_code == 409
    assert case(found.no).state == "accepted"


def test_a_repeated_key_does_it_once(resident: Client) -> None:
    no = life().submitted(2).no
    form = _form(no)
    first, second = (resident.post(f"/my/cases/{no}/withdraw/", form) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    changed = resident.post(f"/my/cases/{no}/withdraw/", form | {"reason": "另一个理由"})
    assert changed.status_code == 422


def test_a_decided_case_cannot_be_withdrawn(resident: Client) -> None:
    no = life().submitted(5).handled(5, 3).no
    assert resident.get(f"/my/cases/{no}/withdraw/").url == f"/my/cases/{no}/"
    assert resident.post(f"/my/cases/{no}/withdraw/", _form(no)).status_code == 422


def test_rating_works_once(resident: Client) -> None:
    no = life().submitted(9).not_needed(8).no
    form = _form(no) | {"grade": "5", "reasons": ["办得快", "不在单子上"]}
    assert resident.post(f"/my/cases/{no}/rate/", form).url == f"/my/cases/{no}/"
    assert Rating.objects.get(region_code=REGION).reasons == ["办得快"]
    assert resident.get(f"/my/cases/{no}/rate/").url == f"/my/cases/{no}/"
    again = resident.post(f"/my/cases/{no}/rate/", _form(no) | {"grade": "1", "words": "等太久"})
    assert again.status_code == 422


@pytest.mark.parametrize(
    ("told", "said"), [({}, "没有选评价等次"), ({"grade": "1"}, "请说明原因"), ({"grade": "x"}, "没有选")]
)
def test_a_rating_says_what_it_lacks(resident: Client, told: dict[str, str], said: str) -> None:
    no = life().submitted(9).not_needed(8).no
    answer = resident.post(f"/my/cases/{no}/rate/", _form(no) | told)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Rating.objects.filter(region_code=REGION).exists()


def test_pages_take_few_queries_whatever_their_rows(resident: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(6):
        found = life().submitted(2).to_correct(1)
    begun(resident)
    pages = ["/my/", *(f"/my/cases/{found.no}/{page}" for page in ("", "clock/", "supplement/", "withdraw/"))]
    for page in pages:
        with django_assert_max_num_queries(BOUND):
            assert resident.get(page).status_code == 200


def _form(no: str) -> dict[str, Any]:
    """Return what every form carries."""
    return {"key": f"key-of-{no}", "version": str(case(no).version)}


def test_only_what_was_applied_for_gets_a_tick() -> None:
    marks = [ended_light(outcome) for outcome in ("granted", "filed", "", "denied", "not_needed", "withdrawn")]
    assert marks == ["done", "done", "done", "no", "no", "no"]
