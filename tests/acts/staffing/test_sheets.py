"""考核 (R125, R182): forms, sheets with evidence, appeal, review by another, consent of the community."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from tests.acts.city import ZONE, City
from tests.acts.staffing.test_people import HERE, a_file, code_of
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.people.keep_file import keep_file
from yichuang.acts.staffing.people.patrol import PatrolWish, patrol
from yichuang.acts.staffing.sheets.appeal import AppealWish, appeal_sheet
from yichuang.acts.staffing.sheets.consent import ConsentWish, give_consent
from yichuang.acts.staffing.sheets.drafting import Wanted
from yichuang.acts.staffing.sheets.publish_form import FormWish, publish_form
from yichuang.acts.staffing.sheets.review import ReviewWish, review_sheet
from yichuang.acts.staffing.sheets.sign import SheetWish, sign_sheet
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, User
from yichuang.records.staffing.desk import sign_in, sign_out
from yichuang.records.staffing.models import ServicePoint, Sheet
from yichuang.rules.staff.scoring import ItemOf

pytestmark = pytest.mark.django_db
MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 1)
ITEMS = (
    ItemOf("late", "出勤", 40, "late", 2), ItemOf("patrol", "在岗", 30, "patrol", 5),
    ItemOf("way", "作风", 30, "manual"),
)  # fmt: skip


def form(city: City, period: str = "month", subject: str = "person", **other: Any) -> FormWish:
    told = {"title": "窗口人员考核表", "effective_on": date(2026, 1, 1), "items": ITEMS}
    return FormWish(HERE, subject, period, **(told | other))


def month_of(city: City, who: str = "clerk", period: str = "month", **other: Any) -> SheetWish:
    subject = other.pop("subject", "person")
    of = city.window.id if subject == "window" else city.people[who].id
    return SheetWish(Wanted(HERE, subject, of, period, MARCH), **other)


def came(city: City, day: int, hour: int, minute: int = 0) -> None:
    user, on = city.people["clerk"].id, date(2026, 3, day)
    sign_in(HERE, user, on, datetime(2026, 3, day, hour, minute, tzinfo=ZONE))
    sign_out(HERE, user, on, datetime(2026, 3, day, 17, 1, tzinfo=ZONE))


def signed(city: City, **other: Any) -> UUID:
    publish_form(form(city), city.ctx("manager"))
    came(city, 3, 9, 20)
    came(city, 4, 8, 50)
    patrol(PatrolWish(HERE, "away", None, city.people["clerk"].id, "离岗"), city.ctx("manager", date(2026, 3, 5)))
    return UUID(sign_sheet(month_of(city, manual={"way": 28}, **other), city.ctx("manager", APRIL)).answer["id"])


def test_it_works(city: City) -> None:
    sheet = signed(city)
    row = Sheet.objects.get(region_code=HERE)
    assert (row.total, row.grade, row.appeal_by) == (91, "excellent", date(2026, 4, 9))  # 清明 4 to 6 April
    assert row.lines[0]["told"] == [["03-03 迟到 09:20", "考勤 2026-03-03"]]
    appeal_sheet(AppealWish(HERE, sheet, "3月5日外出送件，有告示。"), city.ctx("clerk", date(2026, 4, 9)))
    city.give("deputy", "supervisor")
    forget()
    wish = ReviewWish(HERE, sheet, "情况属实，在岗项不扣分。", {"patrol": 30})
    review_sheet(wish, city.ctx("deputy", date(2026, 4, 10)))
    row = Sheet.objects.get(region_code=HERE)
    assert (row.state, row.total, row.lines[1]["score"]) == ("reviewed", 96, 30)
    assert list(examine(HERE, directory())) == []


def test_who_sent_its_people_answers_for_a_comprehensive_window(city: City) -> None:
    for subject in ("person", "window"):
        publish_form(form(city, subject=subject), city.ctx("manager"))
    keep_file(a_file(city, home_unit=city.department.name), city.ctx("manager"))
    city.window.departments.clear()
    forget()
    for subject in ("person", "window"):
        sign_sheet(month_of(city, subject=subject, manual={"way": 28}), city.ctx("manager", APRIL))
    found = Sheet.objects.filter(region_code=HERE).values_list("department", flat=True)
    assert set(found) == {city.department.id}


def test_a_window_answers_for_its_people(city: City) -> None:
    publish_form(form(city, subject="window"), city.ctx("manager"))
    came(city, 3, 9, 20)
    sign_sheet(month_of(city, subject="window"), city.ctx("manager", APRIL))
    row = Sheet.objects.get(region_code=HERE)
    assert (row.total, row.department_id, row.lines[0]["told"][0][0]) == (
        98,
        city.department.id,
        "clerk 03-03 迟到 09:20",
    )
    appeal_sheet(AppealWish(HERE, row.id, "当日停电。"), city.ctx("chief", APRIL))


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"subject": "car"}, "form_subject"), ({"title": ""}, "form_title_missing"), ({"items": ()}, "form_items"),
        ({"items": ITEMS[:2]}, "form_marks"), ({"items": (ItemOf("a", "甲", 100, "late"),)}, "form_source"),
        ({"period": "week"}, "period_not_used"),
    ],
)  # fmt: skip
def test_a_form_is_refused(city: City, other: dict[str, Any], code: str) -> None:
    subject, period = other.pop("subject", "person"), other.pop("period", "month")
    assert code_of(publish_form, form(city, period, subject, **other), city) == code


def test_an_older_form_is_refused(city: City) -> None:
    publish_form(form(city), city.ctx("manager"))
    assert code_of(publish_form, form(city, effective_on=date(2025, 1, 1)), city) == "form_too_early"


def test_signing_is_refused(city: City) -> None:
    assert code_of(sign_sheet, month_of(city), city, on=APRIL) == "no_form"
    signed(city)
    assert code_of(sign_sheet, month_of(city), city, on=APRIL) == "signed_already"
    assert code_of(sign_sheet, month_of(city, "chief"), city, on=date(2026, 3, 31)) == "period_runs"
    assert code_of(sign_sheet, month_of(city, "manager"), city, on=APRIL) == "sheet_own"
    lifted = month_of(city, "chief", manual={"way": 0}, grade="excellent")
    assert code_of(sign_sheet, lifted, city, on=APRIL) == "grade_too_good"
    with pytest.raises(NotInRoster):
        sign_sheet(month_of(city, "reviewer"), city.ctx("manager", APRIL))


def test_an_appeal_is_refused(city: City) -> None:
    sheet = signed(city)
    with pytest.raises(NotInRoster):
        appeal_sheet(AppealWish(HERE, sheet, "不对"), city.ctx("reviewer", APRIL))
    assert code_of(appeal_sheet, AppealWish(HERE, sheet, " "), city, "clerk", APRIL) == "appeal_empty"
    late = date(2026, 4, 10)
    assert code_of(appeal_sheet, AppealWish(HERE, sheet, "不对"), city, "clerk", late) == "sheet_appeal_late"
    appeal_sheet(AppealWish(HERE, sheet, "不对"), city.ctx("clerk", APRIL))
    assert code_of(appeal_sheet, AppealWish(HERE, sheet, "不对"), city, "clerk", APRIL) == "appealed_already"


def test_a_review_is_refused(city: City) -> None:
    sheet = signed(city)
    city.give("deputy", "supervisor")
    forget()
    assert code_of(review_sheet, ReviewWish(HERE, sheet, "维持"), city, "deputy", APRIL) == "no_appeal"
    appeal_sheet(AppealWish(HERE, sheet, "不对"), city.ctx("clerk", APRIL))
    assert code_of(review_sheet, ReviewWish(HERE, sheet, "维持"), city, "manager", APRIL) == "reviewed_by_signer"
    assert code_of(review_sheet, ReviewWish(HERE, sheet, ""), city, "deputy", APRIL) == "review_empty"
    beyond = ReviewWish(HERE, sheet, "加分", {"patrol": 31})
    assert code_of(review_sheet, beyond, city, "deputy", APRIL) == "points_beyond"


def community(city: City) -> None:
    """Let the clerk serve a community whose committee has a say, under the norms of 辽源."""
    type(city.centre).objects.filter(pk=city.centre.pk).update(profile="cn.220400")
    user = User.objects.create(username="committee", display_name="committee")
    city.people["committee"] = user
    Posting.objects.create(user=user, role="community_committee", centre=city.centre, starts_on=date(2020, 1, 1))
    point = ServicePoint(id=new_id(), region_code=HERE, name="滨河社区", address="滨河路1号", hours="9:00–17:00")
    point.committee_id = user.id
    point.save()
    forget()
    keep_file(a_file(city, point_id=point.id), city.ctx("manager"))
    publish_form(form(city, "year"), city.ctx("manager"))


def test_the_community_agrees_first(city: City) -> None:
    community(city)
    on, whole = date(2027, 1, 5), month_of(city, period="year")
    assert code_of(sign_sheet, whole, city, on=on) == "community_silent"
    give_consent(ConsentWish(HERE, city.people["clerk"].id, 2026, True), city.ctx("committee", on))
    sign_sheet(whole, city.ctx("manager", on))
    assert Sheet.objects.get(region_code=HERE).grade == "excellent"
    assert list(examine(HERE, directory())) == []


def test_against_the_community_nobody_is_competent(city: City) -> None:
    community(city)
    on, mine = date(2027, 1, 5), city.people["clerk"].id
    assert code_of(give_consent, ConsentWish(HERE, mine, 2026, False), city, "committee", on) == "consent_why_missing"
    assert code_of(give_consent, ConsentWish(HERE, mine, 2028, True), city, "committee", on) == "consent_to_come"
    give_consent(ConsentWish(HERE, mine, 2026, False, "长期不在岗"), city.ctx("committee", on))
    again = ConsentWish(HERE, mine, 2026, True)
    assert code_of(give_consent, again, city, "committee", on) == "consent_given_already"
    assert code_of(sign_sheet, month_of(city, period="year"), city, on=on) == "community_against"
    sign_sheet(month_of(city, period="year", grade="basic"), city.ctx("manager", on))
    with pytest.raises(NotInRoster):
        give_consent(ConsentWish(HERE, city.people["chief"].id, 2026, True), city.ctx("committee", on))
