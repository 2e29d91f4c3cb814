"""Whose turn it is: priority first, nobody waits without end, within a class nobody is overtaken."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from yichuang.rules.hall.fairness import ORDINARY, Waiting, back_in_line, call_order, next_turn

LINE, OTHER = UUID(int=1), UUID(int=2)
START = datetime(2026, 3, 2, 9)


def waiting(*classes: str, line: UUID = LINE) -> list[Waiting]:
    return [
        Waiting(UUID(int=10 + place), line, word, START + timedelta(minutes=place), place + 1)
        for place, word in enumerate(classes)
    ]


def called(rows: list[Waiting], most: int = 2) -> list[str]:
    return [one.priority for one in call_order(rows, {LINE}, priority_run=0, most=most)]


def test_it_works() -> None:
    assert called(waiting("ordinary", "elderly", "ordinary")) == ["elderly", "ordinary", "ordinary"]


def test_after_two_with_priority_an_ordinary_one() -> None:
    rows = waiting("ordinary", "elderly", "military", "disabled", "ordinary")
    assert called(rows) == ["elderly", "military", "ordinary", "disabled", "ordinary"]


def test_nobody_for_this_window() -> None:
    assert next_turn(waiting("ordinary", line=OTHER), {LINE}, priority_run=0, most=2) is None


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["ordinary", "elderly", "appointment", "green"]), max_size=25), st.integers(1, 4))
def test_no_ordinary_one_waits_without_end(classes: list[str], most: int) -> None:
    order = call_order(waiting(*classes), {LINE}, priority_run=0, most=most)
    assert len(order) == len(classes)
    left = classes.count(ORDINARY)
    run = 0
    for one in order:
        run = 0 if one.priority == ORDINARY else run + 1
        left -= one.priority == ORDINARY
        assert run <= most or not left
    for word in set(classes):
        mine = [one.place for one in order if one.priority == word]
        assert mine == sorted(mine)


def test_who_missed_his_call_stands_behind_three() -> None:
    rows = waiting(*["ordinary"] * 5)
    assert back_in_line(rows, START + timedelta(hours=1), 3) == rows[2].queued_at
    assert back_in_line(rows[:2], START + timedelta(hours=1), 3) == START + timedelta(hours=1)
