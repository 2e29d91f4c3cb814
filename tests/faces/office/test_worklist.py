"""The worklist: tabs with exact counts, filters in the address, order, paging, and queries that do not grow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.lives import accepted, submitted, to_decide, under_review
from tests.faces.office.conftest import Login, words
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept

pytestmark = pytest.mark.django_db


def numbers(response: Any) -> list[str]:
    return [row.case.no for row in response.context["rows"]]


def tabs(response: Any) -> dict[str, int]:
    return {key: count for key, _, count, _ in response.context["tabs"]}


def received(city: City, day: date) -> str:
    no = submitted(city, day)
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    return no


def test_it_works(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("reviewer").get("/worklist/?tab=unclaimed")
    assert numbers(response) == [no]
    assert f'href="/cases/{no}/?tab=unclaimed"' in words(response)
    assert "孙*兰" in words(response)


def test_tabs_count_exactly(city: City, as_: Login) -> None:
    mine = under_review(city)
    under_review(city)
    to_decide(city)
    claim(Claim(on(mine)), city.ctx("reviewer"))
    response = as_("reviewer").get("/worklist/")
    assert tabs(response) == {"mine": 1, "unclaimed": 1, "alerts": 0, "done": 1, "all": 3}
    assert numbers(response) == [mine]


def test_only_who_can_do_the_step_sees_it_unclaimed(city: City, as_: Login) -> None:
    review, decision = under_review(city), to_decide(city)
    assert numbers(as_("reviewer").get("/worklist/?tab=unclaimed")) == [review]
    assert numbers(as_("deputy").get("/worklist/?tab=unclaimed")) == [decision]


def test_overdue_first_then_near_then_by_day_and_paused_last(city: City, as_: Login) -> None:
    running, near, late = (received(city, date(2026, *day)) for day in ((3, 3), (2, 26), (2, 10)))
    stopped = received(city, date(2026, 3, 2))
    pause(Pause(on(stopped), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    assert numbers(as_("reviewer").get("/worklist/?tab=all")) == [late, near, running, stopped]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("light=red", 1),
        ("light=yellow", 1),
        ("light=green", 1),
        ("light=pause", 0),
        ("kind=instant", 0),
        ("kind=promised", 3),
    ],
)
def test_filters_by_light_and_kind(city: City, as_: Login, query: str, found: int) -> None:
    for day in ((3, 3), (2, 26), (2, 10)):
        received(city, date(2026, *day))
    assert len(numbers(as_("reviewer").get(f"/worklist/?tab=all&{query}"))) == found


def test_filters_by_step_handler_item_and_day(city: City, as_: Login) -> None:
    early, mine = received(city, date(2026, 2, 26)), under_review(city)
    claim(Claim(on(mine)), city.ctx("reviewer"))
    get, item = as_("reviewer").get, city.promised.item_id
    assert numbers(get("/worklist/?tab=all&step=reviewing&since=2026-03-01")) == [mine]
    assert numbers(get("/worklist/?tab=all&handler=none&until=2026-03-01")) == [early]
    assert numbers(get(f"/worklist/?tab=all&handler={city.people['reviewer'].id}&item={item}")) == [mine]


def test_chips_take_one_filter_away(city: City, as_: Login) -> None:
    received(city, date(2026, 2, 10))
    page = words(as_("reviewer").get("/worklist/?tab=all&light=red&kind=promised"))
    assert 'href="/worklist/?tab=all&amp;kind=promised">超时' in page
    assert 'href="/worklist/?tab=all&amp;light=red">承诺件' in page


def test_what_it_cannot_read_is_left_out(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("reviewer").get("/worklist/?tab=x&light=blue&item=7&since=yesterday&handler=me&page=99")
    assert response.status_code == 200
    assert response.context["listing"].query == "?tab=x"
    assert numbers(as_("reviewer").get("/worklist/?tab=all&light=blue")) == [no]


def test_search_by_number_name_and_item(city: City, as_: Login) -> None:
    no = under_review(city)
    get = as_("reviewer").get
    assert get(f"/worklist/?q={no.lower()}").url == f"/cases/{no}/"
    assert get(f"/worklist/?q={no.replace('-', '')}").url == f"/cases/{no}/"
    assert numbers(get("/worklist/?q=玉兰")) == numbers(get("/worklist/?q=取水")) == [no]
    assert "没有符合这些条件的办件" in words(get("/worklist/?q=JN-2026-999999"))


def test_an_empty_tab_says_what_would_be_here_and_where_to_go(city: City, as_: Login) -> None:
    under_review(city)
    page = words(as_("reviewer").get("/worklist/"))
    assert "没有待您办理的办件" in page
    assert "看待认领 1 件" in page


def test_fifty_rows_a_page(city: City, as_: Login) -> None:
    for _ in range(51):
        submitted(city)
    response = as_("reviewer").get("/worklist/?tab=all")
    assert len(numbers(response)) == 50
    assert response.context["page"].paginator.count == tabs(response)["all"] == 51
    assert len(numbers(as_("reviewer").get("/worklist/?tab=all&page=2"))) == 1


def test_queries_do_not_grow_with_rows(city: City, as_: Login, django_assert_num_queries: Any) -> None:
    client = as_("reviewer")
    for _ in range(3):
        under_review(city)
    with django_assert_num_queries(10):
        client.get("/worklist/?tab=all")
    for _ in range(12):
        under_review(city)
    with django_assert_num_queries(10):
        client.get("/worklist/?tab=all")


def test_keys_are_hooked(city: City, as_: Login) -> None:
    under_review(city)
    page = words(as_("reviewer").get("/worklist/?tab=all"))
    for key in ("j ArrowDown", "k ArrowUp", "x", "Enter", "c"):
        assert f'data-key="{key}"' in page
    assert 'data-key-focus="/"' in page


def test_a_proposed_refusal_comes_to_a_leader(city: City, as_: Login) -> None:
    from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal

    no = submitted(city)
    propose_refusal(RefusalProposal(on(no), "不属于本机关职权"), city.ctx("clerk"))
    response = as_("deputy").get("/worklist/")
    assert numbers(response) == [no]
    assert "不予受理审核" in words(response)
    assert numbers(as_("reviewer").get("/worklist/")) == []


def test_others_are_sent_away(city: City, as_: Login) -> None:
    accepted(city)
    assert as_("resident").get("/worklist/").status_code == 403
    assert as_("clerk").get("/worklist/").status_code == 403
    assert as_("manager").get("/worklist/").status_code == 403
