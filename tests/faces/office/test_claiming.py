"""Claiming one and many: how many change, why others do not, each case an act of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted, to_decide, under_review
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting

pytestmark = pytest.mark.django_db
KEY = "k" * 24


def tickets(*numbers: str) -> list[str]:
    return [f"{no}:{case_of(no).version}" for no in numbers]


def claim_many(client: Any, *numbers: str, sure: str = "1", key: str = KEY) -> Any:
    return client.post(
        "/worklist/claim/?tab=unclaimed", {"case": tickets(*numbers), "sure": sure, "key": key}, follow=True
    )


def test_it_works(city: City, as_: Login) -> None:
    one, two = under_review(city), under_review(city)
    page = words(claim_many(as_("reviewer"), one, two))
    assert "已认领 2 件。" in page
    assert {case_of(no).handler_id for no in (one, two)} == {city.people["reviewer"].id}


def test_says_how_many_will_change_and_why_others_will_not(city: City, as_: Login) -> None:
    can, mine, decision = under_review(city), under_review(city), to_decide(city)
    claim(Claim(on(mine)), city.ctx("reviewer"))
    page = words(claim_many(as_("reviewer"), can, mine, decision, sure=""))
    assert "认领 1 件，2 件不能认领" in page
    assert "已由您经办" in page
    assert "“决定”不在您的岗位职责内" in page
    assert case_of(can).handler_id is None


def test_does_what_it_can_and_tells_the_rest(city: City, as_: Login) -> None:
    can, early, decision = under_review(city), submitted(city), to_decide(city)
    page = words(claim_many(as_("reviewer"), can, early, decision))
    assert "已认领 1 件。2 件没有认领" in page
    assert case_of(can).handler_id == city.people["reviewer"].id
    assert case_of(decision).handler_id is None


def test_a_row_that_moved_on_is_left_alone(city: City, as_: Login) -> None:
    no = under_review(city)
    stale = tickets(no)
    claim(Claim(on(no)), city.ctx("reviewer"))
    other = {"case": stale, "sure": "1", "key": KEY}
    page = words(as_("chief").post("/worklist/claim/", other, follow=True))
    assert "没有认领。1 件没有认领" in page
    assert case_of(no).handler_id == city.people["reviewer"].id


def test_a_repeated_form_changes_nothing(city: City, as_: Login) -> None:
    no = under_review(city)
    client, posted = as_("reviewer"), {"case": tickets(no), "sure": "1", "key": KEY}
    client.post("/worklist/claim/", posted)
    version = case_of(no).version
    assert "已认领 1 件。" in words(client.post("/worklist/claim/", posted, follow=True))
    assert case_of(no).version == version


def test_nothing_ticked_says_so(city: City, as_: Login) -> None:
    assert "没有选办件" in words(as_("reviewer").post("/worklist/claim/", {"key": KEY}, follow=True))


def test_a_form_without_a_key_is_refused(city: City, as_: Login) -> None:
    no = under_review(city)
    response = claim_many(as_("reviewer"), no, key="")
    assert response.status_code == 422
    assert case_of(no).handler_id is None


def test_one_case_is_claimed_from_its_page(city: City, as_: Login) -> None:
    no = under_review(city)
    page = words(as_("reviewer").post(f"/cases/{no}/claim/", form(no), follow=True))
    assert f"已认领 {no}" in page
    assert case_of(no).handler_id == city.people["reviewer"].id


def test_taking_over_from_a_colleague_is_told_beforehand(city: City, as_: Login) -> None:
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer"))
    page = words(as_("reviewer").get("/worklist/?tab=all"))
    assert 'data-why="已由您经办"' in page


def test_the_row_says_why_whoever_reviewed_may_not_take_the_verification(city: City, as_: Login) -> None:
    """S1-一审一核: one person holds both posts; the next step of his own case is not offered to him."""
    both = city.people["reviewer"]
    Posting.objects.create(
        user=both, role="verifier", centre=city.centre, department=city.department, starts_on=date(2020, 1, 1)
    )
    forget()
    no = under_review(city)
    review(Review(on(no), True, "符合条件。"), city.ctx("reviewer", date(2026, 3, 4)))
    page = words(as_("reviewer").get("/worklist/?tab=unclaimed"))
    assert no in page
    assert "不能认领：" in page
    assert "不能认领：" not in words(as_("verifier").get("/worklist/?tab=unclaimed"))
