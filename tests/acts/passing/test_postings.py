"""Every change of a posting goes through the centre's book, and the doctor sees whoever writes past it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.agree_posting import PostingConsent, agree_posting
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.end_posting import PostingEnd, end_posting
from yichuang.acts.staffing.open_roster import RosterOpening, open_roster
from yichuang.acts.staffing.post_person import NewPosting, post_person
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, User
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def wished(city: City, **more: Any) -> NewPosting:
    user = User.objects.get_or_create(username="newcomer", defaults={"display_name": "新人"})[0]
    told = {"role": "reviewer", "department_id": city.department.id, "basis": "嘉水人〔2026〕3号"} | more
    return NewPosting(told.pop("user_id", user.id), told.pop("role"), "990100", told.pop("starts_on", TODAY), **told)


def posting_of(who: str, role: str) -> Posting:
    return Posting.objects.get(user__username=who, role=role)


def found() -> list[str]:
    return [finding.code for finding in examine("990100", directory())]


def test_it_works(city: City) -> None:
    city.give("chief", "centre_manager")
    forget()
    post_person(wished(city), city.ctx("agency"))
    forget()
    assert posting_of("newcomer", "reviewer").starts_on == TODAY
    end_posting(PostingEnd(posting_of("reviewer", "reviewer").id, "嘉水人〔2026〕4号"), city.ctx("chief"))
    forget()
    assert posting_of("reviewer", "reviewer").ends_on == TODAY
    entries = Entry.objects.filter(region_code="990100", subject="staff").order_by("seq")
    assert [entry.verb for entry in entries] == ["staff.posted", "staff.posting_ended"]
    assert len(entries[0].facts["known"]) == Posting.objects.count() - 1
    assert found() == []


def test_a_replacement_at_the_window_waits_for_the_centre(city: City) -> None:
    city.give("chief", "centre_manager")
    forget()
    old = posting_of("clerk", "window_clerk")
    window = {"role": "window_clerk", "window_id": city.window.id}
    with pytest.raises(Refused, match="posting_replaces"):
        post_person(wished(city, **window), city.ctx("agency"))
    made = post_person(wished(city, **window, replaces=old.id), city.ctx("agency"))
    forget()
    new = posting_of("newcomer", "window_clerk")
    assert not directory().officer(new.user_id, TODAY).roles()
    agree_posting(PostingConsent(made.answer["id"]), city.ctx("chief"))
    forget()
    assert posting_of("newcomer", "window_clerk").consented_on == TODAY
    assert found() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [({"role": "agency_head"}, "column_differs"), ({"ends_on": date(2027, 1, 1)}, "column_differs")],
)
def test_a_quiet_change_is_found(city: City, change: dict[str, Any], code: str) -> None:
    city.give("chief", "centre_manager")
    forget()
    open_roster(RosterOpening("990100"), city.ctx("chief"))
    with pytest.raises(NotInRoster):
        open_roster(RosterOpening("990100"), city.ctx("chief"))
    assert found() == []
    Posting.objects.filter(user__username="reviewer").update(**change)
    assert found() == [code]


def test_a_posting_written_past_the_book_is_found(city: City) -> None:
    city.give("chief", "centre_manager")
    forget()
    open_roster(RosterOpening("990100"), city.ctx("chief"))
    city.give("clerk", "verifier")
    assert found() == ["row_unexplained"]


@pytest.mark.parametrize(
    ("more", "who", "code"),
    [
        ({}, "reviewer", "posting_not_yours"),
        ({"role": "agency_head"}, "agency", "posting_not_yours"),
        ({"basis": " "}, "agency", "posting_basis_missing"),
        ({"starts_on": date(2026, 3, 1)}, "agency", "posting_span"),
        ({"ends_on": date(2026, 3, 1)}, "agency", "posting_span"),
        ({"role": "window_clerk"}, "agency", "posting_place"),
    ],
)
def test_refusals(city: City, more: dict[str, Any], who: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        post_person(wished(city, **more), city.ctx(who))


def test_nobody_posts_himself_or_twice(city: City) -> None:
    with pytest.raises(Refused, match="posting_own"):
        post_person(wished(city, user_id=city.people["agency"].id), city.ctx("agency"))
    with pytest.raises(Refused, match="posting_twice"):
        post_person(wished(city, user_id=city.people["reviewer"].id), city.ctx("agency"))
