"""进驻单位: entering, leaving (R128), orders to correct (R129)."""

from datetime import date
from uuid import UUID

import pytest

from tests.acts.city import START, City
from tests.acts.staffing.test_people import HERE, code_of
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.units.answer import CorrectionReply, answer_correction
from yichuang.acts.staffing.units.close import CorrectionEnd, close_correction
from yichuang.acts.staffing.units.enter import Affiliated, Entering, enter
from yichuang.acts.staffing.units.leave_hall import Leaving, leave_hall
from yichuang.acts.staffing.units.order import CorrectionOrder, order_correction
from yichuang.records.org.directory import directory
from yichuang.records.staffing.models import Rectification, Residency
from yichuang.rules.staff.units import Approval

pytestmark = pytest.mark.django_db
PAPER = Approval("government", "嘉政函〔2026〕3号", START)


def entered(city: City) -> UUID:
    units = (Affiliated("土地权属登记发证中心", 12, "2006-05"), Affiliated("土地档案室", 6, "2010-01"))
    enter(Entering(HERE, city.department.id, START, units), city.ctx("manager"))
    return city.department.id


def test_entering_and_leaving_work(city: City) -> None:
    unit = entered(city)
    assert [one["people"] for one in Residency.objects.get(region_code=HERE).units] == [12, 6]
    leave_hall(Leaving(HERE, unit, PAPER), city.ctx("manager"))
    row = Residency.objects.get(region_code=HERE)
    assert (row.state, row.left_on, row.approval) == ("left", START, "嘉政函〔2026〕3号")
    assert list(examine(HERE, directory())) == []
    assert code_of(leave_hall, Leaving(HERE, unit, PAPER), city) == "unit_not_in"


@pytest.mark.parametrize(
    ("approval", "code"),
    [
        (Approval(), "leaving_unapproved"),
        (Approval("government", "嘉政函〔2026〕3号"), "leaving_unapproved"),
        (Approval("government", "嘉政函〔2026〕3号", date(2026, 3, 3)), "leaving_unapproved"),
        (Approval("department", "嘉水函〔2026〕3号", START), "leaving_wrong_approver"),
    ],
)
def test_leaving_is_blocked(city: City, approval: Approval, code: str) -> None:
    assert code_of(leave_hall, Leaving(HERE, entered(city), approval), city) == code


def test_entering_is_refused(city: City) -> None:
    unit = city.department.id
    assert code_of(enter, Entering(HERE, UUID(int=5), START), city) == "unit_elsewhere"
    assert code_of(enter, Entering(HERE, unit, date(2026, 3, 3)), city) == "unit_to_come"
    assert code_of(enter, Entering(HERE, unit, START, (Affiliated("", 3),)), city) == "unit_list"
    assert code_of(enter, Entering(HERE, unit, START), city, "agency") == "not_yours"
    assert code_of(leave_hall, Leaving(HERE, unit, PAPER), city) == "unit_not_in"


def ordered(city: City) -> UUID:
    wish = CorrectionOrder(HERE, city.department.id, "two_places", "局机关仍在收件")
    return UUID(order_correction(wish, city.ctx("manager")).answer["id"])


def test_an_order_works(city: City) -> None:
    order = ordered(city)
    row = Rectification.objects.get(region_code=HERE)
    assert (row.no, row.due_on) == ("嘉宁市政务纠正〔2026〕1号", date(2026, 3, 16))
    assert code_of(close_correction, CorrectionEnd(HERE, order), city) == "correction_unanswered"
    assert code_of(answer_correction, CorrectionReply(HERE, order, " "), city, "agency") == "correction_reply_empty"
    answer_correction(CorrectionReply(HERE, order, "已停止机关收件，公告窗口受理。"), city.ctx("agency"))
    close_correction(CorrectionEnd(HERE, order), city.ctx("manager"))
    assert code_of(answer_correction, CorrectionReply(HERE, order, "再报"), city, "agency") == "correction_closed"
    assert code_of(close_correction, CorrectionEnd(HERE, order), city) == "correction_closed"
    assert list(examine(HERE, directory())) == []


def test_an_order_is_refused(city: City) -> None:
    ordered(city)
    unit = city.department.id
    for wish, code in (
        (CorrectionOrder(HERE, unit, "two_places", "又收件"), "ordered_already"),
        (CorrectionOrder(HERE, UUID(int=5), "not_in", "未进驻"), "unit_elsewhere"),
        (CorrectionOrder(HERE, unit, "rude", "态度"), "ground_missing"),
        (CorrectionOrder(HERE, unit, "not_in", ""), "correction_empty"),
    ):
        assert code_of(order_correction, wish, city) == code
    with pytest.raises(NotInRoster):
        answer_correction(CorrectionReply(HERE, UUID(int=6), "已改"), city.ctx("agency"))
