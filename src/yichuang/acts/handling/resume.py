"""恢复计时: the special procedure is over; the clock runs again from the next day."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, dates_of
from yichuang.acts.context import Context
from yichuang.acts.handling.moving import moved_stages
from yichuang.acts.joint.parts import only_lead
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import due_fields
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import limits
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Resumption:
    """What the special procedure found."""

    on: On
    result: str


@case_act(verb="case.resumed")
def resume(case: CaseFile, wish: Resumption, ctx: Context) -> Work:
    """Let the clock run again and tell the applicant the new date; today is the last day not counted.

    What the procedure was for is put down first: nobody decides without its result.

    Basis: XKF-45, S0h-二(一)1.3
    """
    only_lead(case, "case.resumed", ctx)
    limits.may_resume(clock_of(case, ctx), today=ctx.today).raise_if_refused()
    if not wish.result.strip():
        raise Refused("pause_result_missing", "XKF-45")
    fact = ClockFact(FactKind.RESUMED, ctx.today, pause=case.pause_kind)
    dates = dates_of((*case.facts, fact), case, ctx)
    paper = numbered(
        DocumentKind.RESUME, about(case, ctx), ctx, basis=case.terms.pause_basis, procedure=name_of(case.pause_kind),
        paused_on=next(row.on for row in reversed(case.facts) if row.kind is FactKind.PAUSED),
        **due_fields(dates, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    return Work(
        clock=(fact,), papers=(paper,), change=moved_stages(case, (fact,), ctx), payload={"result": wish.result.strip()}
    )
