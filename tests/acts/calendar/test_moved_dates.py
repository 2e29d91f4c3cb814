"""A promise does not move: not with the law, not with the calendar, but for a date that was told as provisional."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted
from yichuang.acts.handling import recompute_due as recompute
from yichuang.acts.handling.amending import recompute_amended
from yichuang.acts.handling.import_calendar import import_calendar
from yichuang.acts.handling.recompute_due import Recomputation, recompute_due
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake import applying
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.sweep import sweep
from yichuang.law.book import SHIPPED, LawBook
from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.org.models import HolidayNotice
from yichuang.rules.verdict import Refused
from yichuang.rules.working_days import YearNotice

pytestmark = pytest.mark.django_db

REGION = "990100"
LATE = date(2026, 12, 4)


@pytest.fixture(autouse=True)
def _papers_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yichuang.acts.sweep.make_missing", lambda *_: type("Made", (), {"count": 0, "faults": []})())


def case(no: str) -> Case:
    return Case.objects.get(region_code=REGION, no=no)


def running(city: City, day: date, limit: int = 20) -> str:
    """Return the number of a case accepted that day without a promise, so that the legal limit is what is told."""
    city.promised.promised_number, city.promised.statutory_number = None, limit
    no = submitted(city, day)
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    return no


def moved_notices(no: str) -> list[Any]:
    rows = Document.objects.filter(region_code=REGION, case_id=case(no).id, kind=DocumentKind.DUE_MOVED)
    return [row.fields for row in rows]


def entries(no: str) -> int:
    return Entry.objects.filter(region_code=REGION, subject_id=case(no).id, verb="case.due_recomputed").count()


def test_what_somebody_did_after_the_run_began_is_left_to_the_next_run(city: City) -> None:
    no, began = running(city, LATE), city.ctx("system", date(2026, 12, 7)).at
    city.import_notice_2027()
    route(Routing(on(no)), city.ctx("clerk", date(2026, 12, 8)))
    assert [left.split()[0] for left in sweep(began).left] == [no]
    assert entries(no) == 0
    assert sweep(city.ctx("system", date(2026, 12, 9)).at).left == []
    assert entries(no) == 1
    times = list(Entry.objects.filter(subject_id=case(no).id).order_by("seq").values_list("recorded_at", flat=True))
    assert times == sorted(times)


def test_a_new_year_holiday_moves_what_is_due_in_the_december_before(city: City) -> None:
    no = running(city, date(2026, 12, 2))
    was = case(no)
    assert (was.due_on.year, was.provisional) == (2026, False)
    off = {date(2026, 12, day): "元旦" for day in (28, 29, 30, 31)} | {date(2027, 1, 1): "元旦"}
    import_calendar(
        YearNotice(2027, off, {}, "NOTICE-2027"), "示例1号", "cn", city.ctx("system", date(2026, 12, 3)).at, ""
    )
    assert case(no).due_on > was.due_on
    assert list(examine(REGION, directory())) == []


def test_a_provisional_date_moves_with_an_entry_and_a_notice(city: City) -> None:
    no = running(city, LATE)
    was = case(no).due_on
    city.import_notice_2027()
    sweep(city.ctx("system", date(2026, 12, 7)).at)
    now = case(no).due_on
    assert was != now
    assert entries(no) == 1
    [told] = moved_notices(no)
    assert (told["was_due_on"], told["due_on"], told["year"]) == (was.isoformat(), now.isoformat(), was.year)
    assert told["notice"] == "国办发明电〔2026〕X号（示例）"


def test_a_second_sweep_says_nothing_more(city: City) -> None:
    no = running(city, LATE)
    city.import_notice_2027()
    for _ in range(2):
        sweep(city.ctx("system", date(2026, 12, 7)).at)
    assert (entries(no), len(moved_notices(no))) == (1, 1)


def test_a_date_in_the_published_years_does_not_move(city: City) -> None:
    no = running(city, date(2026, 11, 2))
    before = case(no)
    city.import_notice_2027()
    sweep(city.ctx("system", date(2026, 12, 7)).at)
    after = case(no)
    assert (after.due_on, after.version, entries(no)) == (before.due_on, before.version, 0)
    with pytest.raises(Refused, match="not_provisional"):
        recompute_due(Recomputation(on(no)), city.ctx("system", date(2026, 12, 7)))


def test_a_notice_that_moves_nothing_needs_no_paper(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = running(city, LATE, limit=21)
    monkeypatch.setattr(recompute, "dates_of", lambda _facts, one, _ctx: _same(case(no)))
    city.import_notice_2027()
    sweep(city.ctx("system", date(2026, 12, 7)).at)
    assert (entries(no), moved_notices(no)) == (1, [])


def test_a_changed_notice_moves_what_counts_its_days_with_an_entry_and_a_notice(city: City) -> None:
    no = running(city, LATE)
    city.import_notice_2027()
    sweep(city.ctx("system", date(2026, 12, 7)).at)
    told, at = case(no).due_on, city.ctx("system", date(2026, 12, 8)).at
    assert recompute_amended(2027, at) == (0, [])
    notice = HolidayNotice.objects.get(year=2027)
    notice.on = {}
    notice.off |= {"2027-01-03": "元旦", "2027-01-05": "元旦"}
    notice.save()
    assert recompute_amended(2027, at) == (1, [])
    assert recompute_amended(2027, at) == (0, [])
    assert case(no).due_on > told
    assert (entries(no), moved_notices(no)[-1]["amended"]) == (2, True)


def test_who_waits_for_acceptance_is_told_of_the_new_day_of_the_answer(city: City) -> None:
    no = submitted(city, date(2026, 12, 25))
    assert Document.objects.get(region_code=REGION, kind="receipt").fields["answer_provisional"]
    city.import_notice_2027()
    for _ in range(2):
        assert not sweep(city.ctx("system", date(2026, 12, 28)).at).left
    assert (case(no).answer_by, entries(no)) == (date(2027, 1, 3), 1)
    [told] = moved_notices(no)
    assert (told["was_answer_by"], told["answer_by"], told["answer_provisional"]) == ("2027-01-04", "2027-01-03", False)
    assert "第三十二条" in told["basis"]


def test_a_changed_notice_moves_the_day_of_the_answer_too(city: City) -> None:
    city.import_notice_2027()
    no = submitted(city, date(2026, 12, 25))
    notice = HolidayNotice.objects.get(year=2027)
    notice.on = {}
    notice.save()
    assert recompute_amended(2027, city.ctx("system", date(2026, 12, 28)).at) == (1, [])
    [told] = moved_notices(no)
    assert (told["amended"], told["was_answer_by"], told["answer_by"]) == (True, "2027-01-03", "2027-01-05")


def test_what_silence_accepted_by_the_new_calendar_is_told_by_its_acceptance(city: City) -> None:
    city.import_notice_2027()
    no = submitted(city, date(2026, 12, 25))
    notice = HolidayNotice.objects.get(year=2027)
    notice.on = {"2027-01-02": "元旦调休"}
    notice.save()
    assert recompute_amended(2027, city.ctx("system", date(2027, 1, 3)).at) == (1, [])
    assert (case(no).deemed, moved_notices(no)) == (True, [])


def test_an_answer_that_stays_on_its_day_needs_no_paper(city: City) -> None:
    no = submitted(city, date(2026, 12, 29))
    assert case(no).provisional
    city.import_notice_2027()
    assert not sweep(city.ctx("system", date(2026, 12, 30)).at).left
    assert (case(no).provisional, entries(no), moved_notices(no)) == (False, 1, [])


def _same(row: Case) -> dict[str, Any]:
    """Return the dates as they stand, under a newer calendar."""
    names = ("accepted_on", "answer_by", "due_on", "promised_due_on", "provisional")
    return {name: getattr(row, name) for name in names} | {"calendar_version": "newer"}


def test_a_changed_norm_leaves_running_cases_alone(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no = submitted(city)
    before = case(no)
    shutil.copytree(SHIPPED, tmp_path / "law", ignore=shutil.ignore_patterns("990000"))
    page = tmp_path / "law" / "national" / "01_acceptance.yaml"
    old = page.read_text(encoding="utf-8")
    page.write_text(old.replace("{2004-07-01: 5}", "{2004-07-01: 5, 2026-03-03: 2}", 1), encoding="utf-8")
    shorter = LawBook((tmp_path / "law",))
    monkeypatch.setattr(applying, "book", lambda: shorter)
    later = case(submitted(city, date(2026, 3, 3)))
    accept(Acceptance(on(no)), city.ctx("clerk", date(2026, 3, 6)))
    route(Routing(on(no)), city.ctx("clerk", date(2026, 3, 6)))
    assert (later.terms["answer_number"], case(no).terms) == (2, before.terms)
    assert (case(no).answer_by, case(no).deemed) == (before.answer_by, False)
