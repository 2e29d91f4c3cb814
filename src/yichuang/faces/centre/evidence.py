"""逾期证据: what should have been done by which day, which entry is missing, and who had the case that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.drawn import missed_strip
from yichuang.faces.centre.scope import frame, watched_case
from yichuang.faces.centre.spans import Course, Span, spans_of
from yichuang.faces.centre.words import LAPSES, verb_words
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.clock_rows import DayRow, Reading, cited, day_rows
from yichuang.faces.common.casework.timing import CaseTime, case_time, waiting_since
from yichuang.faces.common.dates import civil
from yichuang.faces.common.labels import term_words
from yichuang.faces.common.strips.drawing import Strip
from yichuang.law.book import book
from yichuang.records.applicants.access import applicant_of
from yichuang.records.applicants.models import ApplicantKind
from yichuang.records.cases.history import Event, events_of, stages_of
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.lapses import Lapse, LapseKind, lapses, late_delivery
from yichuang.rules.masking import mask_name
from yichuang.rules.norms import Norms, Term

CERTIFICATE = "certificate_limit"
_CAN_BE_MADE_GOOD = frozenset({LapseKind.PROMISE, LapseKind.DECISION, LapseKind.DELIVERY})


@dataclass(frozen=True, slots=True)
class Proof:
    """One missed limit with its proof."""

    kind: str
    due: date
    owed: str
    late: int
    done: Event | None
    last: Event | None
    last_words: str
    holders: tuple[Span, ...]
    cited: str
    article: str
    strip: Strip
    days: tuple[DayRow, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a proof is made from."""

    case: CaseFile
    events: Sequence[Event]
    spans: Sequence[Span]
    time: CaseTime
    request: HttpRequest

    @property
    def today(self) -> date:
        """Return the civil date."""
        day: date = self.request.today
        return day

    @property
    def calendar(self) -> Any:
        """Return the calendar of the case."""
        return self.request.directory.calendar(self.case.profile)


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the evidence of one case."""
    case, directory = watched_case(request, no), request.directory
    evidence = evidence_of(request, case)
    return render(
        request,
        "centre/evidence.html",
        frame(request)
        | {
            "case": case,
            "item": version_of(case.item_version_id).item,
            "applicant": shown_applicant(case),
            "state": CaseState(case.state).label,
            "outcome": CaseOutcome(case.outcome).label if case.outcome else "",
            "department": directory.departments[case.department_id],
            "time": evidence.time,
            "proofs": list(_proofs(evidence)),
            "spans": evidence.spans,
        },
    )


def proofs_of(evidence: Evidence) -> list[Proof]:
    """Return the proof of each missed limit of a case."""
    return list(_proofs(evidence))


def evidence_of(request: HttpRequest, case: CaseFile) -> Evidence:
    """Return what the proofs of a case are made from."""
    events, directory = events_of(case.region_code, case.id), request.directory
    time = case_time(case.facts, case.terms, directory.calendar(case.profile), request.today)
    stages = stages_of(case.region_code, case.id)
    spans = spans_of(Course(case, events, stages, time.clock.pauses, directory, request.today))
    return Evidence(case, events, spans, time, request)


def shown_applicant(case: CaseFile) -> str:
    """Return a person's name masked, an organisation's in full."""
    person = applicant_of(case.region_code, case.applicant_id).kind == ApplicantKind.PERSON
    return mask_name(case.applicant_name) if person else str(case.applicant_name)


def _proofs(evidence: Evidence) -> Iterator[Proof]:
    case, today = evidence.case, evidence.today
    for lapse in lapses(case.facts, evidence.time.clock, case.terms, today):
        yield _proof(lapse, evidence, tuple(_days(lapse, evidence)))
    if case.outcome == CaseOutcome.GRANTED:
        limit = _norms(case).term(CERTIFICATE)
        late = late_delivery(case.certificate_by, case.closed_on, today, limit.basis)
        if late is not None:
            yield _proof(late, evidence, explain_term(case.decided_on, limit, evidence.calendar))


def _norms(case: CaseFile) -> Norms:
    return book().norms(case.profile, case.accepted_on or case.received_on)


def _days(lapse: Lapse, evidence: Evidence) -> Sequence[ExplainedDay]:
    """Return the explained days of the limit that was missed."""
    case, clock = evidence.case, evidence.time.clock
    if lapse.kind is LapseKind.ANSWER:
        since = waiting_since(case.facts) or clock.received_on
        return explain_term(since, _answer(case), evidence.calendar) if since else ()
    return explain(clock, case.terms, evidence.calendar, promised=lapse.kind is LapseKind.PROMISE)


def _answer(case: CaseFile) -> Term:
    term: Term = case.terms.answer
    return term


def _proof(lapse: Lapse, evidence: Evidence, days: Sequence[ExplainedDay]) -> Proof:
    until = lapse.done_on or evidence.today
    last = _last(evidence.events, lapse.due)
    made_good = lapse.done_on is not None and lapse.kind in _CAN_BE_MADE_GOOD
    words = _cited(lapse, evidence.case)
    reading = Reading(evidence.time.clock, until, lapse.due, words)
    return Proof(
        kind=LAPSES[lapse.kind],
        due=lapse.due,
        owed="”或“".join(verb_words(verb) for verb in lapse.verbs),
        late=max(evidence.calendar.between(lapse.due, until), 1),
        done=_done(evidence.events, lapse) if made_good else None,
        last=last,
        last_words=verb_words(last.verb) if last else "",
        holders=tuple(span for span in evidence.spans if span.held(lapse.due)),
        cited=words,
        article=_article(lapse.basis),
        strip=missed_strip(days, lapse.due, until, evidence.calendar),
        days=tuple(day_rows(days, reading)),
        open=lapse.done_on is None,
    )


def _last(events: Sequence[Event], day: date) -> Event | None:
    """Return the last entry that stood when the day was over."""
    return next((event for event in reversed(events) if civil(event.at) <= day), None)


def _done(events: Sequence[Event], lapse: Lapse) -> Event | None:
    """Return the entry with which it was done after all."""
    return next((event for event in events if event.verb in lapse.verbs), None)


def _cited(lapse: Lapse, case: CaseFile) -> str:
    """Return the article, or the guide where the limit is a promise."""
    if lapse.kind is LapseKind.PROMISE and case.terms.promised is not None:
        term = case.terms.promised
        number = version_of(case.item_version_id).number
        return f"办事指南第 {number} 版，承诺 {term_words(term.number, term.unit)}"
    return cited(lapse.basis)


def _article(basis: str) -> str:
    """Return the words of the article, where they are at hand."""
    try:
        return book().text(basis) or ""
    except LookupError:
        return ""
