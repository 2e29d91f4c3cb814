"""恢复计时: the special procedure is over; the clock runs again from the next day."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, dates_of
from yichuang.acts.context import Context
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import limits
from yichuang.rules.facts import ClockFact, FactKind


@dataclass(frozen=True, slots=True)
class Resumption:
    """What the special procedure found."""

    on: On
    result: str = ""


@case_act(verb="case.resumed")
def resume(case: CaseFile, wish: Resumption, ctx: Context) -> Work:
    """Let the clock run again and tell the applicant the new date; today is the last day not counted.

    Basis: XKF-45
    """
    limits.may_resume(clock_of(case, ctx), today=ctx.today).raise_if_refused()
    fact = ClockFact(FactKind.RESUMED, ctx.today, pause=case.pause_kind)
    dates = dates_of((*case.facts, fact), case, ctx)
    paper = numbered(
        DocumentKind.RESUME, ctx.directory.departments[case.department_id], ctx, applicant=case.applicant_name,
        case_no=case.no, procedure=case.pause_kind, due_on=dates["due_on"], promised_due_on=dates["promised_due_on"],
        provisional=dates["provisional"],
    )  # fmt: skip
    return Work(clock=(fact,), papers=(paper,), payload={"result": wish.result})
