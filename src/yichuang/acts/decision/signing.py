"""Who signs a decision (签批), and what has to be done before one (缴费)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yichuang.acts.act import norms_of
from yichuang.acts.approver import roles_here, signs_as
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import scheme, unpaid
from yichuang.acts.papers.terms import told
from yichuang.acts.passing.chain import two_people_sign
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import is_filing
from yichuang.records.catalogue.versions import version_of
from yichuang.rules import permissions
from yichuang.rules.fees import charging
from yichuang.rules.norms import Norm
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused


def may_decide(case: CaseFile, ctx: Context, *, grant: bool, act: str = "case.decided") -> None:
    """Refuse too low a post, the reviewer's own signature, and the intake clerk's for an instant case (一审一核).

    A denial is approved by whom the norms name for it.  Raises: Refused.
    Basis: S0b-17, S0b-20, S1-一审一核
    """
    norms = norms_of(case)
    signers = [norms.norm("decision_signer")]
    denial = norms.get("denial_approver")
    if denial is not None and not grant:
        signers.append(denial)
    for signer in signers:
        permissions.may_sign(roles_here(case, ctx), str(signer.value), signer.basis).raise_if_refused()
    signs_as(case, act, ctx, lambda role: all(_signs(role, signer) for signer in signers))
    if not norms.flag("separate_signatures"):
        return
    two_persons_handle(act, case, ctx)


def two_persons_handle(act: str, case: CaseFile, ctx: Context) -> None:
    """Refuse who reviewed the case, or took it in where nobody reviews, and his stand-in (一审一核).

    Raises: Refused.  Basis: S1-一审一核, S1-四2
    """
    reviewed, basis = case.last(StageKind.REVIEW), norms_of(case).basis("separate_signatures")
    first = reviewed.assignee_id if reviewed else case.clerk_id
    permissions.two_persons(first, ctx.officer.user_id, basis).raise_if_refused()
    two_people_sign(act, case, ctx)


def _signs(role: str, signer: Norm) -> bool:
    return permissions.may_sign(frozenset({role}), str(signer.value), signer.basis).allowed


def nothing_owed(case: CaseFile, *, grant: bool) -> None:
    """Refuse a decision on a filing, and a grant before the fees are paid that stand before it.

    Raises: Refused.  Basis: S0b-19.1, S0b-19.2, S0h-二(二)2
    """
    if is_filing(version_of(case.item_version_id)):
        raise Refused("filing_conclusion", "S0h-二(二)2")
    if grant and unpaid(case) and charging.before_decision(scheme(case), norms_of(case)):
        raise Refused("fee_unpaid", "S0b-19.2")


def certificate_due(case: CaseFile, ctx: Context) -> date:
    """Return the last day to hand over the certificate: the term from the decision, or the nearer one from payment.

    Basis: XKF-44, S0b-19.1
    """
    last = end_of(ctx.today, norms_of(case).term("certificate_limit"), ctx.directory.calendar(case.profile))
    paid: date | None = case.certificate_by
    return min(last, paid) if paid else last


def certificate_words(case: CaseFile, by: date) -> dict[str, Any]:
    """Return what a grant tells of its certificate: the last day, and the term it comes from.

    Basis: XKF-44, S0b-19.1
    """
    norms, paid = norms_of(case), case.certificate_by == by
    limit = norms.term("certificate_after_payment_limit" if paid else "certificate_limit")
    words: dict[str, Any] = {"certificate_limit": told(limit), "certificate_by": by}
    return words | {"certificate_since": "缴清费用"} if paid else words
