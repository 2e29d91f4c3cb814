"""今天受理，哪天答复: the dates that an application of today would get, by the clock of the cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yichuang.faces.common.casework.clock_rows import DayRow, Reading, cited, day_rows
from yichuang.faces.common.strips import Strip, promise_strip, saved_share
from yichuang.law.book import book
from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.clock import Clock, ClockTerms, clock_terms, fold
from yichuang.rules.explain import ExplainedDay, explain
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Norms, NotInForce, Term, Unit
from yichuang.rules.periods import end_of
from yichuang.rules.working_days import Calendar

_LONGEST_STRIP = 66
_START_BASIS = "MFD-201.1"


@dataclass(frozen=True, slots=True)
class Expected:
    """The dates of an application of today. Numbers are working days: promise and law can be compared."""

    today: date
    accepted_on: date
    decided_by: date
    provisional: bool
    on_the_spot: bool
    promised_days: int
    legal_days: int
    saved: int
    strip: Strip | None
    clock: Clock
    terms: ClockTerms
    promised: bool
    days: tuple[ExplainedDay, ...]


def norms_of(department: Department, directory: Directory, today: date) -> Norms:
    """Return the norms that hold for a department today."""
    return book().norms(directory.profile(department.id), today)


def expected(version: ItemVersion, department: Department, directory: Directory, today: date) -> Expected | None:
    """Return what an application of today may expect, or None where no limit is known."""
    if version.statutory_number is None and version.promised_number is None:
        return None
    calendar = directory.calendar(directory.profile(department.id))
    terms = _terms(version, norms_of(department, directory, today))
    if terms is None:
        return None
    accepted_on = _working_day(today, calendar)
    facts = [ClockFact(kind, accepted_on) for kind in (FactKind.RECEIVED, FactKind.ACCEPTED)]
    clock = fold(facts, terms, calendar, as_of=accepted_on)
    spot = version.kind == CaseKind.INSTANT and not version.promised_number
    promised = clock.promised is not None
    due = clock.promised or clock.due
    if due is None or due.on is None:
        return None
    promised_days = 0 if spot else calendar.between(accepted_on, due.on)
    legal_days = _legal_days(version, accepted_on, calendar)
    return Expected(
        today=today,
        accepted_on=accepted_on,
        decided_by=accepted_on if spot else due.on,
        provisional=not spot and due.provisional,
        on_the_spot=spot,
        promised_days=promised_days,
        legal_days=legal_days,
        saved=saved_share(promised_days, legal_days) if legal_days else 0,
        strip=_strip(promised_days, legal_days),
        clock=clock,
        terms=terms,
        promised=promised,
        days=explain(clock, terms, calendar, promised=promised),
    )


def clock_rows(dates: Expected) -> Iterator[DayRow]:
    """Yield the days of the count as rows, the day of acceptance first: it does not count."""
    start = dates.accepted_on
    yield DayRow(start, "s", "h", "不计", "受理当日不计入", cited(_START_BASIS), start == dates.today)
    promise = "本指南公布的承诺时限" if dates.promised else ""
    yield from day_rows(dates.days, Reading(dates.clock, dates.today, dates.decided_by, promise))


def _terms(version: ItemVersion, norms: Norms) -> ClockTerms | None:
    statutory = promised = None
    if version.statutory_number:
        statutory = Term(version.statutory_number, Unit(version.statutory_unit), version.statutory_basis)
    if version.promised_number:
        promised = Term(version.promised_number, Unit(version.promised_unit), "")
    try:
        joint, upward = version.kind == CaseKind.JOINT, version.kind == CaseKind.UPWARD
        return clock_terms(norms, item_limit=statutory, promised=promised, joint=joint, upward=upward)
    except NotInForce:
        return None


def _working_day(on: date, calendar: Calendar) -> date:
    while not calendar.is_working(on):
        on += timedelta(days=1)
    return on


def _legal_days(version: ItemVersion, start: date, calendar: Calendar) -> int:
    """Return the statutory limit in working days from this start, 0 where the item has none of its own."""
    if not version.statutory_number:
        return 0
    term = Term(version.statutory_number, Unit(version.statutory_unit), version.statutory_basis)
    return calendar.between(start, end_of(start, term, calendar))


def _strip(promised: int, legal: int) -> Strip | None:
    """Return the strip of promise beside law, where there is something to compare."""
    if not legal or legal > _LONGEST_STRIP or promised > legal:
        return None
    return promise_strip(promised, legal)
