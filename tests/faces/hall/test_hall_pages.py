"""The pages of the hall: clerk, reception, visitor, manager."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.faces.hall.going import client, device, press, text
from tests.records.documents.reading import text_of
from tests.records.hall.conftest import MONDAY, SmallHall, at
from yichuang.acts.context import Context
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.faces.common import clock
from yichuang.faces.common.live.reads import reads
from yichuang.records.hall.booking import Wish, book, check_in
from yichuang.records.hall.calling import call_next
from yichuang.records.hall.models import (
    Appointment,
    AppointmentSlot,
    CallAlert,
    Hall,
    QueueNumber,
    WeekendShift,
)
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM


def test_the_clerk_calls_and_the_screens_show_it(hall: SmallHall) -> None:
    hall.draw()
    hall.draw("B")
    clerk = client(hall)
    assert "等候 2 人" in text(clerk.get("/desk/calling/"))
    assert press(clerk, "next").status_code == 302
    for address in ("/desk/calling/", "/display/hall/", "/display/hall/A06/"):
        assert "A001" in text(clerk.get(address)), address
    assert press(clerk, "next").status_code == 422  # it has no outcome yet
    for do in ("recall", "begin", "finish", "pause", "open", "next"):
        assert press(clerk, do).status_code == 302, do
    assert press(clerk, "skip").status_code == 302
    row = QueueNumber.objects.get(region_code="990100", prefix="B")
    assert row.state == "skipped"
    assert press(clerk, "return", number=str(row.id)).status_code == 302


def test_a_page_that_is_old_does_nothing(hall: SmallHall) -> None:
    hall.draw()
    answer = client(hall).post("/desk/calling/", {"key": "key-12345", "do": "next", "seen": "something-else"})
    assert answer.status_code == 422
    assert QueueNumber.objects.filter(region_code="990100", state="waiting").count() == 1


def test_a_number_that_another_page_changed_stays_as_it_is(hall: SmallHall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.draw()
    one, other = client(hall), client(hall)
    press(one, "next")
    for do in ("recall", "begin", "finish"):
        seen = other.get("/desk/calling/").context["seen"]
        monkeypatch.setattr(clock, "now", lambda do=do: at(10, len(do)))
        assert press(one, do).status_code == 302
        answer = other.post("/desk/calling/", {"key": f"key-12345-{do}", "do": "skip", "seen": seen})
        assert answer.status_code == 422
        assert "A001 号已经在别的页面上办过" in text(answer)
    assert "现在是“已办理”" in text(answer)
    row = QueueNumber.objects.get(region_code="990100")
    assert (row.state, row.calls, row.skips) == ("finished", 2, 0)


def test_what_the_hub_reads_names_nobody(hall: SmallHall) -> None:
    hall.draw()
    press(client(hall), "next")
    found = reads({"board:hall": -1, "state:hall": -1, "board:nowhere": -1})
    assert set(found) == {"board:hall", "state:hall"}
    revision, words = found["board:hall"]
    assert "A001" in words
    assert "孙" not in words
    assert reads({"board:hall": revision}) == {}


def test_reception_draws_a_number_with_its_class(hall: SmallHall) -> None:
    told = {"key": "key-123456", "line": "A", "priority": "elderly", "phone": "13800000001"}
    answer = client(hall).post("/desk/reception/", told)
    row = QueueNumber.objects.get(region_code="990100")
    assert answer.headers["Location"] == f"/number/{row.token}/?slip=1"
    assert row.priority == "elderly"
    assert "前面还有" in text(Client().get(f"/number/{row.token}/"))
    slip = text_of(Client().get(f"/number/{row.token}/slip/").content)
    assert [words for words in ("A001", "综合", "老年人", "前面0人") if words not in slip] == []
    wrong = client(hall).post("/desk/reception/", told | {"key": "key-654321", "phone": "12"})
    assert wrong.status_code == 422


def test_a_visitor_draws_and_gives_up(hall: SmallHall) -> None:
    visitor = client(hall, "resident")
    assert "综合" in text(visitor.get("/halls/hall/"))
    there = visitor.post("/halls/hall/", {"key": "key-123456", "line": "A"}).headers["Location"]
    assert visitor.post("/halls/hall/", {"key": "key-654321", "line": "A"}).status_code == 422  # he has one
    visitor.post(there, {"key": "key-777777"})
    assert "已放弃" in text(visitor.get(there))


def test_a_visitor_books_and_cancels(hall: SmallHall) -> None:
    visitor = client(hall, "resident")
    assert "09:00–09:30" in text(visitor.get("/halls/hall/book/A/"))
    assert "请选一个时段" in text(visitor.post("/halls/hall/book/A/", {"key": "key-000000", "phone": "13800000001"}))
    told = {"key": "key-123456", "slot": f"{hall.slot.id}@2026-03-04", "phone": "13800000001"}
    assert visitor.post("/halls/hall/book/A/", told).status_code == 302
    row = Appointment.objects.get(region_code="990100")
    assert row.code in text(visitor.get("/my/appointments/"))
    assert row.code in text(client(hall).get("/desk/appointments/?day=2026-03-04"))
    assert visitor.post("/halls/hall/book/A/", told | {"key": "key-2222222"}).status_code == 422  # full
    visitor.post("/my/appointments/", {"key": "key-333333", "appointment": str(row.id)})
    row.refresh_from_db()
    assert row.state == "cancelled"


def test_a_visitor_sees_the_appointment_he_missed(hall: SmallHall, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"key": "key-123456", "slot": f"{hall.slot.id}@2026-03-04", "phone": "13800000001"}
    client(hall, "resident").post("/halls/hall/book/A/", told)
    monkeypatch.setattr(clock, "now", lambda: at(11, day=date(2026, 3, 4)))
    page = text(client(hall, "resident").get("/my/appointments/"))
    assert ("爽约" in page, "取消" in page) == (True, False)


def test_the_manager_keeps_a_hall(hall: SmallHall) -> None:
    manager = client(hall, "manager")
    made = {"key": "key-123456", "name": "分厅", "slug": "branch", "kind": "sub"}
    assert manager.post("/centre/halls/", made).status_code == 302
    assert manager.post("/centre/halls/", made).status_code == 422  # the name is taken
    steps: list[dict[str, Any]] = [
        {"do": "line", "prefix": "K", "name": "就业", "domain": "employment", "departments": ["water"]},
        {"do": "window", "window": "A06", "lines": ["A"]},
        {"do": "slot", "line": "A", "starts": "14:00", "ends": "15:00", "places": "3", "weekdays": ["1", "2"]},
        {"do": "shift", "day": "2026-03-14", "opens": "09:00", "closes": "15:00", "windows": ["A06"]},
        {"do": "screen", "name": "东墙", "kind": "wall"},
        {"do": "hall", "opens": "08:00", "closes": "18:00", "voice_from": "08:00", "voice_until": "17:00"},
    ]
    for step in steps:
        answer = manager.post("/centre/halls/hall/", {"key": "key-123456", **step})
        assert answer.status_code == 302, text(answer)
    assert AppointmentSlot.objects.filter(places=3).count() == 2
    assert Hall.objects.get(slug="hall").opens.hour == 8
    assert "登记码是" in text(manager.get("/centre/halls/hall/"))


def test_a_row_of_a_hall_is_chosen_in_one_form(hall: SmallHall) -> None:
    manager = client(hall, "manager")
    told = {"key": "key-123456", "line": "B", "starts": "14:00", "ends": "15:00", "places": "3"}
    manager.post("/centre/halls/hall/", told | {"do": "slot", "weekdays": ["1", "2", "3"]})
    page = text(manager.get("/centre/halls/hall/"))
    assert "周一至周三" in page
    assert page.count('<form method="post"') < 12
    manager.post("/centre/halls/hall/", told | {"do": "slot", "weekdays": ["2"], "places": "0"})
    page = text(manager.get("/centre/halls/hall/"))
    assert "周一、周三" in page
    (week,) = re.findall(r'value="(drop_slot:[^"]+,[^"]+)"', page)
    (shift,) = re.findall(r'value="(drop_shift:[^"]+)"', page)
    for do in (week, shift):
        assert manager.post("/centre/halls/hall/", {"key": "key-123456", "do": do}).status_code == 302
    assert not AppointmentSlot.objects.filter(places=3).exists()
    assert not WeekendShift.objects.exists()


@pytest.mark.parametrize(
    "step",
    [
        {"do": "line", "prefix": "k", "name": ""},
        {"do": "window", "window": "Z99"},
        {"do": "slot", "line": "A", "starts": "15:00", "ends": "14:00"},
        {"do": "slot", "line": "A", "starts": "x", "ends": "14:00"},
        {"do": "shift", "day": "tomorrow"},
        {"do": "screen", "name": "副屏", "kind": "customer"},
        {"do": "drop_slot", "id": "x"},
        {"do": "hall", "opens": "18:00", "closes": "08:00", "voice_from": "08:00", "voice_until": "17:00"},
        {"do": "anything"},
    ],
)
def test_what_is_typed_wrong_is_said(hall: SmallHall, step: dict[str, str]) -> None:
    answer = client(hall, "manager").post("/centre/halls/hall/", {"key": "key-123456", **step})
    assert answer.status_code == 422


def test_the_nearest_point_comes_first(hall: SmallHall) -> None:
    for slug, east in (("far", "119.2"), ("close", "119.011")):
        Hall.objects.create(
            centre=hall.city.centre, region_code="990100", slug=slug, name=slug, kind="community", walk_minutes=20,
            longitude=east, latitude="25.44",
        )  # fmt: skip
    page = text(Client().get("/halls/?at=119.010,25.440"))
    assert page.index(">close<") < page.index(">far<")
    assert "约 130 米" in page
    assert Client().get("/halls/?at=1e400,x&from=nowhere").status_code == 200


def test_a_number_of_yesterday_is_over(hall: SmallHall, monkeypatch: pytest.MonkeyPatch) -> None:
    row = hall.draw()
    monkeypatch.setattr(clock, "now", lambda: at(10, day=MONDAY + timedelta(days=1)))
    page = text(Client().get(f"/number/{row.token}/"))
    assert "已经过期" in page
    assert "data-live" not in page
    assert Client().post(f"/number/{row.token}/", {"key": "key-123456"}).status_code == 422
    assert Client().get(f"/number/{row.token}/slip/").status_code == 404
    assert device(hall, "kiosk").get(f"/kiosk/number/{row.token}/").status_code == 404


def test_the_called_visitor_comes_into_the_intake(hall: SmallHall) -> None:
    here, user = hall.place(), hall.city.people["resident"].id
    wish = Wish(
        hall.slot, date(2026, 3, 4), "孙玉兰", "13800000001", "k", user_id=user, item_id=hall.city.instant.item_id
    )
    booked = book(here, wish, at(9))
    Appointment.objects.filter(region_code="990100").update(starts_at=at(10), ends_at=at(10, 30), day=MONDAY)
    booked.refresh_from_db()
    check_in(here, booked, at(9, 50))
    clerk = client(hall)
    press(clerk, "next")
    there = press(clerk, "take_in").headers["Location"]
    page = text(clerk.get(there))
    assert "孙玉兰" in page
    assert "13800000001" in page
    assert "社会保障卡申领" in page
    assert "孙玉兰" not in text(client(hall, "chief").get("/desk/?number=" + str(new_id())))


def test_the_manager_sees_calls_without_outcome(hall: SmallHall) -> None:
    hall.draw()
    call_next(hall.window(when=at(9, 30)))
    watch_calls("990100", Context(SYSTEM, at(10), directory()))
    for address in ("/centre/halls/", "/centre/halls/hall/"):
        assert "叫号无结果 1 个" in text(client(hall, "manager").get(address))


def test_a_call_without_outcome_is_urged_carded_and_answered(hall: SmallHall) -> None:
    hall.draw()
    call_next(hall.window(when=at(9, 30)))
    watch_calls("990100", Context(SYSTEM, at(10), directory()))
    hall.city.give("stranger", "supervisor")
    page, supervisor = f"/supervision/calls/{CallAlert.objects.get(region_code='990100').id}/", client(hall, "stranger")
    assert "A001" in text(supervisor.get("/supervision/calls/?hall=hall"))
    assert client(hall, "agency").get(page).status_code == 404  # nobody told him yet
    for do in ("urge", "yellow"):
        posted = {"do": do, "key": f"key-1234-{do}", "words": "请查明"}
        assert supervisor.post(page, posted | {"words": " "}).status_code == 422
        assert "〔2026〕" in text(supervisor.post(page, posted, follow=True))
    (urged, carded) = re.findall(rf'href="({page}[^"]+/)"', text(supervisor.get(page)))
    agency = client(hall, "agency")
    assert agency.get(urged).headers["Content-Type"] == "application/pdf"
    assert page in text(agency.get("/urgings/"))
    for do in ("reply", "appeal"):
        assert agency.post(page, {"do": do, "key": f"key-5678-{do}", "words": "设备故障"}).status_code == 302
    assert "复核结果" in text(client(hall, "manager").get(page))
    supervisor.post(page, {"do": "clear", "key": "key-9999-clear", "words": "查明"})
    assert "A001" in text(supervisor.get("/supervision/calls/"))  # a card stands: it is not cleared
    assert carded
