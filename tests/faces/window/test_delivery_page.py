"""/desk/<no>/delivery/: signed on the screen, refused in words, and what is under way in its list."""

from __future__ import annotations

import base64
import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from tests.acts.delivery.walks import code_of, denied, issued
from tests.faces.window.conftest import Desk, at, case_of, words
from yichuang.records.delivery.models import Dispatch
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import ReadLog

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)


@pytest.fixture
def clerk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A clerk three days after the decisions."""
    at(DAY, monkeypatch)
    return desk


def drawn() -> str:
    """Return a signature as a browser draws it."""
    out = io.BytesIO()
    Image.new("RGB", (60, 20), "white").save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def test_a_code_is_called_and_the_result_signed_for_on_the_screen(clerk: Desk) -> None:
    no = issued(clerk.city)
    assert clerk.on_case(no, "delivery/call/").status_code == 302
    assert "凭码领取" in words(clerk.get("/desk/deliveries/"))
    wrong = clerk.on_case(no, "delivery/fetch/", code="x", receiver="孙玉兰", relation="本人")
    assert wrong.status_code == 422
    assert "取件码不对" in words(wrong)
    torn = clerk.on_case(
        no, "delivery/fetch/", code=code_of(no), receiver="孙玉兰", signature="data:image/png;base64,!"
    )
    assert "签名没有传上来" in words(torn)
    told = {"code": code_of(no), "receiver": "孙玉兰", "relation": "本人", "signature": drawn()}
    assert clerk.on_case(no, "delivery/fetch/", **told).status_code == 302
    page = words(clerk.get(f"/desk/{no}/delivery/"))
    assert "行政诉讼" in page
    proof = Dispatch.objects.get(region_code="990100").proofs[0]
    assert clerk.get(f"/desk/{no}/delivery/proof/{proof['digest']}/").status_code == 200
    assert clerk.get(f"/desk/{no}/delivery/proof/{'0' * 64}/").status_code == 404


def test_who_guesses_at_the_code_is_stopped(clerk: Desk) -> None:
    no = issued(clerk.city)
    assert clerk.on_case(no, "delivery/call/").status_code == 302
    for _ in range(5):
        assert "取件码不对" in words(clerk.on_case(no, "delivery/fetch/", code="x", receiver="孙玉兰"))
    told = {"code": code_of(no), "receiver": "孙玉兰", "relation": "本人"}
    assert "暂停凭码领取" in words(clerk.on_case(no, "delivery/fetch/", **told))
    long = clerk.on_case(no, "delivery/post/", receiver="孙玉兰", courier="邮政", waybill="9" * 10_000)
    assert "“邮件号”最多 40 个字" in words(long)


def test_the_way_is_confirmed_before_the_parcel_goes(clerk: Desk) -> None:
    no = denied(clerk.city)

    def does(step: str, **fields: str) -> Any:
        told = {"key": new_id().hex, "version": str(case_of(no).version), **fields}
        return clerk.client.post(f"/desk/{no}/delivery/{step}/", told)

    told = {"way": "post", "receiver": "孙玉兰", "address": "嘉宁市安岭区滨河路 18 号"}
    assert does("way", **told | {"address": ""}).status_code == 422
    assert does("way", **told).status_code == 302
    page = words(clerk.get(f"/desk/{no}/delivery/"))
    assert 'name="confirmed"' in page
    assert "滨河路 18 号" not in page  # masked until it is needed
    parcel = {"courier": "邮政速递", "waybill": "EX123456789CN"}
    elsewhere = does("post", receiver="孙玉兰", address="别处 1 号", **parcel)
    assert "这不是申请人确认的送达地址" in words(elsewhere)
    assert does("post", confirmed="yes", **parcel).status_code == 302
    assert Dispatch.objects.get(region_code="990100", state="open").receiver == "孙玉兰"
    assert ReadLog.objects.filter(region_code="990100", purpose__contains="确认的送达地址").exists()


def test_bad_input_is_answered_in_words(clerk: Desk) -> None:
    no = denied(clerk.city)
    for step, told in {
        "post": {"receiver": ""}, "left": {"on": "yesterday"}, "notice": {"ground": "x", "reason": "x"},
        "post-delivered": {"on": ""}, "electronic": {}, "post-returned": {"reason": ""},
    }.items():  # fmt: skip
        answer = clerk.on_case(no, f"delivery/{step}/", **told)
        assert answer.status_code == 422, step
        assert "refused" in words(answer), step
    assert clerk.on_case(no, "delivery/nowhere/").status_code == 404
    assert case_of(no).state == "decided"


def test_the_applicant_agrees_and_the_public_notice_names_him(clerk: Desk) -> None:
    no = denied(clerk.city)
    owner = Client()
    owner.force_login(clerk.city.people["resident"])
    assert "同意电子送达" in owner.get(f"/my/cases/{no}/").content.decode()
    assert owner.post(f"/my/cases/{no}/delivery/", {"key": "key-of-consent", "do": "agree"}).status_code == 302
    assert "已同意电子送达" in owner.get(f"/my/cases/{no}/").content.decode()
    assert clerk.on_case(no, "delivery/notice/", ground="unknown", reason="查无此人").status_code == 302
    page = Client().get("/notices/deliveries/").content.decode()
    assert no in page
    assert "查无此人" not in page
