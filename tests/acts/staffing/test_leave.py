"""请销假 (R136, R121): a request, its chain, and B who takes over by himself on the days of the leave."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.acts.city import START, City
from tests.acts.passing.people import FIRST, LAST, newcomer
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.end_absence import AbsenceEnd, end_absence
from yichuang.acts.staffing.leave.agree import LeaveAgreement, agree_leave
from yichuang.acts.staffing.leave.ask import LeaveWish, ask_leave
from yichuang.acts.staffing.leave.refuse import LeaveRefusal, refuse_leave
from yichuang.acts.staffing.leave.support import LeaveSupport, support_leave
from yichuang.acts.staffing.leave.withdraw import LeaveWithdrawal, withdraw_leave
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Absence
from yichuang.records.staffing.attendance import Asked, days_of
from yichuang.records.staffing.desk import sign_in
from yichuang.records.staffing.models import LeaveRequest
from yichuang.rules.staff.presence import Mark
from yichuang.rules.staff.roster import Leave
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
HERE = "990100"


def asked(city: City, who: str = "clerk", **other: str) -> UUID:
    leave = Leave(city.people[who].id, FIRST, LAST)
    wish = LeaveWish(HERE, leave, other.get("kind", "annual"), other.get("reason", "回乡探亲"))
    return UUID(ask_leave(wish, city.ctx(who)).answer["id"])


def begun(city: City, on: date) -> None:
    """Somebody of the centre signs in: attendance is kept from that day on."""
    assert sign_in(HERE, city.people["chief"].id, on, city.ctx("chief", on).at)


def test_it_works(city: City) -> None:
    newcomer(city, "b", "window_clerk", b=True)
    request = asked(city)
    support_leave(LeaveSupport(HERE, request, "同意"), city.ctx("chief"))
    assert not Absence.objects.exists()
    agree_leave(LeaveAgreement(HERE, request), city.ctx("manager"))
    days = [FIRST + timedelta(days=n) for n in range(-3, 6)]
    held = [day for day in days if "window_clerk" in city.officer("b", day).roles()]
    assert held == [FIRST, date(2026, 3, 10), LAST]  # B has the window on these days and loses it after
    verbs = list(Entry.objects.filter(region_code=HERE, subject="staff").values_list("verb", flat=True).order_by("seq"))
    assert verbs == ["staff.leave_asked", "staff.leave_supported", "staff.leave_agreed"]
    assert list(examine(HERE, directory())) == []


def test_attendance_shows_leave_and_not_absence(city: City) -> None:
    begun(city, date(2026, 3, 2))
    request = asked(city)
    support_leave(LeaveSupport(HERE, request), city.ctx("chief"))
    agree_leave(LeaveAgreement(HERE, request), city.ctx("manager"))
    span = (date(2026, 3, 6), date(2026, 3, 12))
    days = days_of([city.people["clerk"].id], Asked(HERE, span, date(2026, 3, 20)), directory())
    marks = [day.mark for day in days]
    assert marks == [Mark.ABSENT, Mark.LEAVE, Mark.LEAVE, Mark.LEAVE, Mark.ABSENT]


def test_nobody_is_absent_where_no_attendance_is_kept(city: City) -> None:
    clerk, span = [city.people["clerk"].id], (date(2026, 3, 2), date(2026, 3, 4))
    here = Asked(HERE, span, date(2026, 3, 20))
    assert days_of(clerk, here, directory()) == []
    begun(city, date(2026, 3, 3))
    assert [(day.on.day, day.mark) for day in days_of(clerk, here, directory())] == [(3, Mark.ABSENT), (4, Mark.ABSENT)]


def test_who_is_back_early_ends_it_as_before(city: City) -> None:
    request = asked(city)
    support_leave(LeaveSupport(HERE, request), city.ctx("chief"))
    agree_leave(LeaveAgreement(HERE, request), city.ctx("manager"))
    row = LeaveRequest.objects.get(region_code=HERE, pk=request)
    assert row.absence_id
    end_absence(AbsenceEnd(row.absence_id), city.ctx("clerk", date(2026, 3, 10)))
    assert Absence.objects.get(pk=row.absence_id).ends_on == FIRST


def test_behind_the_window_the_unit_decides_alone(city: City) -> None:
    request = asked(city, "reviewer")
    agree_leave(LeaveAgreement(HERE, request), city.ctx("deputy"))
    assert LeaveRequest.objects.get(region_code=HERE, pk=request).state == "agreed"


@pytest.mark.parametrize(
    ("who", "kind", "reason", "code"),
    [("clerk", "annual", "", "reason_missing"), ("clerk", "holiday", "探亲", "leave_kind_missing"),
     ("resident", "annual", "探亲", "not_yours")],
)  # fmt: skip
def test_asking_is_refused(city: City, who: str, kind: str, reason: str, code: str) -> None:
    with pytest.raises(Refused) as fault:
        asked(city, who, kind=kind, reason=reason)
    assert fault.value.code == code


def test_asking_for_another_twice_or_for_days_past_is_refused(city: City) -> None:
    asked(city)
    mine, other = city.people["clerk"].id, city.people["reviewer"].id
    for leave, code in (
        (Leave(other, FIRST, LAST), "leave_for_oneself"),
        (Leave(mine, LAST, LAST), "away_already"),
        (Leave(mine, START - timedelta(days=2), START), "leave_in_the_past"),
    ):
        with pytest.raises(Refused) as fault:
            ask_leave(LeaveWish(HERE, leave, "sick", "发烧"), city.ctx("clerk"))
        assert fault.value.code == code


@pytest.mark.parametrize(
    ("who", "code"),
    [("clerk", "not_yours"), ("manager", "leave_not_yours"), ("reviewer", "not_yours")],
)
def test_the_unit_comes_first(city: City, who: str, code: str) -> None:
    request = asked(city)
    with pytest.raises(Refused) as fault:
        support_leave(LeaveSupport(HERE, request), city.ctx(who))
    assert fault.value.code == code


def test_nobody_decides_twice_or_skips_a_step(city: City) -> None:
    request = asked(city)
    for act, wish, who, code in (
        (agree_leave, LeaveAgreement(HERE, request), "chief", "leave_unit_first"),
        (agree_leave, LeaveAgreement(HERE, request), "manager", "leave_not_yours"),
        (refuse_leave, LeaveRefusal(HERE, request, " "), "chief", "leave_why_missing"),
        (withdraw_leave, LeaveWithdrawal(HERE, request), "reviewer", "leave_for_oneself"),
    ):
        with pytest.raises(Refused) as fault:
            act(wish, city.ctx(who))  # type: ignore[operator]
        assert fault.value.code == code
    support_leave(LeaveSupport(HERE, request), city.ctx("chief"))
    city.give("chief", "centre_manager")
    with pytest.raises(Refused) as fault:
        agree_leave(LeaveAgreement(HERE, request), city.ctx("chief"))
    assert fault.value.code == "leave_same_person"


def test_an_own_request_is_not_answered_by_oneself(city: City) -> None:
    request = asked(city, "deputy")
    with pytest.raises(Refused) as fault:
        agree_leave(LeaveAgreement(HERE, request), city.ctx("deputy"))
    assert fault.value.code == "leave_own"


def test_a_late_answer_is_refused(city: City) -> None:
    request = asked(city, "reviewer")
    with pytest.raises(Refused) as fault:
        agree_leave(LeaveAgreement(HERE, request), city.ctx("deputy", date(2026, 3, 16)))
    assert fault.value.code == "leave_over"


def test_refused_and_withdrawn_requests_are_closed(city: City) -> None:
    first = asked(city)
    refuse_leave(LeaveRefusal(HERE, first, "当日只有一人值守"), city.ctx("chief"))
    second = asked(city)
    withdraw_leave(LeaveWithdrawal(HERE, second), city.ctx("clerk"))
    for request in (first, second):
        with pytest.raises(Refused) as fault:
            support_leave(LeaveSupport(HERE, request), city.ctx("chief"))
        assert fault.value.code == "leave_answered"
    with pytest.raises(NotInRoster):
        withdraw_leave(LeaveWithdrawal(HERE, UUID(int=7)), city.ctx("clerk"))
    assert list(examine(HERE, directory())) == []
