"""八个通知同时到: one booking, whatever the database; and one cash desk beside the gateway."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.acts.city import on
from tests.acts.fees.desk import CASH, DAY, REGION, mining_city
from tests.acts.fees.test_gateway import Wire
from tests.acts.filing import crowd
from yichuang.acts.fees.collect import Takings, collect_fee
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.records.fees.models import Collection, Fee
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused


@pytest.fixture
def busy(emptied: None, transactional_db: None, tmp_path: Path) -> Iterator[Wire]:
    wire = Wire(mining_city(), tmp_path)
    if connection.vendor == "sqlite":
        crowd.COPY[:] = [str(tmp_path / "busy.sqlite3")]
        with sqlite3.connect(crowd.COPY[0]) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=WAL")  # once, as an installation does: many at once can not
    yield wire
    crowd.COPY.clear()


def booked() -> list[tuple[str, str]]:
    rows = Collection.objects.filter(region_code=REGION).order_by("id")
    return list(rows.values_list("method", "standing"))


def test_eight_call_backs_make_one_booking(busy: Wire) -> None:
    notices = [busy.notice() for _ in range(8)]
    found = crowd.crowd(8, lambda n: busy.tell(notices[n]))
    assert [getattr(answer, "taken", answer) for answer in found] == [True] * 8
    assert sum(not answer.filed.repeated for answer in found) == 1
    assert crowd.elsewhere(booked) == [("online", "settled")]
    assert crowd.elsewhere(lambda: list(examine(REGION, directory()))) == []


def test_desk_and_gateway_at_once(busy: Wire) -> None:
    desk = busy.city.ctx("clerk", DAY)
    notices = [busy.notice(trade_no=f"SB{n}") for n in range(4)]
    wish = Takings(on(busy.no), "cash", tendered=CASH)
    found = crowd.crowd(5, lambda n: busy.tell(notices[n]) if n < 4 else collect_fee(wish, desk))
    taken = isinstance(found[4], (Refused, Conflict)) + sum(getattr(one, "taken", False) for one in found[:4])
    assert taken >= 4, found
    rows = crowd.elsewhere(booked)
    assert [standing for _, standing in rows].count("settled") == 1
    assert sum(method == "online" for method, _ in rows) == 4
    assert crowd.elsewhere(lambda: Fee.objects.get(region_code=REGION).paid_on) == DAY
    assert crowd.elsewhere(lambda: list(examine(REGION, directory()))) == []
