"""Over time (超时限) and near due (临期): the case, day by day as it stood in the morning; and each step of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from ..clock import Clock, fold
from ..facts import ClockFact, FactKind
from ..lights import Light
from ..norms import Norms
from ..working_days import Calendar
from .history import BASIS, Finding, History, RuleKind

_DAY = timedelta(days=1)
_OVER = frozenset({FactKind.DECIDED, FactKind.WITHDRAWN, FactKind.CLOSED})
_UNANSWERED = (FactKind.RECEIVED, FactKind.SUPPLEMENTED)
_LIMITS: Mapping[str, str] = {
    "countersign": "countersign_limit",
    "consultation": "consultation_answer_limit",
    "co_review": "codept_limit",
    "accept_opinion": "accept_opinion_limit",
    "forwarding": "forwarding_limit",
    "lower_review": "forwarding_limit",
    "testing": "inspection_limit",
}
# What is owed after the decision, whether or not the case was closed since: the day is of its own act.
_ON_ITS_WAY = "forward_receipt"  # forwarded, and not yet received above
_AFTERWARDS: Mapping[str, str] = {"after_check": "YSHJ-40.3"}
_Found = dict[tuple[RuleKind, str], Finding]


def over_time(history: History, calendar: Calendar, today: date) -> Iterator[Finding]:
    """Yield what was near due or over time on the morning of some day up to `today` (临期、超时限).

    A day is judged by the facts of the days before it: an extension of that same day comes too late for it, and
    a run at noon finds no other thing than a run a year later. A thing ends with the fact that ends it.

    Basis: XKF-32.1(4), XKF-42, XKF-74, MFD-203.2, S0b-24.2, S3-二(六)1
    """
    found: _Found = {}
    for span in _spans(history, calendar, today):
        standing = {} if span.clock is None else _standing(history, _to_next_morning(span), span.clock)
        _carry(found, standing, span)
    yield from found.values()


class _Span(NamedTuple):
    """Mornings after `on` up to `until` on which the same facts stood; what stood before ends on `ends_on`.

    Without a clock nothing runs any more: decided, withdrawn, refused or closed.
    """

    on: date
    until: date
    ends_on: date
    facts: tuple[ClockFact, ...]
    clock: Clock | None


def _spans(history: History, calendar: Calendar, today: date) -> Iterator[_Span]:
    """Yield the spans of a case from fact to fact; where silence answers a receipt, the one before and after it."""
    days = sorted({fact.on for fact in history.facts if fact.on <= today})
    for number, on in enumerate(days):
        until = days[number + 1] if number + 1 < len(days) else today
        before = tuple(fact for fact in history.facts if fact.on <= on)
        if not _OVER.isdisjoint(fact.kind for fact in before):  # so would the fold say, for more work
            yield _Span(on, until, on, before, None)
            return
        clock = fold(before, history.terms, calendar, as_of=on)
        by = clock.answer_by
        if clock.closed:
            yield _Span(on, until, on, before, None)
            return
        if by is None or clock.accepted_on is not None or not on <= by < until:
            yield _Span(on, until, on, before, clock)
        else:  # silence answers on the day after
            yield _Span(on, by, on, before, clock)
            later = fold(before, history.terms, calendar, as_of=until)
            yield _Span(by, until, by + _DAY, before, later)


def _to_next_morning(span: _Span) -> _Span:
    """Return a span with a morning to look at: what a fact of today leaves standing is seen tomorrow."""
    return span._replace(until=max(span.until, span.on + _DAY))


def _carry(found: _Found, standing: _Found, span: _Span) -> None:
    """End what stands no more with the fact of that day; add what is seen first by the last morning of the span."""
    for key, old in found.items():
        if key not in standing and old.ended_on is None:
            found[key] = replace(old, ended_on=span.ends_on)
    for key, new in standing.items():
        if key not in found and new.on <= span.until:
            found[key] = new
        elif key in found and span.on < span.until:
            found[key] = replace(found[key], ended_on=new.ended_on)


def _standing(history: History, span: _Span, clock: Clock) -> _Found:
    """Return what stands on some morning of a span."""
    found: _Found = {}
    on, until = span.on, span.until
    for rule, due, basis in _limits(span.facts, clock):
        since = max(due, on) + _DAY
        if since <= until:
            found[rule, due.isoformat()] = _made(history, rule, due, basis, since)
    last = _last(clock)
    if clock.warn_on is not None and last is not None:
        rule, since = RuleKind.NEAR_DUE, max(clock.warn_on, on + _DAY)
        if since <= min(until, last):
            near = _made(history, rule, last, BASIS[rule], since)
            found[rule, last.isoformat()] = replace(near, ended_on=last + _DAY) if until > last else near
    return found


def _limits(before: tuple[ClockFact, ...], clock: Clock) -> Iterator[tuple[RuleKind, date, str]]:
    """Yield the limits that run: of the answer, the promised and the statutory one, each with its last day."""
    if clock.answer_by is not None and before[-1].kind in _UNANSWERED:
        yield RuleKind.ANSWER_LATE, clock.answer_by, BASIS[RuleKind.ANSWER_LATE]
    if clock.promised is not None and clock.promised.on is not None:
        yield RuleKind.PROMISE_LATE, clock.promised.on, BASIS[RuleKind.PROMISE_LATE]
    if clock.due is not None and clock.due.on is not None:
        yield RuleKind.DECISION_LATE, clock.due.on, f"{clock.due.basis}, XKF-74"


def _last(clock: Clock) -> date | None:
    """Return the last day that the light goes by."""
    shown = clock.promised or clock.due
    return clock.answer_by if shown is None else shown.on


def _made(history: History, rule: RuleKind, due: date, basis: str, since: date) -> Finding:
    light, told = Light.YELLOW if rule is RuleKind.NEAR_DUE else Light.RED, due.isoformat()
    return Finding(rule, told, light, since, _at_hand(history, since), basis, None, {"due": told})


def _at_hand(history: History, day: date) -> UUID:
    """Return whose turn it was: who has to receive what was forwarded to it, else the case's department."""
    begun = (step for step in history.steps if step.kind == _ON_ITS_WAY and step.opened_on and step.opened_on <= day)
    waits = (step.department_id for step in begun if step.done_on is None or step.done_on >= day)
    return next(waits, history.department_id)


def late_steps(history: History, norms: Norms, today: date) -> Iterator[Finding]:
    """Yield the steps that a department did not finish by their last day (环节超时).

    A closed case owes none but the check of a promise (承诺核查), which comes after the decision.

    Basis: S0b-12, S0b-13, S0h-二(一)1.2, S3-二(六)1, YSHJ-40.3
    """
    for step in history.steps:
        limit, afterwards = _LIMITS.get(step.kind, ""), _AFTERWARDS.get(step.kind, "")
        if not (limit or afterwards) or step.due_on is None:
            continue
        ended = step.done_on or (None if afterwards else history.closed_on)
        if (ended or today) <= step.due_on:
            continue
        norm = norms.get(limit)
        yield Finding(
            RuleKind.STEP_LATE, str(step.id), Light.RED, step.due_on + _DAY, step.department_id,
            norm.basis if norm else afterwards or BASIS[RuleKind.STEP_LATE], ended,
            {"due": step.due_on.isoformat(), "step": step.kind},
        )  # fmt: skip
