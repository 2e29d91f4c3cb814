"""受理通知书: what it must contain."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact


def acceptance_notice(case: CaseFile, fact: ClockFact, ctx: Context, *, deemed: bool = False) -> Paper:
    """Return the 受理通知书 with limits, dates, materials and how to ask for progress."""
    clock = fold((*case.facts, fact), case.terms, ctx.directory.calendar(case.profile), as_of=ctx.today)
    terms = case.terms
    return numbered(
        DocumentKind.ACCEPTANCE, ctx.directory.departments[case.department_id], ctx,
        applicant=case.applicant_name, case_no=case.no, accepted_on=clock.accepted_on, due_on=clock.due.on if clock.due else None,
        promised_due_on=clock.promised.on if clock.promised else None, provisional=clock.provisional,
        deemed=deemed, limit=terms.decision.number, limit_unit=terms.decision.unit.value,
        promised=terms.promised.number if terms.promised else None,
        materials=[material.name for material in case.materials],
    )  # fmt: skip
