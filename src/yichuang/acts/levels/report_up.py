"""上报: the office concludes that a higher body decides (同意上报); its own clock ends, the applicant is told."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.models import CaseOutcome, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import permissions
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ReportUp:
    """To which body the case is reported (国务院、部、省人民政府), and the opinion that goes with it."""

    on: On
    higher: str
    opinion: str


@case_act(verb="case.reported_up")
def report_up(case: CaseFile, wish: ReportUp, ctx: Context) -> Work:
    """Conclude the office's own part with 同意上报, where the norms know this conclusion; then wait for the reply.

    Basis: S0b-15.1, S0b-21.2, S0h-二(二)1
    """
    norms = norms_of(case)
    if Conclusion.UPWARD not in norms.choices("decision_conclusions"):
        raise Refused("conclusion_not_offered", norms.basis("decision_conclusions"))
    basis = norms.basis("decision_conclusions")
    if not wish.higher.strip():
        raise Refused("higher_missing", basis)
    if not wish.opinion.strip():
        raise Refused("opinion_missing", basis)
    _signer(case, ctx)
    stage = case.stage(StageKind.DECISION)
    if stage is None:
        raise Refused("no_open_stage", basis)
    paper = numbered(
        DocumentKind.REPORTED_UP, about(case, ctx), ctx, basis=basis, higher=wish.higher, accepted_on=case.accepted_on,
    )  # fmt: skip
    return Work(
        clock=(ClockFact(FactKind.DECIDED, ctx.today),),
        set={"decided_on": ctx.today, "handler_id": None},
        outcome=CaseOutcome.UPWARD.value,
        change=(close_stage(stage, Conclusion.UPWARD.value, ctx, opinion=wish.opinion),),
        add=(open_stage(case, StageKind.REPORT.value, ctx, due_on=None, question=wish.higher),),
        papers=(paper,),
        payload={"higher": wish.higher},
    )


def _signer(case: CaseFile, ctx: Context) -> None:
    """Refuse too low a post, and the reviewer's own signature (一审一核)."""
    norms, reviewed = norms_of(case), case.last(StageKind.REVIEW)
    signer = norms.norm("decision_signer")
    permissions.may_sign(ctx.officer.roles(), str(signer.value), signer.basis).raise_if_refused()
    if norms.flag("separate_signatures") and reviewed is not None:
        basis = norms.basis("separate_signatures")
        permissions.two_persons(reviewed.assignee_id, ctx.officer.user_id, basis).raise_if_refused()
