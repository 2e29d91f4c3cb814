"""Importing a holiday notice: what it moves, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest

from tests.acts.city import build_city, on
from tests.acts.lives import submitted
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.faces.common import clock
from yichuang.faces.terminal.calendar import main
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import HolidayNotice

pytestmark = pytest.mark.django_db
GOOD = """
year: 2027
title: 示例
number: 示例〔2026〕1号
holidays:
  - name: 元旦
    rest: [[2027-01-01, 2027-01-04]]
    work: [2027-01-09]
"""


def test_a_provisional_date_moves_with_an_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = build_city()
    no = submitted(city, date(2026, 12, 4))
    accept(Acceptance(on(no)), city.ctx("clerk", date(2026, 12, 4)))
    monkeypatch.setattr(clock, "now", lambda: city.ctx("clerk", date(2026, 12, 7)).at)
    before = Case.objects.get(region_code="990100", no=no)
    assert (before.due_on, before.provisional) == (date(2027, 1, 4), True)
    (tmp_path / "2027.yaml").write_text(GOOD, encoding="utf-8")
    assert main(["import", str(tmp_path / "2027.yaml")]) == 0
    after = Case.objects.get(region_code="990100", no=no)
    assert (after.due_on, after.provisional) == (date(2027, 1, 5), False)
    assert Entry.objects.filter(region_code="990100", subject_id=after.id, verb="case.due_recomputed").count() == 1
    assert HolidayNotice.objects.get().imported_by.startswith("命令行（")


@pytest.mark.parametrize("text", ["year: 2027", GOOD.replace("2027-01-01", "2028-01-01"), "不是通知", "[1, 2"])
def test_a_faulty_notice_changes_nothing(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    assert main(["import", str(tmp_path / "bad.yaml")]) == 2
    assert "没有导入" in capsys.readouterr().err
    assert not HolidayNotice.objects.exists()
