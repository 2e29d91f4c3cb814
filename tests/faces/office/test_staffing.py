"""The staff room: my attendance and leave, approvals, patrols, sheets, units, warnings; who sees what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.acts.city import START, City
from tests.acts.staffing.test_people import a_file
from tests.acts.staffing.test_sheets import community, form, month_of
from tests.faces.office.conftest import Login, words
from tests.records.documents.reading import text_of
from yichuang.acts.staffing.people.keep_file import keep_file
from yichuang.acts.staffing.sheets.publish_form import publish_form
from yichuang.acts.staffing.sheets.sign import sign_sheet
from yichuang.acts.staffing.units.order import CorrectionOrder, order_correction
from yichuang.faces.common import clock
from yichuang.records.applicants.models import Applicant
from yichuang.records.ledger.models import ReadLog
from yichuang.records.org.directory import forget
from yichuang.records.staffing.models import LeaveRequest, Patrol, Rectification, Residency, Sheet

pytestmark = pytest.mark.django_db
KEY, HERE = "k" * 24, "990100"
LEAVE = {"do": "ask", "kind": "annual", "starts_on": "2026-03-09", "ends_on": "2026-03-11", "reason": "回乡探亲"}


def send(client: Any, path: str, key: str = KEY, **told: Any) -> Any:
    return client.post(path, told | {"key": key}, follow=True)


def test_leave_from_asking_to_the_attendance(city: City, as_: Login) -> None:
    assert "单位审核、中心批准" in words(as_("clerk").get("/staff/me/"))
    assert "已提交请假" in words(send(as_("clerk"), "/staff/me/", **LEAVE))
    ref = LeaveRequest.objects.get(region_code=HERE).id
    assert "没有B岗" in words(as_("chief").get("/staff/leave/"))
    assert "转中心批准" in words(send(as_("chief"), "/staff/leave/", do="support", ref=ref, opinion="同意"))
    assert "已批准；没有B岗，请假期间无人顶岗" in words(send(as_("manager"), "/staff/leave/", do="agree", ref=ref))
    assert "已批准" in words(as_("clerk").get("/staff/me/"))


def test_what_is_wrong_is_said_and_nothing_is_lost(city: City, as_: Login) -> None:
    answer = as_("clerk").post("/staff/me/", LEAVE | {"kind": "", "key": KEY})
    assert answer.status_code == 422
    assert "没有选请假种类" in words(answer)
    assert "回乡探亲" in answer.content.decode()
    assert as_("clerk").post("/staff/me/", {"do": "fly", "key": KEY}).status_code == 422


def test_signing_in_and_the_notice_on_the_counter(city: City, as_: Login) -> None:
    assert "已签到 10:00" in words(send(as_("clerk"), "/staff/me/", do="come"))
    assert "今天已经签到过" in words(send(as_("clerk"), "/staff/me/", KEY + "2", do="come"))
    assert "已挂出" in words(send(as_("clerk"), "/staff/me/", KEY + "3", do="put_up", words="送件", back="11:30"))
    board = words(as_("chief").get("/staff/attendance/"))
    assert "送件，预计 11:30 返回" in board
    assert "迟到" in board
    assert "已取下" in words(send(as_("clerk"), "/staff/me/", KEY + "4", do="take_down"))
    assert "不用签到" in words(send(as_("reviewer"), "/staff/me/", do="come"))


def test_a_patrol_is_noted_and_seen_where_it_concerns(city: City, as_: Login) -> None:
    told = {"do": "patrol", "kind": "away", "user": city.people["clerk"].id, "words": "十点无人"}
    assert "已登记巡查" in words(send(as_("manager"), "/staff/attendance/", **told))
    assert Patrol.objects.filter(region_code=HERE).count() == 1
    assert "十点无人" in words(as_("chief").get("/staff/attendance/"))
    assert send(as_("chief"), "/staff/attendance/", **told).status_code == 422


def test_who_has_no_file_yet_is_shown_an_empty_one(city: City, as_: Login) -> None:
    assert "还没有建档" in words(as_("manager").get(f"/staff/files/{city.people['clerk'].id}/"))


def test_a_file_hides_the_date_of_birth(city: City, as_: Login) -> None:
    keep_file(a_file(city), city.ctx("manager"))
    page = f"/staff/files/{city.people['clerk'].id}/"
    assert "1980" not in words(as_("manager").get(page))
    read = as_("manager").post(page, {"do": "read", "purpose": "核对派驻条件", "key": KEY})
    assert "1980年6月1日" in words(read)
    assert ReadLog.objects.get(region_code=HERE).purpose == "核对派驻条件"
    assert as_("manager").post(page, {"do": "read", "purpose": "看", "key": KEY}).status_code == 422
    assert not Applicant.objects.exists()


def april(monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 4, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: at)


def test_a_sheet_from_draft_to_review(city: City, as_: Login, monkeypatch: pytest.MonkeyPatch) -> None:
    april(monkeypatch)
    publish_form(form(city), city.ctx("manager"))
    told = {"subject": "person", "person": city.people["clerk"].id, "period": "month", "on": "2026-03-02"}
    assert "签发考核表" in words(as_("manager").get("/staff/sheets/", told))
    assert "签发考核表" not in words(as_("manager").get("/staff/sheets/", told | {"on": "9999-12-30"}))
    assert "已签发" in words(send(as_("manager"), "/staff/sheets/", do="sign", **told, **{"m-way": "20"}))
    assert "已经签发过" in words(as_("manager").get("/staff/sheets/", told))  # the draft offers no second one
    sheet = Sheet.objects.get(region_code=HERE)
    assert sheet.total == 90
    page = f"/staff/sheets/{sheet.id}/"
    assert "已提出申诉" in words(send(as_("clerk"), page, do="appeal", words="作风一项没有依据。"))
    assert "由另一位" in words(as_("manager").get(page))
    city.give("deputy", "supervisor")
    forget()
    review = {"do": "review", "words": "改为满分。", "p-way": "30"}
    assert "已复核" in words(send(as_("deputy"), page, **review))
    assert Sheet.objects.get(region_code=HERE).total == 100
    assert as_("reviewer").get(page).status_code == as_("reviewer").get(f"{page}paper/").status_code == 404
    printed = text_of(as_("clerk").get(f"{page}paper/").content)
    assert [one for one in ("月度考核表", "总分100", "复核意见改为满分", "签发人：") if one not in printed] == []


def test_the_community_gives_its_word(city: City, as_: Login) -> None:
    community(city)
    told = {"do": "say", "user": city.people["clerk"].id, "year": "2026", "agreed": "yes"}
    assert "已出具意见" in words(send(as_("committee"), "/staff/community/", **told))
    assert as_("clerk").get("/staff/community/").status_code == 403


def test_units_orders_and_their_papers(city: City, as_: Login) -> None:
    unit = city.department.id
    send(
        as_("manager"),
        "/staff/units/",
        do="enter",
        department=unit,
        on="2026-03-02",
        **{"unit-1": "档案室", "people-1": "6"},
    )
    assert Residency.objects.get(region_code=HERE).units[0]["people"] == 6
    refused = send(as_("manager"), "/staff/units/", KEY + "2", do="leave", department=unit)
    assert "没有批准文件，不能撤出" in words(refused)
    wish = CorrectionOrder(HERE, unit, "two_places", "机关收件")
    order_correction(wish, city.ctx("manager"))
    order = Rectification.objects.get(region_code=HERE)
    assert "已反馈" in words(send(as_("agency"), "/staff/units/", do="answer", ref=order.id, words="已改正"))
    paper = as_("agency").get(f"/staff/papers/rectification/{order.id}/")
    assert paper.content.startswith(b"%PDF")
    assert as_("clerk").get(f"/staff/papers/rectification/{order.id}/").status_code == 404


def test_the_manager_is_warned(city: City, as_: Login) -> None:
    type(city.centre).objects.filter(pk=city.centre.pk).update(profile="cn.620800")
    forget()
    keep_file(a_file(city, born_on=date(1970, 1, 1)), city.ctx("manager"))
    page = words(as_("manager").get("/staff/warnings/"))
    assert "原则上应在 45 周岁以下" in page
    assert "没有领导到窗口" in page
    assert as_("chief").get("/staff/warnings/").status_code == 403


def test_another_department_sees_nothing(city: City, as_: Login) -> None:
    publish_form(form(city), city.ctx("manager"))
    sign_sheet(month_of(city), city.ctx("manager", date(2026, 4, 1)))
    page = f"/staff/sheets/{Sheet.objects.get(region_code=HERE).id}/"
    assert as_("resident").get(page).status_code == 403
    assert date(2026, 3, 6) > START
