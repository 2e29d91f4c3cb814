"""The answer of `./yc clock`: asked of the rules by the law in force, and shown as JSON (计时结果)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.faces.terminal.clock_question import Question, Wrong
from yichuang.law.book import book
from yichuang.law.shapes import Unknown
from yichuang.rules.clock import Clock, ClockTerms, clock_terms, fold
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.clockwork.promises import may_promise
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.lights import light, remaining
from yichuang.rules.limits import extension_allowed, may_stop_for
from yichuang.rules.norms import Norms, NotInForce, Term, Unit
from yichuang.rules.verdict import Verdict
from yichuang.rules.working_days import Calendar, OutsideCalendar


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that is shown of one question."""

    question: Question
    terms: ClockTerms
    calendar: Calendar
    clock: Clock
    days: tuple[ExplainedDay, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    norms: Norms
    terms: ClockTerms
    calendar: Calendar


def answer(question: Question) -> Answer:
    """Compute a question by the law in force on its day. Raises Wrong with one sentence and the article."""
    try:
        return _answer(question)
    except OutsideCalendar:
        first, last = book().calendar().first, book().calendar().last
        raise Wrong(f"日历只有 {first} 至 {last}，这段时间的到期日算不出来。") from None


def _answer(question: Question) -> Answer:
    on = question.accepted or question.received or question.today
    own = question.item_limit, question.promised_limit
    setting = _setting(question.profile, on, own, question.joint)
    terms, calendar = setting.terms, setting.calendar
    moved = question.movements()
    if moved:
        _check_movements(question, setting)
    clock = fold((*question.facts(), *moved), terms, calendar, as_of=question.today)
    return Answer(question, terms, calendar, clock, explain(clock, terms, calendar))


@lru_cache(maxsize=4096)
def _setting(profile: str, on: date, own: tuple[int | None, int | None], joint: bool) -> _Setting:
    law, (limit, promise) = book(), own
    try:
        norms, calendar = law.norms(profile, on), law.calendar(profile)
        item = None if limit is None else Term(limit, Unit.WORKING_DAY, norms.basis("item_limit_rule"))
        promised = None if promise is None else Term(promise, Unit.WORKING_DAY, norms.basis("decision_limit"))
        terms = clock_terms(norms, item_limit=item, promised=promised, joint=joint)
    except Unknown as error:
        near = f"，是不是 {'、'.join(error.near)}？" if error.near else f"。可用的有：{'、'.join(law.profiles())}。"
        raise Wrong(f"没有“{profile[:40]}”这个适用范围{near}") from None
    except NotInForce:
        raise Wrong(f"{on} 时这里没有有效的办理时限规定。") from None
    _allow(may_promise(promised, statutory=terms.decision, norms=norms, complex_item=True))
    return _Setting(norms, terms, calendar)


def _check_movements(question: Question, setting: _Setting) -> None:
    """Refuse what the law of the place does not know: kinds of stops, lengths of extensions. Raises Wrong."""
    terms, calendar = setting.terms, setting.calendar
    started = fold(question.facts(), terms, calendar, as_of=question.today).started_on
    if started is None:
        raise Wrong(f"还没有受理，时限尚未起算，不能中止或者延期（{cite(terms.decision.basis)}）。")
    for pause in question.pauses:
        _allow(may_stop_for(pause.kind, setting.norms))
        if pause.first < started:
            raise Wrong(f"{pause.first} 时限尚未起算（{started} 起算），不能中止（{cite(terms.pause_basis)}）。")
    if question.extend is not None:
        _allow(extension_allowed(question.extend, setting.norms, joint=question.joint))


def _allow(verdict: Verdict) -> None:
    if not verdict.allowed:
        facts = {name: _words(value) for name, value in verdict.facts.items()}
        what = "；".join(SENTENCES[verdict.code]).format_map(facts)
        raise Wrong(f"{what}（{cite(verdict.basis)}）。")


def _words(fact: object) -> str:
    return "、".join(map(name_of, fact)) if isinstance(fact, tuple) else name_of(str(fact))


@lru_cache(maxsize=4096)
def cite(basis: str) -> str:
    """Return a readable citation; what is no citation stays as it is."""
    return book().named(basis)


def as_facts(found: Answer) -> dict[str, Any]:
    """Return the answer for JSON: dates as ISO strings."""
    clock, terms = found.clock, found.terms
    waiting = answer_days(found)
    return {
        "due_on": _iso(clock.due and clock.due.on),
        "promised_due_on": _iso(clock.promised and clock.promised.on),
        "answer_by": _iso(clock.answer_by),
        "provisional": clock.provisional,
        "light": light(clock, found.question.today).value,
        "days": [_day(day) for day in found.days],
        "received_on": _iso(clock.received_on),
        "accepted_on": _iso(clock.accepted_on),
        "deemed": clock.deemed,
        "started_on": _iso(clock.started_on),
        "limit_days": terms.decision.number,
        "limit_basis": cite(terms.decision.basis),
        "warn_on": _iso(clock.warn_on),
        "remaining": remaining(clock, found.question.today, found.calendar),
        "today": _iso(found.question.today),
        "profile": found.question.profile,
    } | ({"answer_days": [_day(day) for day in waiting]} if waiting else {})


def answer_days(found: Answer) -> tuple[ExplainedDay, ...]:
    """Return the days of the answer that is still owed; () once the application is accepted or closed."""
    clock, since = found.clock, found.question.supplemented or found.question.received
    if clock.due is not None or clock.answer_by is None or clock.closed or since is None:
        return ()
    return explain_term(since, found.terms.answer, found.calendar)


def _day(day: ExplainedDay) -> dict[str, object]:
    return {"on": day.on.isoformat(), "counts": day.counts, "why": day.why, "basis": cite(day.basis)}


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
