"""上报: the office concludes that a higher body decides (同意上报); its own clock ends, the applicant is told."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.consulting.heard import all_heard
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision
from yichuang.acts.decision.signing import may_decide
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.hearing.before_decision import before_decision
from yichuang.acts.joint.settling import replied
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.models import CaseOutcome, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
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

    What has to be done before a decision (会签、会审、特殊环节、听证、核查) has to be done before this one, too.

    Basis: S0b-15.1, S0b-21.2, S0h-二(二)1, S1-一审一核
    """
    norms = norms_of(case)
    if Conclusion.UPWARD not in norms.choices("decision_conclusions"):
        raise Refused("conclusion_not_offered", norms.basis("decision_conclusions"))
    basis = norms.basis("decision_conclusions")
    if not wish.higher.strip():
        raise Refused("higher_missing", basis)
    if not wish.opinion.strip():
        raise Refused("opinion_missing", basis)
    all_heard(case, ctx, grant=True)
    replied(case, ctx)
    may_decide(case, ctx, grant=True, act="case.reported_up")
    before_decision(case, Decision(wish.on, True, wish.opinion, basis), ctx)
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
