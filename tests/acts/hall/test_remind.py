"""到号提醒: with three ahead, once, whoever looks and however often."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.records.hall.conftest import SmallHall, at
from yichuang.acts.context import Context
from yichuang.acts.hall.remind import remind, remind_region
from yichuang.records.hall.calling import call_next
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import QueueNumber
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM


@pytest.fixture
def sent(tmp_path: Path, settings: Any) -> Path:
    settings.YICHUANG_SMS, settings.YICHUANG_PUBLIC_URL = str(tmp_path / "sms"), "https://yc.test"
    return tmp_path / "sms"


def five(hall: SmallHall) -> QueueNumber:
    """Four in front, and the fifth left a telephone."""
    for minute in range(4):
        hall.draw(when=at(9, minute))
    here = hall.place()
    line = here.line("A")
    assert line is not None
    return drawn(here, Draw(line, "fifth", phone="13800000001"), at(9, 5))


def test_it_works(hall: SmallHall, sent: Path) -> None:
    row = five(hall)
    assert remind(hall.place(), at(9, 6)) == 0  # four are ahead
    call_next(hall.window())
    assert remind(hall.place(), at(10)) == 1
    (letter,) = sent.iterdir()
    told = json.loads(letter.read_text(encoding="utf-8"))
    assert told["phone"] == "13800000001"
    assert "A005 前面还有 3 人" in told["words"]
    assert f"https://yc.test/number/{row.token}/" in told["words"]


def test_it_is_sent_once(hall: SmallHall, sent: Path) -> None:
    row = five(hall)
    call_next(hall.window())
    assert remind(hall.place(), at(10)) == 1
    assert remind_region("990100", Context(SYSTEM, at(10, 1), directory())) == 0
    QueueNumber.objects.filter(region_code="990100", id=row.id).update(reminded_at=None)  # cut short after sending
    remind(hall.place(), at(10, 2))
    assert len(list(sent.iterdir())) == 1


def test_without_a_messenger_nothing_is_noted(hall: SmallHall, settings: Any) -> None:
    settings.YICHUANG_SMS = ""
    row = five(hall)
    call_next(hall.window())
    assert remind(hall.place(), at(10)) == 0
    row.refresh_from_db()
    assert row.reminded_at is None
