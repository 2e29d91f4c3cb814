"""上传链接: how long it is good, for whom, and for how many files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from yichuang.rules.uploads.phone import (
    KEPT_HOURS,
    MINUTES,
    MOST,
    Standing,
    ends_at,
    is_open,
    may_answer,
    may_arrive,
    may_purge,
)

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LINK = Standing(ends_at(AT))


def test_the_first_phone_keeps_the_link() -> None:
    assert may_arrive(LINK, "mine", AT).allowed
    assert may_arrive(replace(LINK, phone="mine"), "mine", AT).allowed
    assert may_arrive(LINK, "mine", ends_at(AT) - timedelta(seconds=1)).allowed


@pytest.mark.parametrize(
    ("change", "minutes", "code"),
    [
        ({}, MINUTES, "upload_over"),
        ({"ended_at": AT}, 0, "upload_ended"),
        ({"phone": "another"}, 0, "upload_other_phone"),
        ({"arrived": MOST}, 0, "upload_many"),
        ({"waits": False}, 0, "upload_not_waited_for"),
    ],
)
def test_what_does_not_come_in(change: dict[str, object], minutes: int, code: str) -> None:
    link = replace(LINK, **change)  # type: ignore[arg-type]
    assert may_arrive(link, "mine", AT + timedelta(minutes=minutes)).code == code
    assert may_arrive(LINK, "", AT).code == "upload_other_phone"
    assert is_open(replace(LINK, phone="another", arrived=MOST), AT).allowed


def test_a_file_is_answered_once() -> None:
    assert may_answer("waiting").allowed
    assert may_answer("taken").code == may_answer("discarded").code == "upload_answered"


@pytest.mark.parametrize(
    ("state", "wanted", "hours", "goes"),
    [
        ("discarded", True, 0, True),
        ("discarded", True, -1, False),
        ("waiting", False, KEPT_HOURS, True),
        ("waiting", False, KEPT_HOURS - 1, False),
        ("waiting", True, 999, False),
        ("taken", False, KEPT_HOURS, True),
        ("taken", True, 999, False),
        ("purged", False, 999, False),
    ],
)
def test_what_is_purged(state: str, wanted: bool, hours: int, goes: bool) -> None:
    verdict = may_purge(state, expires_at=AT, wanted=wanted, at=AT + timedelta(hours=hours))
    assert verdict.allowed is goes
    assert verdict.code == ("allowed" if goes else "upload_kept")
