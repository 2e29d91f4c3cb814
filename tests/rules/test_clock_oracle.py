"""The clock equals the day walker on random histories; and the harness notices a clock that is wrong.

The number of histories is YC_EXAMPLES (1,500 by default; the long run takes 100,000).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

from tests.rules import oracle
from tests.rules.histories import History, histories
from yichuang.rules import clock as clock_module
from yichuang.rules.clock import Clock, fold
from yichuang.rules.clockwork import pauses as pauses_module
from yichuang.rules.clockwork.counting import Span, Stop, last_counted
from yichuang.rules.explain import explain
from yichuang.rules.facts import FactKind
from yichuang.rules.lights import light
from yichuang.rules.norms import Unit
from yichuang.rules.working_days import Calendar

EXAMPLES = int(os.environ.get("YC_EXAMPLES", "1500"))
SLOW = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
TEETH = settings(
    max_examples=20000, deadline=None, database=None, phases=[Phase.generate], derandomize=True,
    report_multiple_bugs=False, suppress_health_check=list(HealthCheck),
)  # fmt: skip
Fold = Callable[[History], Clock]


def plain(case: History) -> Clock:
    return fold(case.facts, case.terms, case.calendar, as_of=case.as_of)


def compare(case: History, of: Fold) -> None:
    """Ask both for everything and insist that they agree."""
    clock, other = of(case), oracle.opinion(case.events, case.stopped, case.rules, case.almanac, case.as_of)
    due, promised = clock.due and clock.due.on, clock.promised and clock.promised.on
    assert clock.received_on == other.received
    assert (clock.accepted_on, clock.deemed, clock.started_on) == (other.accepted, other.deemed, other.started)
    assert (clock.answer_by, clock.correcting, clock.closed) == (other.answer_by, other.correcting, other.closed)
    assert (due, promised, clock.warn_on) == (other.due, other.promised, other.warn)
    assert clock.provisional == other.provisional
    assert light(clock, case.as_of).value == other.light
    explained = explain(clock, case.terms, case.calendar)
    if due is not None:
        assert [(day.on, day.counts) for day in explained] == other.days
        assert [day.on for day in explained if day.counts][-1] == due
        assert all(day.why and day.basis for day in explained if not day.counts or day.on == due)
    elif clock.due is not None:
        together = min(len(explained), len(other.days))
        assert [(day.on, day.counts) for day in explained[:together]] == other.days[:together]


@SLOW
@given(histories())
def test_the_clock_equals_the_walker(case: History) -> None:
    compare(case, plain)


def counts_the_last_day_of_a_pause(case: History) -> Clock:
    facts = [
        fact._replace(on=fact.on - timedelta(days=1)) if fact.kind is FactKind.RESUMED else fact for fact in case.facts
    ]
    return fold(facts, case.terms, case.calendar, as_of=case.as_of)


def forgets_silence(case: History) -> Clock:
    return fold(case.facts, replace(case.terms, deemed=False), case.calendar, as_of=case.as_of)


def accepts_a_day_too_early(case: History) -> Clock:
    return fold(case.facts, case.terms, case.calendar, as_of=case.as_of + timedelta(days=1))


def forgets_the_extension(case: History) -> Clock:
    facts = [fact for fact in case.facts if fact.kind is not FactKind.EXTENDED]
    return fold(facts, case.terms, case.calendar, as_of=case.as_of)


def honours_a_late_notice(case: History) -> Clock:
    answer = replace(case.terms.answer, number=case.terms.answer.number + 1)
    return fold(case.facts, replace(case.terms, answer=answer), case.calendar, as_of=case.as_of)


BROKEN = [
    counts_the_last_day_of_a_pause,
    forgets_silence,
    accepts_a_day_too_early,
    forgets_the_extension,
    honours_a_late_notice,
]


def must_catch(of: Fold) -> None:
    @TEETH
    @given(histories())
    def same(case: History) -> None:
        compare(case, of)

    with pytest.raises(AssertionError):
        same()


@pytest.mark.parametrize("of", BROKEN)
def test_a_wrong_clock_is_caught(of: Fold) -> None:
    must_catch(of)


def ignores_what_touches(start: int, span: Span, stops: list[Stop], calendar: Calendar) -> int | None:
    """Count over touching pauses as if the second did not exist."""
    kept = [stop for n, stop in enumerate(stops) if n == 0 or stops[n - 1].last != stop.before]
    return last_counted(start, span, kept, calendar)


def lets_any_open_pause_hold(start: int, span: Span, stops: list[Stop], calendar: Calendar) -> int | None:
    """Let a pause that began after the due day take the due day away."""
    return None if any(stop.last is None for stop in stops) else last_counted(start, span, stops, calendar)


@pytest.mark.parametrize("wrong", [ignores_what_touches, lets_any_open_pause_hold])
def test_wrong_counting_is_caught(wrong: Callable[..., int | None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "last_counted", wrong)
    must_catch(plain)


def test_counting_shared_days_twice_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses_module, "_apart", tuple)
    must_catch(plain)


@settings(SLOW, max_examples=min(EXAMPLES, 300))
@given(histories())
def test_the_order_of_days_does_not_matter(case: History) -> None:
    in_order = sorted(case.facts, key=lambda fact: fact.on)
    assert fold(in_order, case.terms, case.calendar, as_of=case.as_of) == plain(case)


WANTED = {
    "deemed": lambda clock, case: clock.deemed,
    "deemed after a supplement": lambda clock, case: clock.deemed and clock.started_on != clock.received_on,
    "waiting for a supplement": lambda clock, case: clock.correcting,
    "from the receipt": lambda clock, case: clock.started_on and clock.started_on != clock.accepted_on,
    "open pause": lambda clock, case: clock.due is not None and clock.due.on is None,
    "touching pauses": lambda clock, case: any(
        before.last and before.last + timedelta(days=1) == after.first for before, after in pairwise(clock.pauses)
    ),
    "provisional": lambda clock, case: clock.provisional,
    "extended": lambda clock, case: clock.due is not None and clock.extension_days > 0,
    "running days": lambda clock, case: clock.due is not None and clock.due.limit.unit is not Unit.WORKING_DAY,
}


@pytest.mark.parametrize("name", WANTED)
def test_the_histories_contain(name: str) -> None:
    def wanted(case: History) -> bool:
        return bool(WANTED[name](plain(case), case))

    find(histories(), wanted, settings=settings(max_examples=2000, database=None, phases=[Phase.generate]))
