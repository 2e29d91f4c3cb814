"""撤销准予决定: what was promised proved false before a certificate was made; the grant itself is revoked."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.certificate.banning import ban_of, told_of
from yichuang.acts.context import Context
from yichuang.acts.decision.signing import may_decide
from yichuang.acts.decision.withdraw import nothing_outstanding
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.law.book import book
from yichuang.records.applicants.models import BanKind
from yichuang.records.cases.models import CaseOutcome, Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.after.certificates import FRAUD
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class GrantRevocation:
    """Which grant, why, and what the applicant said to it (陈述申辩)."""

    on: On
    reason: str
    heard: str


@case_act(verb="case.grant_revoked")
def revoke_grant(case: CaseFile, wish: GrantRevocation, ctx: Context) -> Work:
    """Revoke a grant that rests on a promise found false; nobody alone finds it false and revokes.

    Basis: YSHJ-40.3, XKF-69.2, XKF-79, XKF-7
    """
    check = found_false(case)
    if check is None:
        raise Refused("promise_not_false", "XKF-69.2")
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-69.2")
    if not wish.heard.strip():
        raise Refused("holder_not_heard", "XKF-7")
    norms = norms_of(case)
    may_decide(case, ctx, grant=False, act="case.grant_revoked")
    if norms.flag("separate_signatures"):
        two_persons(check.assignee_id, ctx.officer.user_id, norms.basis("separate_signatures")).raise_if_refused()
    safety = regime_of(version_of(case.item_version_id)).safety
    banned = ban_of(case, BanKind.FRAUD, ctx) if safety else None
    paper = numbered(
        DocumentKind.REVOCATION, about(case, ctx), ctx, decided_on=case.decided_on, reason=wish.reason.strip(),
        ground=(book().parameter("revocation_grounds").options or {}).get(FRAUD, ""), heard=wish.heard.strip(),
        fraud=True, **told_of(banned), **remedy_fields(case, ctx),
    )  # fmt: skip
    done = {"done_at": ctx.at, "conclusion": Conclusion.AGREE.value, "assignee_id": ctx.officer.user_id}
    return Work(
        outcome=CaseOutcome.REVOKED.value,
        clock=(ClockFact(FactKind.CLOSED, ctx.today),),
        set={"closed_on": ctx.today, "handler_id": None} | nothing_outstanding(case),
        change=tuple(Change(Stage, stage.id, done) for stage in case.stages if not stage.done),
        add=(banned,) if banned else (),
        papers=(paper,),
        payload={"reason": wish.reason.strip()},
    )


def found_false(case: CaseFile) -> StageView | None:
    """Return the check that found the promise false while no certificate was made, or None.

    Basis: YSHJ-40.3
    """
    check = case.last(StageKind.AFTER_CHECK)
    false = check is not None and check.conclusion == Conclusion.DISAGREE
    return check if false and case.outcome == CaseOutcome.GRANTED and case.issued_on is None else None
