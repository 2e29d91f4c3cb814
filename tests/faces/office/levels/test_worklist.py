"""Cases forwarded from below stand in the upper level's worklist: first to be received, then to be claimed."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import on
from tests.acts.levels import district as levels
from tests.acts.levels.district import District
from tests.faces.office.levels.test_level_pages import browser, district, lower, post, pytestmark
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded

__all__ = ["district", "pytestmark"]


def listed(district: District, who: str, tab: str) -> str:
    return browser(district.city, who).get(f"/worklist/?tab={tab}").content.decode()


def taken_up(district: District) -> str:
    """Return a case that the district forwarded."""
    no = lower(district)
    post(district, "town_clerk", no, "forward")
    return no


def test_it_is_received_claimed_and_listed_with_its_light_and_tag(district: District) -> None:
    no, ctx = taken_up(district), district.city.ctx
    page = listed(district, "reviewer", "mine")
    assert no in page
    assert "待接收" in page
    assert "上报件 · 安岭区" in page
    assert no not in listed(district, "reviewer", "unclaimed")
    receive_forwarded(Reception(on(no)), ctx("reviewer"))
    assert no in listed(district, "reviewer", "unclaimed")
    assert no not in listed(district, "reviewer", "mine")
    claim(Claim(on(no)), ctx("reviewer"))
    page = listed(district, "reviewer", "mine")
    assert no in page
    assert 'class="light' in page


def test_the_menu_counts_what_waits_between_the_levels(district: District) -> None:
    client = browser(district.city, "reviewer")
    no = taken_up(district)
    assert client.get("/worklist/").context["nav_counts"]["levels"] == 1
    receive_forwarded(Reception(on(no)), district.city.ctx("reviewer"))
    assert client.get("/worklist/").context["nav_counts"]["levels"] == 0


def test_who_has_no_part_in_it_does_not_see_it(district: District) -> None:
    no = taken_up(district)
    assert no not in listed(district, "town_reviewer", "mine")
    other = levels.at_lower(district)
    assert other not in listed(district, "reviewer", "all")  # still below


def test_the_queries_do_not_grow_with_the_cases(district: District) -> None:
    client, counts = browser(district.city, "reviewer"), []
    for _ in range(2):
        taken_up(district)
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/worklist/?tab=all").status_code == 200
        counts.append(len(seen.captured_queries))
    assert counts[0] == counts[1]
