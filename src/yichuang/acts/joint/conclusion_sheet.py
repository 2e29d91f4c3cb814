"""审批结论书: one numbered paper for each co-department, open to the applicant; and the record of a default."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.about import About, about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.records.cases.models import Conclusion, Effect
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.joint.conclusions import DISAGREE, Concluded, basis_of

DEFAULT_TITLE = "协办结论认定书"


def conclusion_sheet(case: CaseFile, part: StageView, given: Concluded, ctx: Context) -> Paper:
    """Return the conclusion sheet of a co-department; 不同意 tells reasons and remedies, 同意 what goes with it.

    Basis: XKF-26.2, S0h-二(二)1, S0h-二(三)3
    """
    subject = _of(case, part.department_id, ctx)
    basis = basis_of(given.conclusion, norms_of(case))
    remedies = remedy_fields(case, ctx, part.department_id) if given.conclusion == DISAGREE else {}
    return numbered(
        DocumentKind.CO_CONCLUSION, subject, ctx, basis=basis, conclusion=given.conclusion,
        conclusion_words=str(Conclusion(given.conclusion).label), reason=given.opinion, accepted_on=case.accepted_on,
        lead=ctx.directory.departments[case.department_id].name, due_on=part.due_on, effect=Effect.GIVEN.value,
        **given.particulars.told(), **remedies,
    )  # fmt: skip


def default_sheet(  # noqa: PLR0913 - each is told on the paper
    case: CaseFile, part: StageView, effect: str, basis: str, ctx: Context, *, met: bool = False
) -> Paper:
    """Return the lead's record that a silent, absent or irregular co-department counts as agreeing (默认同意).

    `met`: it came about at the meeting that ends today, not by the end of the term.

    Basis: S0h-二(三)1
    """
    silent = ctx.directory.departments[part.department_id].name
    return numbered(
        DocumentKind.CO_CONCLUSION, about(case, ctx), ctx, basis=basis, type_name=DEFAULT_TITLE, conclusion="agree",
        conclusion_words=str(Conclusion.AGREE.label), accepted_on=case.accepted_on, co_department=silent,
        due_on=part.due_on, effect=effect, met_on=ctx.today if met else None,
    )  # fmt: skip


def _of(case: CaseFile, department_id: UUID, ctx: Context) -> About:
    """Return what the paper is about, spoken by the co-department."""
    return replace(about(case, ctx), department=ctx.directory.departments[department_id])
