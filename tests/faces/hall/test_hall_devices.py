"""The devices of the hall: kiosk, second screen, and the codes they are registered by."""

from __future__ import annotations

import base64
import time
from datetime import date

import pytest
from django.test import Client

from tests.faces.hall.going import BACKEND, client, device, press, text
from tests.records.hall.conftest import MONDAY, SmallHall, at
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Draft, Material
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.hall.booking import Wish, book
from yichuang.records.hall.models import (
    Appointment,
    HallWindow,
    Screen,
)
from yichuang.records.hall.sheets import sheet_of, show_sheet


def test_a_kiosk_must_be_registered_and_keeps_nothing(hall: SmallHall) -> None:
    assert Client().get("/kiosk/").headers["Location"] == "/screen/"
    kiosk = device(hall, "kiosk")
    there = kiosk.post("/kiosk/line/A/", {"key": "key-123456", "priority": "military"}).headers["Location"]
    page = kiosk.get(there)
    assert "A001" in text(page)
    assert page.headers["Cache-Control"] == "no-store"
    for address in ("/kiosk/", "/kiosk/guide/?q=社保", "/kiosk/rate/", "/kiosk/progress/", "/kiosk/appointment/"):
        assert kiosk.get(address).status_code == 200, address
    assert kiosk.post("/kiosk/progress/", {"no": "JN-2026-000001", "code": "123456"}).status_code == 422
    assert kiosk.post("/kiosk/appointment/", {"key": "key-99999999", "code": "1"}).status_code == 422
    kiosk.cookies["care"] = "1"
    cleared = kiosk.get("/kiosk/?clear=1")
    assert cleared.headers["Clear-Site-Data"] == '"cache"'
    assert cleared.cookies["care"]["max-age"] == 0
    sent_again = kiosk.post("/kiosk/progress/", {"no": "JN-2026-000001", "code": "123456"})
    assert [kiosk.get(there).headers["Location"], sent_again.headers["Location"]] == ["/kiosk/", "/kiosk/"]


def test_a_kiosk_says_what_to_bring(hall: SmallHall) -> None:
    kiosk, item = device(hall, "kiosk"), Item.objects.filter(versions__effective_on__lte=at(10)).first()
    shown = text(kiosk.get(f"/kiosk/guide/{item.code}/?situation=nonsense"))
    for slot in ItemVersion.objects.filter(item=item).latest("number").materials:
        assert slot["name"] in shown
    assert f"/kiosk/guide/{item.code}/" in text(kiosk.get("/kiosk/guide/"))
    assert kiosk.get("/kiosk/guide/nothing/").status_code == 404


@pytest.mark.parametrize(
    ("status", "words"),
    [("historical", "历史事项，不再受理"), ("listed", "要带的材料还没有公布"), ("open", "不用带材料")],
)
def test_a_kiosk_says_of_what_is_not_taken_in_that_it_is_not(hall: SmallHall, status: str, words: str) -> None:
    item = Item.objects.filter(versions__effective_on__lte=at(10)).first()
    ItemVersion.objects.filter(item=item).update(materials=[])
    item.status = status
    item.save()
    assert words in text(device(hall, "kiosk").get(f"/kiosk/guide/{item.code}/"))


def test_a_code_is_used_up(hall: SmallHall) -> None:
    device(hall, "kiosk")
    assert Client().post("/screen/", {"code": "12345678"}).status_code == 422


def test_the_second_screen_checks_and_signs(hall: SmallHall) -> None:
    screen, window = device(hall, "customer"), HallWindow.objects.get(window__no="A06")
    assert "欢迎" in text(screen.get("/screen/customer/"))
    show_sheet(window, "sign", "JN-2026-000001", [("申请人", "孙玉兰")], at(10))
    assert "孙玉兰" in text(screen.get("/screen/customer/"))
    row, _ = sheet_of(window, at(10))
    png = base64.b64encode(b"\x89PNG\r\n\x1a\nx").decode()
    told = {"revision": str(row.revision), "answer": "signed", "signature": f"data:image/png;base64,{png}"}
    screen.post("/screen/customer/", told | {"signature": "data:text/html;base64,PGI+"})
    assert sheet_of(window, at(10))[0].answer == ""
    screen.post("/screen/customer/", told)
    assert sheet_of(window, at(10))[0].answer == "signed"
    assert client(hall).get("/desk/customer/signature/").status_code == 200
    assert sheet_of(window, at(10, 31))[1] == []  # forgotten


def test_only_its_own_device_sees_the_second_screen(hall: SmallHall) -> None:
    assert Client().get("/screen/customer/").headers["Location"] == "/screen/"
    assert device(hall, "wall").get("/screen/customer/").headers["Location"] == "/screen/"


def test_a_kiosk_gives_out_so_many_numbers_a_minute(hall: SmallHall) -> None:
    kiosk, answers = device(hall, "kiosk"), []
    for n in range(10):
        kiosk.get("/kiosk/?clear=1")
        answers.append(kiosk.post("/kiosk/line/A/", {"key": f"key-1234-{n}"}).status_code)
    assert answers == [302] * 4 + [422] * 6


def test_who_goes_back_at_a_kiosk_has_his_number_already(hall: SmallHall) -> None:
    kiosk = device(hall, "kiosk")
    mine = kiosk.post("/kiosk/line/A/", {"key": "key-123456"}).headers["Location"]
    assert kiosk.get("/kiosk/line/A/").headers["Location"] == mine
    again = kiosk.post("/kiosk/line/A/", {"key": "key-654321"})
    assert again.status_code == 422
    assert "一人一项取一个号" in text(again)
    assert mine in text(again)
    assert 'data-idle="30"' in text(kiosk.get(mine))
    assert kiosk.post("/kiosk/line/B/", {"key": "key-777777"}).status_code == 302  # another line
    kiosk.get("/kiosk/?clear=1")
    assert kiosk.get("/kiosk/line/A/").status_code == 200
    assert kiosk.post("/kiosk/line/A/", {"key": "key-888888"}).status_code == 302  # somebody else


def test_what_is_begun_at_a_kiosk_says_so(hall: SmallHall) -> None:
    kiosk = device(hall, "kiosk")
    kiosk.force_login(hall.city.people["resident"], backend=BACKEND)
    assert "kiosk/guard.js" in text(kiosk.get("/my/"))
    kiosk.post("/apply/TESTinstant/", {"key": "key-123456", "behalf": "给自己办"})
    assert Draft.objects.get(region_code="990100").channel == "kiosk"
    assert "_auth_user_id" in kiosk.session
    kiosk.get("/kiosk/")
    assert "_auth_user_id" not in kiosk.session


def test_a_signature_goes_to_its_case(hall: SmallHall) -> None:
    no = submit(hall.city.submission(hall.city.instant), hall.city.ctx("clerk")).no
    hall.draw()
    clerk, screen, window = client(hall), device(hall, "customer"), HallWindow.objects.get(window__no="A06")
    press(clerk, "next")
    press(clerk, "begin")
    clerk.post("/desk/customer/", {"key": "key-123456", "no": no, "kind": "sign"})
    row, _ = sheet_of(window, at(10))
    png = base64.b64encode(b"\x89PNG\r\n\x1a\nx").decode()
    told = {"revision": str(row.revision), "answer": "signed", "signature": f"data:image/png;base64,{png}"}
    screen.post("/screen/customer/", told)
    assert press(clerk, "finish").status_code == 422  # the signature belongs to no case yet
    seen = str(sheet_of(window, at(10))[0].revision)
    assert clerk.post("/desk/customer/", {"key": "key-654321", "do": "keep", "seen": seen}).status_code == 302
    assert Material.objects.filter(region_code="990100", key__startswith="signature-").count() == 1
    assert clerk.post("/desk/customer/", {"key": "key-777777", "do": "keep", "seen": seen}).status_code == 422
    assert press(clerk, "finish").status_code == 302


def test_codes_are_not_guessed_at_a_kiosk_and_nobody_is_held_up_for_long(
    hall: SmallHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = hall.place()
    row = book(here, Wish(hall.slot, date(2026, 3, 4), "某人", "13800000001", "k"), at(9))
    Appointment.objects.filter(region_code="990100").update(starts_at=at(10), ends_at=at(10, 30), day=MONDAY)
    kiosk = device(hall, "kiosk")
    for guess in range(6):
        wrong = kiosk.post("/kiosk/appointment/", {"key": f"key-1234-{guess}", "code": f"{guess:08d}"})
        assert wrong.status_code == 422
        assert "某人" not in text(wrong)
    assert "请等半分钟再输" in text(wrong)
    assert kiosk.post("/kiosk/appointment/", {"key": "key-99999", "code": row.code}).status_code == 422
    later = time.time() + 31
    monkeypatch.setattr(time, "time", lambda: later)
    assert kiosk.post("/kiosk/appointment/", {"key": "key-99999", "code": row.code}).status_code == 302


def test_who_plays_with_codes_shuts_out_himself_alone(hall: SmallHall) -> None:
    joker = Client()
    joker.get("/screen/")
    pages = [text(joker.post("/screen/", {"code": f"{guess:012d}"})) for guess in range(6)]
    assert "输错次数太多" in pages[-1]
    assert device(hall, "kiosk").get("/kiosk/").status_code == 200


def test_a_kiosk_that_was_shut_out_still_lets_go_of_its_visitor(hall: SmallHall) -> None:
    kiosk = device(hall, "kiosk")
    kiosk.force_login(hall.city.people["resident"], backend=BACKEND)
    Screen.objects.update(revoked_at=at(10))
    assert kiosk.get("/kiosk/?clear=1").headers["Location"] == "/screen/"
    assert "_auth_user_id" not in kiosk.session
