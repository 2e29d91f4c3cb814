"""Files, rotation, appraisals, patrols, contacts and visits: what goes into the book, and what does not."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.acts.city import START, City
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.people.appraise import AppraisalWish, appraise
from yichuang.acts.staffing.people.keep_file import FileWish, keep_file
from yichuang.acts.staffing.people.note_contact import ContactNote, note_contact
from yichuang.acts.staffing.people.patrol import PatrolWish, patrol
from yichuang.acts.staffing.people.plan_rotation import RotationPlan, plan_rotation
from yichuang.acts.staffing.units.note_visit import VisitNote, note_visit
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting
from yichuang.records.staffing.models import Appraisal, BackContact, LeaderVisit, Patrol, Rotation, StaffFile
from yichuang.records.staffing.queries import badge_of, born_on, wearer_of
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
HERE, BORN = "990100", date(1980, 6, 1)


def code_of(act: Callable[..., Any], wish: Any, city: City, who: str = "manager", on: date = START) -> str:
    with pytest.raises(Refused) as fault:
        act(wish, city.ctx(who, on))
    return fault.value.code


def a_file(city: City, **other: Any) -> FileWish:
    told = {
        "user_id": city.people["clerk"].id, "employment": "civil_servant", "home_unit": "市水利局",
        "entered_on": START, "born_on": BORN, "work_since": date(2004, 7, 1),
    }  # fmt: skip
    return FileWish(HERE, **(told | other))


def test_a_file_works(city: City) -> None:
    keep_file(a_file(city), city.ctx("manager"))
    keep_file(a_file(city, born_on=None, home_unit="市水利局行政审批科"), city.ctx("manager"))
    row = StaffFile.objects.get(region_code=HERE)
    assert (born_on(row), row.home_unit, row.work_since) == (BORN, "市水利局行政审批科", date(2004, 7, 1))
    told = [str(entry.facts) for entry in Entry.objects.filter(region_code=HERE)]
    told += [str(one.body) for one in Payload.objects.filter(region_code=HERE)]
    assert not any("1980" in words for words in told)  # the date of birth stands nowhere in clear
    assert list(examine(HERE, directory())) == []


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"user_id": UUID(int=3)}, "holds_no_post"),
        ({"employment": "friend"}, "employment_missing"),
        ({"home_unit": " "}, "home_unit_missing"),
        ({"entered_on": date(2026, 3, 3)}, "file_dates"),
        ({"born_on": date(2000, 1, 1)}, "file_dates"),
        ({"point_id": UUID(int=4)}, "point_unknown"),
    ],
)
def test_a_file_is_refused(city: City, other: dict[str, Any], code: str) -> None:
    assert code_of(keep_file, a_file(city, **other), city) == code


def test_a_badge_is_worn_by_one(city: City) -> None:
    keep_file(a_file(city, badge_no=" 0012 "), city.ctx("manager"))
    keep_file(a_file(city, badge_no="0012"), city.ctx("manager"))  # his own, again
    other = a_file(city, user_id=city.people["chief"].id, badge_no="0012")
    assert code_of(keep_file, other, city) == "badge_taken"
    keep_file(a_file(city, user_id=city.people["chief"].id), city.ctx("manager"))
    clerk, chief = city.people["clerk"].id, city.people["chief"].id
    assert (badge_of(HERE, clerk), badge_of(HERE, chief), wearer_of(HERE, "0012")) == ("0012", "", clerk)
    assert [wearer_of(HERE, ""), wearer_of("990192", "0012")] == [None, None]
    assert list(examine(HERE, directory())) == []


def test_only_the_centre_keeps_files(city: City) -> None:
    assert code_of(keep_file, a_file(city), city, "chief") == "not_yours"


def rotation(city: City, who: str = "clerk", first: date = date(2026, 4, 1), place: str = "行政审批科") -> RotationPlan:
    return RotationPlan(HERE, city.people[who].id, False, first, date(2026, 6, 30), place)


def test_a_rotation_works(city: City) -> None:
    plan_rotation(rotation(city), city.ctx("agency"))
    assert Rotation.objects.get(region_code=HERE).place == "行政审批科"
    for wish, who, code in (
        (rotation(city), "agency", "rotation_meets"),
        (rotation(city, "resident"), "manager", "not_your_staff"),
        (rotation(city, first=date(2026, 7, 1)), "manager", "span_odd"),
        (rotation(city, "chief", place=""), "manager", "rotation_place_missing"),
    ):
        assert code_of(plan_rotation, wish, city, who) == code


def posting(city: City, who: str) -> UUID:
    return Posting.objects.get(user=city.people[who]).id


def test_an_appraisal_works(city: City) -> None:
    Posting.objects.filter(user=city.people["clerk"]).update(ends_on=START)
    forget()
    wish = AppraisalWish(HERE, posting(city, "clerk"), "按时到岗，业务熟练。", "excellent")
    filed = appraise(wish, city.ctx("manager"))
    assert filed.answer["no"] == "嘉宁市政务鉴定〔2026〕1号"
    assert Appraisal.objects.get(region_code=HERE).fields["person"] == "clerk"
    assert list(examine(HERE, directory())) == []
    assert code_of(appraise, wish, city) == "appraised_already"


def test_an_appraisal_is_refused(city: City) -> None:
    mine = posting(city, "clerk")
    assert code_of(appraise, AppraisalWish(HERE, mine, "好", "excellent"), city) == "posting_runs"
    Posting.objects.filter(pk=mine).update(ends_on=START)
    forget()
    assert code_of(appraise, AppraisalWish(HERE, mine, "好", "super"), city) == "grade_missing"
    assert code_of(appraise, AppraisalWish(HERE, mine, "  ", "basic"), city) == "appraisal_empty"
    with pytest.raises(NotInRoster):
        appraise(AppraisalWish(HERE, posting(city, "reviewer"), "好", "basic"), city.ctx("manager"))


def test_a_patrol_works(city: City) -> None:
    patrol(PatrolWish(HERE, "away", city.window.id, city.people["clerk"].id, "十点一刻无人"), city.ctx("manager"))
    assert Patrol.objects.get(region_code=HERE).kind == "away"
    assert list(examine(HERE, directory())) == []


@pytest.mark.parametrize(
    ("kind", "whom", "words", "code"),
    [
        ("asleep", "clerk", "无人", "patrol_kind_missing"),
        ("away", "", "无人", "patrol_whom"),
        ("away", "resident", "无人", "patrol_whom"),
        ("away", "manager", "无人", "patrol_oneself"),
        ("away", "clerk", "", "patrol_words_missing"),
    ],
)
def test_a_patrol_is_refused(city: City, kind: str, whom: str, words: str, code: str) -> None:
    user = city.people[whom].id if whom else None
    assert code_of(patrol, PatrolWish(HERE, kind, None, user, words), city) == code


def test_a_contact_without_arrangement_is_flagged(city: City) -> None:
    mine = city.people["reviewer"].id
    note_contact(ContactNote(HERE, mine, START, "送补正材料"), city.ctx("reviewer"))
    note_contact(ContactNote(HERE, mine, START, "约谈", arrangement="分管领导安排"), city.ctx("reviewer"))
    entries = Entry.objects.filter(region_code=HERE, verb="staff.contact_noted").order_by("seq")
    assert [entry.facts["flag"] for entry in entries] == ["contact_unarranged", ""]
    assert BackContact.objects.filter(region_code=HERE, arrangement="").count() == 1


def test_a_contact_is_refused(city: City) -> None:
    clerk, reviewer = city.people["clerk"].id, city.people["reviewer"].id
    assert code_of(note_contact, ContactNote(HERE, clerk, START, "咨询"), city) == "contact_not_behind"
    assert code_of(note_contact, ContactNote(HERE, reviewer, date(2026, 3, 3), "咨询"), city) == "contact_to_come"
    assert code_of(note_contact, ContactNote(HERE, reviewer, START, ""), city) == "contact_words_missing"


def test_a_visit_works(city: City) -> None:
    mine = city.department.id
    note_visit(VisitNote(HERE, mine, START, "局长周明", "解决窗口复印机"), city.ctx("agency"))
    assert LeaderVisit.objects.get(region_code=HERE).leader == "局长周明"
    assert code_of(note_visit, VisitNote(HERE, UUID(int=5), START, "周明"), city) == "visit_not_yours"
    assert code_of(note_visit, VisitNote(HERE, mine, date(2026, 3, 3), "周明"), city) == "visit_to_come"
    assert code_of(note_visit, VisitNote(HERE, mine, date(2024, 12, 31), "周明"), city) == "visit_long_ago"
    assert code_of(note_visit, VisitNote(HERE, mine, START, ""), city) == "visit_leader_missing"
    assert list(examine(HERE, directory())) == []
