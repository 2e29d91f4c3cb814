"""若现在受理: the dates that an acceptance today would bring, before anybody presses the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.acts.context import Context
from yichuang.faces.common.casework.timing import case_time
from yichuang.faces.common.labels import term_words
from yichuang.faces.common.strips import Strip
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.clock import ClockTerms
from yichuang.rules.explain import ExplainedDay
from yichuang.rules.facts import ClockFact, FactKind


@dataclass(frozen=True, slots=True)
class Dates:
    """What the right side of the desk tells about time."""

    instant: bool
    promised: date | None
    due: date | None
    provisional: bool  # the date that is shown large
    due_provisional: bool
    limits: str
    skipped: str
    strip: Strip
    department: str


def dates_if_accepted(case: CaseFile, ctx: Context) -> Dates:
    """Return the dates of the case as if it were accepted today; a deemed acceptance keeps its own day."""
    facts = (*case.facts, ClockFact(FactKind.ACCEPTED, ctx.today))
    time = case_time(facts, case.terms, ctx.directory.calendar(case.profile), ctx.today)
    clock = time.clock
    return Dates(
        instant=case.kind == CaseKind.INSTANT,
        promised=clock.promised.on if clock.promised else None,
        due=clock.due.on if clock.due else None,
        provisional=time.provisional,
        due_provisional=bool(clock.due and clock.due.provisional),
        limits=_limits(case.terms),
        skipped=_skipped(time.days),
        strip=time.strip,
        department=ctx.directory.departments[case.department_id].short_name,
    )


def _limits(terms: ClockTerms) -> str:
    """Return 承诺 8 个工作日，法定 45 个工作日."""
    legal = f"法定 {term_words(terms.decision.number, terms.decision.unit.value)}"
    if terms.promised is None:
        return legal
    return f"承诺 {term_words(terms.promised.number, terms.promised.unit.value)}，{legal}"


def _skipped(days: Sequence[ExplainedDay]) -> str:
    """Return the reasons for which days do not count: 周末、元旦放假."""
    reasons = dict.fromkeys(day.why for day in days if not day.counts)
    return f"不计：{'、'.join(reasons)}。" if reasons else ""
