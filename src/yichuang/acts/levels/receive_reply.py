"""登记批复: the higher body has answered; the result is made out here and handed over by the window."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.hearing.before_decision import before_decision
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.acts.papers.terms import told
from yichuang.records.cases.models import CaseOutcome, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused

_TEXT = "S0b-21.2"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the higher body decided: number of its reply (批复文号), grant or deny, reason and legal basis in words."""

    on: On
    grant: bool
    reply_no: str
    reason: str
    basis_words: str


@case_act(verb="case.reply_received")
def receive_reply(case: CaseFile, wish: Reply, ctx: Context) -> Work:
    """Put the reply on record and print the decision that the window delivers.

    Basis: S0b-21.2, XKF-38, XKF-44
    """
    stage = case.stage(StageKind.REPORT)
    if stage is None or case.outcome != CaseOutcome.UPWARD:
        raise Refused("not_reported", _TEXT)
    if not wish.basis_words.strip() or not wish.reply_no.strip() or (not wish.grant and not wish.reason.strip()):
        raise Refused("reason_missing", "XKF-38.2")
    before = before_decision(case, Decision(wish.on, wish.grant, wish.reason, wish.basis_words), ctx)
    limit = norms_of(case).term("certificate_limit")
    certificate_by = end_of(ctx.today, limit, ctx.directory.calendar(case.profile))
    conclusion = Conclusion.AGREE if wish.grant else Conclusion.DISAGREE
    paper = numbered(
        DocumentKind.GRANT if wish.grant else DocumentKind.DENIAL, about(case, ctx), ctx, reason=wish.reason,
        basis_words=wish.basis_words, reply_no=wish.reply_no, accepted_on=case.accepted_on, **remedy_fields(case, ctx),
        certificate=version_of(case.item_version_id).certificate.get("type_name", ""),
        certificate_limit=told(limit), certificate_by=certificate_by,
    )  # fmt: skip
    return Work(
        set={"decided_on": ctx.today, "certificate_by": certificate_by},
        outcome=(CaseOutcome.GRANTED if wish.grant else CaseOutcome.DENIED).value,
        change=(
            close_stage(stage, conclusion.value, ctx, opinion=f"{wish.reply_no} {wish.reason}".strip()),
            *before.change,
        ),
        add=before.add,
        papers=(paper,),
        payload={"reason": wish.reason, "basis": wish.basis_words, "reply_no": wish.reply_no},
    )
