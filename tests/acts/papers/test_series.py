"""Numbers of papers under eight writers: none missing, none twice, whoever is refused or dies. And it shows."""

from collections.abc import Mapping
from itertools import count
from threading import current_thread
from typing import Any

import pytest
from django.db import connection, connections

from tests.acts.city import City, on
from tests.acts.filing.conftest import busy_city as busy_city
from tests.acts.filing.conftest import open_city as open_city
from tests.acts.filing.crowd import crowd, elsewhere
from tests.acts.lives import submitted
from yichuang.acts.filing import pen
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.records.documents.models import Document
from yichuang.records.documents.series import Series, series_in

R, WRITERS, EACH = "990100", 8, 3
write = pen.write


def dying(*sheet: Any) -> None:
    """Write, but for two of the writers: one breaks down after drawing its number, one loses its session."""
    if current_thread().name == "writer-2":
        raise OSError("no space left")
    if current_thread().name == "writer-5":
        connections["default"].connection.close()
    write(*sheet)


def accepted_by_many(city: City) -> list[Any]:
    """Let eight writers accept three cases each; the last two want the same ones, so that some are refused."""
    cases = elsewhere(lambda: [submitted(city) for _ in range((WRITERS - 1) * EACH)])
    contexts = [[city.ctx("clerk") for _ in range(EACH)] for _ in range(WRITERS)]

    def one(writer: int) -> list[Any]:
        current_thread().name = f"writer-{writer}"
        return [attempt(cases[min(writer, 6) * EACH + n], contexts[writer][n]) for n in range(EACH)]

    return [answer for many in crowd(WRITERS, one) for answer in many]


def attempt(no: str, ctx: Any) -> Any:
    """Accept a case; return the answer, or what went wrong."""
    try:
        return accept(Acceptance(on(no)), ctx)
    except Exception as fault:
        connection.close()
        return fault


def breaks_down(city: City) -> Any:
    """Let a writer break down after drawing its number, before all others."""
    no, ctx = submitted(city), city.ctx("clerk")
    current_thread().name = "writer-2"
    return attempt(no, ctx)


def acceptance_series() -> Series:
    return next(one for one in elsewhere(lambda: series_in(R, 2026)) if one.word == "嘉水许受")


def test_no_number_is_missing_or_twice(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pen, "write", dying)
    found = accepted_by_many(busy_city)
    through = [answer for answer in found if isinstance(answer, Filed)]
    numbers = elsewhere(lambda: Document.objects.filter(region_code=R, kind="acceptance").count())
    assert len(through) == numbers == acceptance_series().last == (WRITERS - 3) * EACH
    assert acceptance_series().found.sound


def test_numbers_from_outside_the_filing_would_leave_gaps(busy_city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a sequence of the database or a counter in memory would draw them."""
    drawn = count(1)

    def outside(run: Any, region_code: str, wanted: Mapping[str, int]) -> dict[str, list[int]]:
        held = draw(run, region_code, wanted)
        return {name: [next(drawn) for _ in held[name]] if "嘉水许受" in name else held[name] for name in wanted}

    draw = pen.draw
    monkeypatch.setattr(pen, "write", dying)
    monkeypatch.setattr(pen, "draw", outside)
    with pytest.raises(OSError, match="no space left"):
        elsewhere(lambda: breaks_down(busy_city))
    accepted_by_many(busy_city)
    assert acceptance_series().found.missing[0][0] == 1
