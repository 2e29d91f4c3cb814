"""The pad, the link and the message: who may rate, once and in time; the pad and the second screen clear themselves."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.acts.city import ZONE, City, on
from tests.acts.feedback.walks import RATED, REGION, TOKEN, closed, invited, rating
from tests.acts.test_refusals import refused
from tests.faces.feedback.conftest import Browser, text
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.rating.sweeping import invite_served
from yichuang.faces.common import clock
from yichuang.faces.common.visitors.pads import pad_token
from yichuang.records.feedback.models import Invitation
from yichuang.records.feedback.queries import is_rated

BAD = {"key": "a-key-of-the-pad", "grade": "2", "words": "<script>alert(1)</script>"}


def later(monkeypatch: pytest.MonkeyPatch, **by: int) -> None:
    at = datetime(RATED.year, RATED.month, RATED.day, 10, tzinfo=ZONE) + timedelta(**by)
    monkeypatch.setattr(clock, "now", lambda: at)


def test_the_pad_asks_thanks_and_clears_itself(centre: City, browser: Browser) -> None:
    pad, address = browser(), f"/rate/pad/{pad_token(REGION, centre.window.id)}/"
    assert pad.get(address).headers["Refresh"].startswith("4;")
    no = closed(centre)
    asked = browser("clerk").post(f"/desk/{no}/ask-rating/", {"key": "a-key-of-the-desk"})
    assert asked.status_code == 302
    page = pad.get(address)
    assert (no in text(page), page.headers["Refresh"].startswith("60;")) == (True, True)
    assert "no-store" in page.headers["Cache-Control"]
    assert centre.people["resident"].display_name not in text(page)
    thanked = pad.post(address, BAD | {"case": no}, follow=True)
    assert ("谢谢您的评价" in text(thanked), thanked.headers["Refresh"].startswith("8;")) == (True, True)
    assert (rating(no).channel, rating(no).loop) == ("pad", "open")
    assert no not in text(pad.get(address))
    assert no not in text(pad.post(address, BAD | {"case": no, "key": "another-key-1"}, follow=True))


def test_a_pad_nobody_answers_is_empty_after_its_minutes(
    centre: City, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    no, address = closed(centre), f"/rate/pad/{pad_token(REGION, centre.window.id)}/"
    invited(centre, no, "pad", centre.window.id)
    assert no in text(browser().get(address))
    later(monkeypatch, minutes=6)
    stale = browser().post(address, BAD | {"case": no}, follow=True)
    assert no not in text(stale)
    led_back = browser().get(f"{address}?from=screen")
    assert led_back.headers["Location"] == "/screen/customer/"
    assert browser().get("/rate/pad/forged/").status_code == 404


def test_a_link_is_good_for_its_own_case_once_and_in_time(
    centre: City, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    no, other = closed(centre), closed(centre)
    wish = RatingWish(on(other), 5, invitation=invited(centre, no).id)
    refused("invitation_over", lambda: rate(wish, centre.ctx("system", RATED)))
    visitor = browser()
    later(monkeypatch, days=16)
    assert "已经过期" in text(visitor.get(f"/rate/{TOKEN}/"))
    later(monkeypatch, days=1)
    assert "谢谢" in text(visitor.post(f"/rate/{TOKEN}/", BAD, follow=True))
    assert "已经用过" in text(visitor.post(f"/rate/{TOKEN}/", BAD | {"key": "another-key-1"}))
    page = text(browser("reviewer").get(f"/feedback/ratings/{no}/"))
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_whoever_is_logged_in_as_staff_rates_for_nobody(centre: City, browser: Browser) -> None:
    no, address = closed(centre), f"/rate/pad/{pad_token(REGION, centre.window.id)}/"
    invited(centre, no, "pad", centre.window.id)
    for path in (address, f"/rate/{TOKEN}/"):
        assert browser("clerk").post(path, BAD | {"case": no}).status_code == 403
    assert not is_rated(REGION, Invitation.objects.get(region_code=REGION).case_id)


def test_who_guesses_links_is_stopped(centre: City, browser: Browser) -> None:
    visitor = browser()
    assert {visitor.get(f"/rate/guess-{number}/").status_code for number in range(30)} == {404}
    assert visitor.get("/rate/guess-31/").status_code == 429


def test_the_sweep_sends_one_message_with_a_link_that_rates(centre: City, browser: Browser) -> None:
    no, left = closed(centre), list[str]()
    assert [invite_served(REGION, centre.ctx("system"), 10, left) for _ in range(2)] == [1, 0]
    messages = [json.loads(one.read_text("utf-8")) for one in Path(settings.YICHUANG_SMS).iterdir()]
    assert ([one["phone"] for one in messages], left) == (["13800002207"], [])
    link = messages[0]["words"].split("https://yc.test")[1].split(" ")[0]
    browser().post(link, BAD)
    assert rating(no).channel == "sms"


@pytest.mark.parametrize("unset", ["YICHUANG_SMS", "YICHUANG_PUBLIC_URL"])
def test_without_sender_or_address_nothing_is_promised(centre: City, settings: Any, unset: str) -> None:
    setattr(settings, unset, "")
    closed(centre)
    assert invite_served(REGION, centre.ctx("system", RATED), 10, []) == 0
    assert not Invitation.objects.filter(region_code=REGION).exists()
