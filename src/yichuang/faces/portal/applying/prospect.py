"""今天提交会怎样: by when it is answered and decided, by the same clock that the case will have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.acts.intake.applying import terms_of
from yichuang.faces.common.labels import term_words
from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.rules.clock import ClockTerms, fold
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Prospect:
    """What who submits today may expect. `limit`: 8 个工作日; `on_the_spot`: decided when accepted."""

    answer_by: date | None
    accepted_on: date
    decided_by: date | None
    limit: str
    promised: bool
    on_the_spot: bool
    provisional: bool
    answer_provisional: bool


def prospect(version: ItemVersion, department_id: UUID, request: HttpRequest) -> Prospect:
    """Return what an application of today may expect."""
    profile = request.directory.profile(department_id)
    terms = terms_of(version, profile, Context(request.officer, request.at, request.directory))
    return expected(version, terms, request.directory.calendar(profile), request.today)


def expected(version: ItemVersion, terms: ClockTerms, calendar: Calendar, received_on: date) -> Prospect:
    """Return the dates of an application received on a day, if it is accepted on the next working day."""
    receipt = ClockFact(FactKind.RECEIVED, received_on)
    accepted_on = _office_day(received_on, calendar)
    waiting = fold((receipt,), terms, calendar, as_of=received_on)
    running = fold((receipt, ClockFact(FactKind.ACCEPTED, accepted_on)), terms, calendar, as_of=accepted_on)
    due = running.promised or running.due
    limit = terms.promised or terms.decision
    return Prospect(
        answer_by=waiting.answer_by,
        accepted_on=accepted_on,
        decided_by=due.on if due else None,
        limit=term_words(limit.number, limit.unit),
        promised=terms.promised is not None,
        on_the_spot=version.kind == CaseKind.INSTANT and not version.promised_number,
        provisional=bool(due and due.provisional),
        answer_provisional=waiting.answer_by is not None and calendar.provisional(waiting.answer_by),
    )


def _office_day(on: date, calendar: Calendar) -> date:
    while not calendar.is_working(on):
        on += timedelta(days=1)
    return on
