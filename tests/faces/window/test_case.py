"""A case on the desk: verdicts, answers, supplement, hand-over."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.faces.window.conftest import Desk, at, at_desk, case_of, words
from yichuang.acts.act import On
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry

OK = {"m-form": "ok", "m-map": "ok"}
BAD = {"m-form": "ok", "m-map": "correct", "d-map": "缺少比例尺"}


def test_it_works(desk: Desk, online: str) -> None:
    answer = desk.on_case(online, w_do="accept", w_route="1", w_handed="1", **OK)
    assert (answer.status_code, case_of(online).state) == (302, "reviewing")
    taken = Entry.objects.get(region_code="990100", verb="case.accepted")
    assert taken.facts["slip"] == "handed"  # the ledger tells that the acceptance slip was given (R005)


def test_it_shows_who_what_and_until_when(desk: Desk, online: str) -> None:
    page = words(desk.get(f"/desk/{online}/"))
    assert "孙玉兰" in page
    assert "350***********1234" in page
    assert "350300198511151234" not in page
    assert "最晚答复是否受理" in page
    assert '<datalist id="p-map"><option value="缺少比例尺">' in page


def test_the_opinion_asked_for_stands_beside_the_answer(desk: Desk, online: str) -> None:
    water = desk.city.department
    ask(Ask(On(online), "accept_opinion", (water.id,), "可否受理？", date(2026, 3, 6)), desk.city.ctx("clerk"))
    page = words(desk.get(f"/desk/{online}/"))
    assert ("还没有答复" in page, "可否受理？" in page) == (True, True)
    row = Stage.objects.get(region_code="990100", kind="accept_opinion")
    answer(Answer(On(online), row.id, False, "缺论证报告"), desk.city.ctx("reviewer"))
    page = words(desk.get(f"/desk/{online}/"))
    assert ("不同意" in page, "缺论证报告" in page) == (True, True)


@pytest.mark.parametrize("no", ["JN-2026-000099", "XX-2026-000001", "..", "%00"])
def test_an_unknown_or_foreign_number_is_not_found(desk: Desk, no: str) -> None:
    assert desk.get(f"/desk/{no}/").status_code == 404
    assert desk.post(f"/desk/{no}/", w_do="accept").status_code == 404


@pytest.mark.parametrize(
    "scan", ["JN-2026-000001", "jn2026000001", "JN2026000001", "ＪＮ－2026－000001", "JN-2026-000001-3"]
)
def test_a_scan_opens_the_case(desk: Desk, online: str, scan: str) -> None:
    assert desk.get("/desk/", q=scan).url == f"/desk/{online}/"


@pytest.mark.parametrize("scan", ["JN-2026-000777", "XX2026000001"])
def test_a_scan_of_an_unknown_case_is_told(desk: Desk, scan: str) -> None:
    answer = desk.get("/desk/", q=scan)
    assert answer.status_code == 404
    assert "没有找到办件" in words(answer)


def test_words_find_cases_and_items(desk: Desk, online: str) -> None:
    assert f'href="/desk/{online}/"' in words(desk.get("/desk/", q="孙玉"))
    assert "没有符合的办件和事项" in words(desk.get("/desk/", q="无此人"))


def test_a_scan_in_the_item_field_opens_the_case(desk: Desk, online: str) -> None:
    assert desk.post("/desk/", w_do="find", w_find="JN2026000001").url == f"/desk/{online}/"


def test_unseen_materials_block_the_acceptance(desk: Desk, online: str) -> None:
    answer = desk.on_case(online, w_do="accept", **{"m-form": "ok"})
    assert (answer.status_code, case_of(online).state) == (422, "received")
    assert "还有材料没有核对完：位置图" in words(answer)


def test_a_stale_page_is_refused(desk: Desk, online: str) -> None:
    answer = desk.post(f"/desk/{online}/", version=7, w_do="accept", **OK)
    assert (answer.status_code, case_of(online).state) == (409, "received")


def test_a_repeated_key_acts_once(desk: Desk, online: str) -> None:
    form = {"key": "one-form-sent-twice", "version": case_of(online).version, "w_do": "accept", **OK}
    first, second = (desk.post(f"/desk/{online}/", **form) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Document.objects.filter(region_code="990100", kind="acceptance").count() == 1


def test_accepting_twice_is_refused(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="accept", **OK)
    answer = desk.on_case(online, w_do="accept", **OK)
    assert answer.status_code == 422
    assert "现在是“已受理”" in words(answer)


def test_a_correction_and_its_return(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="correct", w_due="2026-03-16", **BAD)
    assert case_of(online).state == "correcting"
    assert "缺少比例尺" in words(desk.get(f"/desk/{online}/"))
    desk.on_case(online, "supplement/", **{"s-map": "1"})
    assert case_of(online).state == "received"


def test_an_incomplete_supplement_is_refused(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="correct", **BAD)
    answer = desk.on_case(online, "supplement/")
    assert (answer.status_code, case_of(online).state) == (422, "correcting")
    assert "还有材料没有补：位置图" in words(answer)


def test_a_second_notice_is_refused_and_says_why_before(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="correct", **BAD)
    desk.on_case(online, "supplement/", **{"s-map": "1"})
    assert "补正只能一次告知" in words(desk.get(f"/desk/{online}/"))
    assert desk.on_case(online, w_do="correct", **BAD).status_code == 422


def test_a_late_notice_is_refused(desk: Desk, online: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at(date(2026, 3, 10), monkeypatch)
    answer = desk.on_case(online, w_do="correct", **BAD)
    assert (answer.status_code, case_of(online).state) == (422, "received")
    assert "已视为受理" in words(answer)


def test_the_slip_promises_an_answer(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="hold")
    assert Document.objects.filter(region_code="990100", kind="receipt_pending").count() == 1


def test_a_pre_review_leaves_a_note(desk: Desk, online: str) -> None:
    desk.on_case(online, "prereview/", w_note="图纸清晰。")
    page = words(desk.get(f"/desk/{online}/"))
    assert "预审意见：图纸清晰。" in page
    assert case_of(online).state == "received"


def test_an_accepted_case_is_handed_over(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="accept", **OK)
    assert "转办 市水利局" in words(desk.get(f"/desk/{online}/"))
    assert desk.on_case(online, "route/").url == f"/desk/{online}/"
    assert case_of(online).state == "reviewing"


def test_the_right_side_follows_the_ticks(desk: Desk, online: str) -> None:
    part = words(desk.on_case(online, "look/", **BAD))
    assert "第 2 项“位置图”标为“补正”" in part
    assert 'id="tally" hx-swap-oob="true">2 份：1 符合 · 1 补正' in part
    assert case_of(online).materials.get(region_code="990100", key="map").verdict == "unseen"


def test_the_right_side_says_that_somebody_was_first(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="accept", **OK)
    part = words(desk.on_case(online, "look/", **BAD))
    assert "刚刚有人先办了这一步，这件办件现在是“已受理”" in part
    assert f'href="/desk/{online}/" data-key="F9"' in part


def test_withdrawing_asks_first_and_shows_the_letter(desk: Desk, online: str) -> None:
    assert "撤回申请" in words(desk.get(f"/desk/{online}/withdraw/"))
    assert "撤回申请确认书" in words(desk.on_case(online, "withdraw/", w_do="preview", reason="不再需要"))
    assert case_of(online).state == "received"
    desk.on_case(online, "withdraw/", w_do="file", reason="不再需要")
    assert (case_of(online).state, case_of(online).outcome) == ("closed", "withdrawn")


@pytest.mark.parametrize("address", ["", "refuse/", "not-needed/", "withdraw/", "deliver/", "papers/"])
def test_the_applicant_does_not_enter_by_the_window(desk: Desk, online: str, address: str) -> None:
    assert at_desk(desk.city, "resident").get(f"/desk/{online}/{address}").status_code == 403


def test_papers_are_listed_with_their_addresses(desk: Desk, online: str) -> None:
    desk.on_case(online, w_do="accept", **OK)
    paper = Document.objects.get(region_code="990100", kind="acceptance")
    assert f"/cases/{online}/documents/{paper.id}/" in words(desk.get(f"/desk/{online}/papers/"))


def test_a_page_says_what_can_not_be_done_now(desk: Desk, online: str) -> None:
    page = words(desk.get(f"/desk/{online}/deliver/"))
    assert "现在是“已收件”，不能送达" in page
    assert "登记送达回证" not in page


def test_few_queries_in_every_state(
    desk: Desk, online: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for step in (None, {"w_do": "correct", **BAD}):
        if step:
            desk.on_case(online, **step)
        desk.get(f"/desk/{online}/")
        with django_assert_max_num_queries(12):
            desk.get(f"/desk/{online}/")


def test_an_accepted_case_shows_its_date_and_why(desk: Desk, online: str) -> None:
    accept(Acceptance(On(online)), desk.city.ctx("clerk"))
    page = words(desk.get(f"/desk/{online}/"))
    assert "03-12 周四" in page
    assert f'href="/cases/{online}/clock/"' in page
    assert Case.objects.filter(region_code="990100", no=online, state="accepted").exists()
