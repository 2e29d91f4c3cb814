"""The board and its lists: every number is the length of the list behind it, and the queries stay the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.acts.lives import accepted, promised_life, submitted, to_decide, under_review
from tests.acts.walks import silent_life
from yichuang.acts.act import On
from yichuang.acts.handling.pause import Pause, pause

Enter = Callable[[str], Client]
Day = Callable[[date], None]
LATER = date(2026, 3, 13)  # a promise of eight days from 2 March is over


@pytest.fixture
def busy(centre: City, on_day: Day) -> City:
    """Cases of every light on the day after the promise."""
    promised_life(centre)
    silent_life(centre)
    accepted(centre)
    under_review(centre)
    to_decide(centre)
    pause(Pause(On(under_review(centre)), "testing", 3, "水质检测"), centre.ctx("verifier", date(2026, 3, 6)))
    submitted(centre, LATER)
    on_day(LATER)
    return centre


def numbers(page: str) -> list[tuple[str, int]]:
    """Address and number of every figure that is a link to a list."""
    links = re.findall(r'href="(/centre/cases/\?[^"]*)"[^>]*>(?:<span[^>]*>[^<]*</span><b class="num">)?(\d+)<', page)
    return [(address.replace("&amp;", "&"), int(number)) for address, number in links]


def test_every_number_is_the_length_of_its_list(busy: City, enter: Enter) -> None:
    client = enter("supervisor")
    found = numbers(client.get("/centre/").content.decode())
    assert len(found) > 12
    for address, number in found:
        assert client.get(address).context["page"].paginator.count == number, address


def test_the_lights_add_up(busy: City, enter: Enter) -> None:
    sums = enter("manager").get("/centre/").context["sums"]
    assert sums["open"] == sums["red"] + sums["yellow"] + sums["pause"] + sums["green"] == 6
    assert (sums["red"], sums["pause"], sums["done"], sums["deemed"]) == (4, 1, 1, 1)


def test_late_ones_tell_what_is_missing(busy: City, enter: Enter) -> None:
    page = enter("auditor").get("/centre/cases/?light=red").content.decode()
    assert page.count("超过承诺期限") >= 3
    assert "孙*兰" in page
    assert "孙玉兰" not in page


def test_queries_do_not_grow_with_the_rows(centre: City, enter: Enter) -> None:
    client = enter("supervisor")
    counts = []
    for _ in range(2):
        under_review(centre)
        under_review(centre)
        for address in ("/centre/", "/centre/cases/"):
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 12


def test_search_by_number_and_by_name(busy: City, enter: Enter) -> None:
    client = enter("supervisor")
    assert client.get("/centre/cases/?q=jn-2026-000001").context["page"].paginator.count == 1
    assert client.get("/centre/cases/?q=玉兰").context["page"].paginator.count == 7
    assert client.get("/centre/cases/?q=没有这人").context["page"].paginator.count == 0


def test_what_an_address_can_not_mean_is_left_out(busy: City, enter: Enter) -> None:
    page = enter("supervisor").get("/centre/cases/?light=pink&dept=nowhere&kind=x&step=y&flag=z&page=99&region=1")
    assert page.status_code == 200
    assert page.context["page"].paginator.count == 7


@pytest.mark.parametrize("who", ["clerk", "reviewer", "resident"])
def test_others_stay_outside(centre: City, enter: Enter, who: str) -> None:
    assert enter(who).get("/centre/").status_code == 403
