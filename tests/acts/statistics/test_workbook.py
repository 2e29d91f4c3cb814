"""The workbook as a program reads it: numbers are numbers as the page shows them, days are days, no key shows."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.acts.city import City
from tests.acts.lives import promised_life, under_review
from yichuang.acts.statistics.counting import count_region
from yichuang.law.book import book as law
from yichuang.records.org.directory import directory
from yichuang.records.statistics.board import AXES
from yichuang.records.statistics.models import Rollup
from yichuang.records.statistics.workbook import workbook
from yichuang.rules.statistics.measures import MEASURES
from yichuang.rules.statistics.periods import period_of
from yichuang.rules.statistics.registry import FIGURES, title_of

pytestmark = pytest.mark.django_db
REGION, APRIL = "990100", date(2026, 4, 30)
KEY = re.compile(r"[a-z]+_[a-z_]+|[A-Z][A-Za-z0-9]*-[一二三四五六七八九十(\d]")  # on_time_rate, S0f-2.2


def sheets(kind: str) -> dict[str, list[list[Any]]]:
    made = workbook([REGION], period_of(kind, APRIL), directory(), list(AXES), "示例市政务服务中心")
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.fixture
def counted(city: City) -> City:
    promised_life(city)
    under_review(city)
    count_region(REGION, city.ctx("system", APRIL))
    rows = Rollup.objects.filter(region_code=REGION, axis="all", measure__in=("judged", "on_time"))
    Rollup.objects.bulk_create(
        Rollup(region_code=REGION, grain=row.grain, on=date(2026, 4, 1), axis="all", key="", measure=row.measure,
               amount=amount)
        for row, amount in ((rows.get(grain="m", measure="judged"), 3), (rows.get(grain="m", measure="on_time"), 2))
    )  # fmt: skip
    return city


def test_numbers_are_numbers_in_every_period(counted: City) -> None:
    rows = {row[0]: row for row in sheets("month")["指标"]}
    assert rows["按时办结率"][1:] == [0.667, "%", 2.0, 3.0, 1.0, "—"]  # this month, the month before, a year before
    assert rows["受理"][1:] == [0.0, "件", "", "", 2.0, 0.0]
    assert rows["收费"][1:] == [0.0, "元", "", "", 0.0, 0.0]
    assert rows["零超时"][1] == "是"


def test_days_are_days(counted: City) -> None:
    assert sheets("month")["逐日"][1][0] == date(2026, 4, 1)
    months = sheets("year")["逐月"]
    assert months[0] == ["月份", "收件（件）", "受理（件）", "办结（件）", "超时（件）"]
    assert months[3][:3] == [date(2026, 3, 1), 2.0, 2.0]


def test_every_word_is_chinese(counted: City) -> None:
    told = sheets("year")
    words = {cell for rows in told.values() for row in rows for cell in row if isinstance(cell, str)}
    assert [word for word in words if KEY.search(word)] == []
    rows = {row[1]: row for row in told["口径"]}
    assert rows["按时办结率"][3] == "按时办结 ÷ 作出了决定的办结件"
    assert rows["按时办结率"][6] == law().cite(FIGURES["on_time_rate"].basis)
    assert len(rows) == 1 + len(FIGURES)


def test_every_sum_has_a_name() -> None:
    assert [name for name in MEASURES if title_of(name) == name] == []
