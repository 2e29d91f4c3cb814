"""What is done about a call without outcome: notices, cards, answers, second looks; and what is refused."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.acts.test_refusals import refused
from tests.records.hall.conftest import MONDAY, SmallHall, at, hall
from yichuang.acts.context import Context
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.people.patrol import PatrolWish, patrol
from yichuang.acts.supervision.calls.account import CallAccounting, account_for_call
from yichuang.acts.supervision.calls.answer import CallAnswer, answer_call
from yichuang.acts.supervision.calls.card import CallCarding, card_call
from yichuang.acts.supervision.calls.clear import CallClearing, clear_call
from yichuang.acts.supervision.calls.settle import CallSettlement, settle_call
from yichuang.acts.supervision.calls.urge import CallUrging, urge_call
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.rendering import render
from yichuang.records.documents.series import series_in
from yichuang.records.hall.calling import call_next
from yichuang.records.hall.models import CallAlert
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Posting
from yichuang.records.staffing.access import patrols_on
from yichuang.records.supervision.models import CallMeasure
from yichuang.rules.officers import SYSTEM

__all__ = ["hall"]
HERE, NEXT, LATER = "990100", date(2026, 3, 3), date(2026, 3, 9)


@pytest.fixture
def alert(hall: SmallHall) -> UUID:
    hall.draw()
    call_next(hall.window())
    watch_calls(HERE, Context(SYSTEM, at(13), directory()))
    hall.city.give("stranger", "supervisor")
    return CallAlert.objects.get(region_code=HERE).id


def last(kind: str) -> UUID:
    row = CallMeasure.objects.filter(region_code=HERE, kind=kind).order_by("number").last()
    assert row is not None
    return row.id


def test_its_numbers_are_no_gap_in_the_series(hall: SmallHall, alert: UUID) -> None:
    urge_call(CallUrging(HERE, alert, "请查明"), hall.city.ctx("stranger", NEXT))
    (series,) = (one for one in series_in(HERE, 2026) if one.word.endswith("窗督"))
    assert (series.last, series.found.sound) == (1, True)
    CallMeasure.objects.filter(region_code=HERE).delete()
    (series,) = (one for one in series_in(HERE, 2026) if one.word.endswith("窗督"))
    assert series.found.missing == ((1, 1),)


def test_it_works_from_the_call_to_the_account(hall: SmallHall, alert: UUID) -> None:
    city = hall.city
    head, supervisor = city.ctx("agency", NEXT), city.ctx("stranger", NEXT)
    urge_call(CallUrging(HERE, alert, "请查明"), supervisor)
    answer_call(CallAnswer(HERE, alert, last("urging"), "当时设备故障"), head)
    card_call(CallCarding(HERE, alert, "yellow", "没有登记故障"), city.ctx("stranger", NEXT))
    answer_call(CallAnswer(HERE, alert, last("yellow"), "已经口头报告", appeal=True), city.ctx("agency", NEXT))
    settle_call(CallSettlement(HERE, alert, False, "没有记录"), city.ctx("manager", NEXT))
    card_call(CallCarding(HERE, alert, "red", "没有改正"), city.ctx("stranger", LATER))
    answer_call(CallAnswer(HERE, alert, last("red"), "认可"), city.ctx("agency", LATER))
    account_for_call(CallAccounting(HERE, alert, "talk", "约谈"), city.ctx("stranger", LATER))
    rows = CallMeasure.objects.filter(region_code=HERE).order_by("at", "id")
    assert " ".join(row.kind for row in rows) == "urging reply yellow appeal upheld red reply accounted"
    assert list(examine(HERE, directory())) == []


def test_the_notice_is_numbered_answerable_by_a_day_and_prints(hall: SmallHall, alert: UUID) -> None:
    urge_call(CallUrging(HERE, alert, "请查明"), hall.city.ctx("stranger", MONDAY, hour=14))
    row = CallMeasure.objects.get(region_code=HERE)
    assert (row.no, row.answer_by) == ("嘉宁市政务窗督〔2026〕1号", date(2026, 3, 4))
    assert row.fields["to"] == "嘉宁市水利局"
    assert row.fields["facts"] == (
        "A001号于2026年3月2日10时00分叫到A06窗口，经办人clerk，叫号后15分钟没有办理、过号或者转走，至今没有结果"
    )
    row.kind = "call_notice"
    assert render(row, "JN-2026-TEST").startswith(b"%PDF")


def test_who_sits_for_the_centre_is_answered_for_by_its_manager(hall: SmallHall, alert: UUID) -> None:
    Posting.objects.filter(user=hall.city.people["clerk"]).update(department=None, window=hall.city.window)
    hall.city.window.departments.clear()
    urge_call(CallUrging(HERE, alert, "请查明"), hall.city.ctx("stranger", NEXT))
    row = CallMeasure.objects.get(region_code=HERE)
    assert (row.department_id, row.fields["to"]) == (None, f"{hall.city.centre.name}（中心窗口）")
    told = CallAnswer(HERE, alert, row.id, "已经处理")
    refused("not_addressed", lambda: answer_call(told, hall.city.ctx("agency", NEXT)))
    answer_call(told, hall.city.ctx("manager", NEXT))


def test_a_patrol_proves_a_call(hall: SmallHall, alert: UUID) -> None:
    seen = PatrolWish(HERE, "away", window_id=hall.city.window.id, words="窗口没有人", alert_id=alert)
    patrol(seen, hall.city.ctx("stranger", NEXT))
    assert [row.words for row in patrols_on(HERE, alert)] == ["窗口没有人"]


def test_measures_are_refused(hall: SmallHall, alert: UUID) -> None:
    city, asked = hall.city, CallUrging(HERE, alert, "请查明")
    supervisor = city.ctx("stranger", NEXT)
    refused("not_yours", lambda: urge_call(asked, city.ctx("clerk", NEXT)))
    refused("measure_reason_missing", lambda: urge_call(CallUrging(HERE, alert, " "), supervisor))
    refused("yellow_first", lambda: card_call(CallCarding(HERE, alert, "red", "x"), supervisor))
    refused("no_red_card", lambda: account_for_call(CallAccounting(HERE, alert, "talk", "x"), supervisor))
    refused("no_appeal", lambda: settle_call(CallSettlement(HERE, alert, True, "x"), supervisor))
    refused("nothing_to_answer", lambda: answer_call(CallAnswer(HERE, alert, alert, "x"), city.ctx("agency", NEXT)))
    with pytest.raises(NotFound):
        urge_call(CallUrging(HERE, new_id(), "请查明"), supervisor)
    urge_call(asked, supervisor)
    refused("urged_already", lambda: urge_call(asked, city.ctx("stranger", NEXT)))
    clear_call(CallClearing(HERE, alert, "误报"), city.ctx("stranger", NEXT))
    refused("alert_cleared", lambda: clear_call(CallClearing(HERE, alert, "误报"), city.ctx("stranger", NEXT)))


def test_who_appealed_does_not_settle_it(hall: SmallHall, alert: UUID) -> None:
    city = hall.city
    card_call(CallCarding(HERE, alert, "yellow", "查实"), city.ctx("stranger", NEXT))
    city.give("agency", "supervisor")
    answer_call(CallAnswer(HERE, alert, last("yellow"), "不认可", appeal=True), city.ctx("agency", NEXT))
    settlement = CallSettlement(HERE, alert, True, "撤销")
    refused("settled_by_appellant", lambda: settle_call(settlement, city.ctx("agency", NEXT)))
    refused("settled_by_issuer", lambda: settle_call(settlement, city.ctx("stranger", NEXT)))
    settle_call(settlement, city.ctx("manager", NEXT))
    clear_call(CallClearing(HERE, alert, "撤销后核销"), city.ctx("stranger", NEXT))
