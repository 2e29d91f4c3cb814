"""上传链接: how long it is good, for whom, and for how many files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from yichuang.rules.uploads.phone import MINUTES, MOST, Standing, ends_at, is_open, may_answer, may_arrive

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
