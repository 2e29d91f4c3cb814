"""决定: grant or deny, in writing, signed by somebody who did not review; a denial tells reasons and remedies."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.consulting.heard import all_heard
from yichuang.acts.context import Context
from yichuang.acts.decision.signing import certificate_due, certificate_words, may_decide, nothing_owed
from yichuang.acts.decision.withdraw import nothing_outstanding
from yichuang.acts.fees.stage import dropped
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.propose_extension import outlived
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.hearing.before_decision import before_decision
from yichuang.acts.joint.result_sheet import result_sheet
from yichuang.acts.joint.settling import answered, replied, settled
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.acts.tolerance.due_check import check_owed
from yichuang.records.cases.models import CaseOutcome, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.joint.conclusions import NOTHING, Particulars, may_carry
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Decision:
    """Grant or deny; reasons and legal basis in words."""

    on: On
    grant: bool
    reason: str
    basis_words: str
    false_material: bool = False  # 隐瞒有关情况或者提供虚假材料: denied with a warning
    particulars: Particulars = NOTHING  # what a grant may tell of fee, pick-up, special requirements


@case_act(verb="case.decided")
def decide(case: CaseFile, wish: Decision, ctx: Context) -> Work:
    """Decide the case. Whoever reviewed or took in the case does not sign where two persons are asked for.

    Basis: XKF-38, XKF-34.2, XKF-44, S1-一审一核, S0h-二(二)1
    """
    if not wish.basis_words.strip() or (not wish.grant and not wish.reason.strip()):
        raise Refused("reason_missing", "XKF-38.2")
    all_heard(case, ctx, grant=wish.grant)
    norms, parts = norms_of(case), settled(case, ctx)
    may_carry(wish.particulars, agrees=wish.grant, norms=norms).raise_if_refused()
    replied(case, ctx)
    if wish.grant:
        answered(case, wish.reason)
    nothing_owed(case, grant=wish.grant)
    may_decide(case, ctx, grant=wish.grant)
    before = before_decision(case, wish, ctx)
    stage = case.stage(StageKind.DECISION)
    conclusion = Conclusion.AGREE if wish.grant else Conclusion.DISAGREE
    certificate_by = certificate_due(case, ctx)
    return Work(
        clock=(ClockFact(FactKind.DECIDED, ctx.today),),
        set={"decided_on": ctx.today, "certificate_by": certificate_by, "handler_id": None}
        | ({} if wish.grant else nothing_outstanding(case)),
        outcome=(CaseOutcome.GRANTED if wish.grant else CaseOutcome.DENIED).value,
        change=(
            *((close_stage(stage, conclusion.value, ctx, opinion=wish.reason),) if stage else ()),
            *parts.change, *before.change, *dropped(case, ctx, grant=wish.grant), *outlived(case, ctx),
        ),
        add=(*(() if stage else (_on_the_spot(case, conclusion.value, wish.reason, ctx),)), *before.add,
             *check_owed(case, ctx, grant=wish.grant)),
        papers=(
            *parts.papers,
            *result_sheet(case, parts, ctx, grant=wish.grant),
            numbered(
                DocumentKind.GRANT if wish.grant else DocumentKind.DENIAL, about(case, ctx), ctx, reason=wish.reason,
                basis_words=wish.basis_words, accepted_on=case.accepted_on, **remedy_fields(case, ctx),
                certificate=version_of(case.item_version_id).certificate.get("type_name", ""),
                **certificate_words(case, certificate_by), **before.fields,
                **wish.particulars.told(),
            ),
        ),
        payload={"reason": wish.reason, "basis": wish.basis_words},
    )  # fmt: skip


def _on_the_spot(case: CaseFile, conclusion: str, opinion: str, ctx: Context) -> Row:
    """Return the stage of a decision that no stage was opened for (当场决定): the slip tells who signed."""
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": conclusion, "opinion": opinion}
    return open_stage(case, StageKind.DECISION.value, ctx, **done)
