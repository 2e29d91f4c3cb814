"""The lists of the window: what stands in them, and that they ask no more for more rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City, on
from tests.faces.window.conftest import Desk, at_desk, words
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.submit import submit
from yichuang.acts.intake.supplement import Supplement, supplement

Play = Callable[[City], str]


def waiting(city: City) -> str:
    wish = city.submission(city.promised, channel="online", user_id=city.people["resident"].id)
    return submit(wish, city.ctx("resident")).no


def corrected(city: City) -> str:
    no = waiting(city)
    notify_correction(CorrectionNotice(on(no), {"map": "缺少比例尺"}), city.ctx("clerk"))
    return no


def returned(city: City) -> str:
    no = corrected(city)
    supplement(Supplement(on(no), shown=frozenset({"map"})), city.ctx("clerk"))
    return no


def taken(city: City) -> str:
    no = waiting(city)
    accept(Acceptance(on(no)), city.ctx("clerk"))
    return no


def proposed(city: City) -> str:
    no = waiting(city)
    propose_refusal(RefusalProposal(on(no), "不属于职权范围"), city.ctx("clerk"))
    return no


def on_the_spot(city: City) -> str:
    no = submit(city.submission(city.instant), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    return no


def granted(city: City) -> str:
    no = on_the_spot(city)
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    return no


LISTS: list[tuple[str, str, Play]] = [
    ("/desk/", "clerk", waiting),
    ("/desk/prereview/", "clerk", waiting),
    ("/desk/supplements/", "clerk", corrected),
    ("/desk/supplements/", "clerk", returned),
    ("/desk/accepted/", "clerk", taken),
    ("/desk/accepted/", "clerk", on_the_spot),
    ("/desk/refusals/", "chief", proposed),
    ("/desk/decisions/", "chief", on_the_spot),
    ("/desk/pickup/", "clerk", granted),
]


@pytest.mark.parametrize(("address", "who", "play"), LISTS)
def test_a_list_shows_its_cases_and_asks_no_more_for_more(city: City, address: str, who: str, play: Play) -> None:
    desk, first = at_desk(city, who), play(city)
    assert f"/desk/{first}/" in words(desk.get(address))
    one = queries(desk, address)
    others = [play(city) for _ in range(3)]
    assert all(f"/desk/{no}/" in words(desk.get(address)) for no in others)
    assert queries(desk, address) == one <= 10


@pytest.mark.parametrize("address", sorted({address for address, _, _ in LISTS}))
def test_an_empty_list_says_so(city: City, address: str) -> None:
    answer = at_desk(city, "chief").get(address)
    assert answer.status_code == 200
    assert "没有" in words(answer) or address == "/desk/"


def test_the_menu_counts(desk: Desk) -> None:
    for play in (waiting, returned, taken):
        play(desk.city)
    page = words(desk.get("/desk/prereview/"))
    assert "网上预审 <em>1</em>" in page
    assert '补正 <em class="hot">1</em>' in page
    assert "待转办 <em>1</em>" in page
    assert all(f"{name} <em>0</em>" in page for name in ("容缺", "缴费", "绿色通道"))


def queries(desk: Desk, address: str) -> int:
    """Return how many queries a page needs."""
    with CaptureQueriesContext(connection) as asked:
        desk.get(address)
    return len(asked)
