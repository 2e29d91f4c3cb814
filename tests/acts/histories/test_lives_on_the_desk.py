"""Hundreds of random histories for every profile, by the real acts, on the desk only; and each check has teeth."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.acts.histories import desk as desk_module
from tests.acts.histories.living import DAYS, TEETH, desk_of, live
from yichuang.acts import act as frame
from yichuang.acts.consulting import ask as asking
from yichuang.acts.consulting import asked
from yichuang.acts.joint import parts
from yichuang.law.book import book
from yichuang.rules import transitions
from yichuang.rules.moves.shapes import Transition

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # what happens in memory is the same on every database


@pytest.mark.parametrize("kind", sorted(DAYS))
@pytest.mark.parametrize("profile", sorted(book().profiles()))
def test_hundreds_of_histories(profile: str, kind: str) -> None:
    live(desk_of(profile, kind))


def routes_what_is_routed_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row slipped into the table that the acts consult, and into no other copy of it."""
    slipped = Transition("case.routed", "转办", ("reviewing",), "reviewing", "XKF-34.1")
    monkeypatch.setattr(transitions, "TABLE", (*transitions.TABLE, slipped))


def forgets_where_it_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The case stays where it was when it is routed."""
    real = frame.filing_of

    def broken(verb: str, *rest: Any) -> Any:
        filing = real(verb, *rest)
        kept = {name: value for name, value in filing.set.items() if name != "state"}
        return replace(filing, set=kept) if verb == "case.routed" else filing

    monkeypatch.setattr(desk_module, "filing_of", broken)


def counts_a_day_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stored last day of the case is one later than the facts give."""
    real = frame.stored_dates

    def broken(*told: Any) -> dict[str, Any]:
        dates = real(*told)
        return dates | {"due_on": dates["due_on"] and dates["due_on"] + timedelta(days=1)}

    monkeypatch.setattr(frame, "stored_dates", broken)


def extends_a_department_with_its_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extension of the case gives the co-departments days too, where the norms say that it doesn't."""
    real = parts.part_due
    monkeypatch.setattr(
        parts, "part_due", lambda start, terms, *told, **more: real(start, replace(terms, extends=True), *told, **more)
    )


def counts_from_a_late_pickup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who fetches the material late gets all his days from then, where the norms count from the acceptance."""
    monkeypatch.setattr(parts, "part_start", lambda accepted_on, picked_up_on, *_: picked_up_on or accepted_on)


def answers_days_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Departments that are asked get days more than the norms give them."""
    real = asked.due_of
    monkeypatch.setattr(asking, "due_of", lambda *told: real(*told) + timedelta(days=4))


FAULTS = (
    (routes_what_is_routed_already, "cn", "promised"),
    (forgets_where_it_was_sent, "cn.350500", "promised"),
    (counts_a_day_too_many, "cn.990000.land", "promised"),
    (extends_a_department_with_its_case, "cn.500000", "joint"),
    (counts_from_a_late_pickup, "cn.500000", "joint"),
    (answers_days_too_late, "cn.990000.land", "promised"),
)


@pytest.mark.parametrize(("fault", "profile", "kind"), FAULTS, ids=lambda given: getattr(given, "__name__", ""))
def test_what_is_broken_is_caught(fault: Any, profile: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_of(profile, kind)
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        live(desk, examples=3000, **TEETH)
