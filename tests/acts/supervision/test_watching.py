"""The watch: bit by bit it finds what it finds from nothing; cut short or run twice, nothing is lost or doubled."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import START, City, on
from tests.acts.lives import to_decide, under_review
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.submit import submit
from yichuang.acts.supervision import watching
from yichuang.acts.supervision.watching import watch
from yichuang.law.book import book
from yichuang.records.supervision.models import Alert, Watch

pytestmark = pytest.mark.django_db
LATER = date(2026, 4, 8)
Found = list[tuple[Any, ...]]


class Stopped(Exception):
    """The machine stops here."""


def alerts() -> Found:
    rows = Alert.objects.filter(region_code="990100").order_by("id")
    return list(rows.values_list("id", "rule", "occasion", "on", "ended_on", "evidence"))


def forgotten() -> None:
    Alert.objects.filter(region_code="990100").delete()
    Watch.objects.filter(region_code="990100").delete()


def some_cases(city: City) -> None:
    """One late and undecided, one decided late, one never answered, one in time."""
    under_review(city)
    decide(Decision(on(to_decide(city)), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 20)))
    submit(city.submission(city.promised), city.ctx("clerk"))
    decide(Decision(on(to_decide(city)), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 6)))


def test_day_by_day_finds_what_is_found_from_nothing(city: City) -> None:
    watch("990100", city.ctx("system", START))
    some_cases(city)
    for number in range(0, (LATER - START).days + 1, 3):
        watch("990100", city.ctx("system", START + timedelta(days=number)))
    watch("990100", city.ctx("system", LATER))
    step_by_step = alerts()
    late = {"promise_late", "decision_late", "answer_late", "delivery_late"}
    assert {row[1] for row in step_by_step} == {"near_due", *late}
    forgotten()
    new = watch("990100", city.ctx("system", LATER))
    assert alerts() == step_by_step
    assert new == len(step_by_step)
    assert watch("990100", city.ctx("system", LATER)) == 0
    watch("990100", city.ctx("system", LATER), anew=True)
    assert alerts() == step_by_step


def crashing(monkeypatch: pytest.MonkeyPatch, at: int) -> Iterator[int]:
    """Let the call number `at` of whatever writes or reads a page stop everything, before or after its work."""
    calls = iter(range(1000))
    for name in ("passed", "keep", "looked"):
        whole = getattr(watching, name)

        def stopping(*args: Any, whole: Any = whole) -> Any:
            if next(calls) == at:
                raise Stopped
            done = whole(*args)
            if next(calls) == at:
                raise Stopped
            return done

        monkeypatch.setattr(watching, name, stopping)
    yield from calls


def test_a_run_that_stops_anywhere_loses_and_doubles_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    some_cases(city)
    watch("990100", city.ctx("system", LATER))
    whole = alerts()
    monkeypatch.setattr(watching, "PAGE", 2)
    stops = 0
    for point in range(40):
        forgotten()
        with monkeypatch.context() as patched:
            crashing(patched, point).__next__()
            try:
                watch("990100", city.ctx("system", LATER))
            except Stopped:
                stops += 1
        watch("990100", city.ctx("system", LATER))
        assert alerts() == whole
    assert 10 < stops < 40


def test_another_threshold_makes_the_next_run_look_at_everything(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    some_cases(city)
    ctx = city.ctx("system", LATER)
    found = watch("990100", ctx)
    Alert.objects.filter(region_code="990100").delete()
    assert watch("990100", ctx) < found  # nothing was filed since, no day has passed
    (tmp_path / "local").mkdir()
    told = "{basis: YC, checked_on: 2026-03-01, values: {2026-01-01: 2}}"
    text = f"profile: cn.990100\nname: 嘉宁市\nnorms:\n  pause_watch_limit: {told}\n"
    (tmp_path / "local" / "own.yaml").write_text(text, encoding="utf-8")
    request.addfinalizer(book.cache_clear)
    monkeypatch.setenv("YICHUANG_LAW_DIR", str(tmp_path))
    book.cache_clear()
    watch("990100", ctx)
    assert Alert.objects.filter(region_code="990100").count() == found


def test_a_clock_that_was_set_back_hides_nothing(city: City) -> None:
    watch("990100", city.ctx("system", LATER))
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", date(2026, 3, 20)))
    watch("990100", city.ctx("system", date(2026, 3, 20)))
    assert "promise_late" in {row[1] for row in alerts()}
