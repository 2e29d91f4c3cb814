"""Whether an application may still be turned away: before the answer is due, or after a correction term ran out."""

from __future__ import annotations

from yichuang.acts.act import clock_of, norms_of
from yichuang.acts.context import Context
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import acceptance, permissions
from yichuang.rules.officers import Officer
from yichuang.rules.verdict import ALLOWED, Refused, Verdict


def may_still_refuse(case: CaseFile, ctx: Context) -> Verdict:
    """Say whether a refusal is possible today; while the applicant may still correct, it is not.

    Basis: XKF-32.1(4), S0b-9
    """
    clock = clock_of(case, ctx)
    if not clock.correcting:
        return acceptance.still_open(clock)
    return acceptance.may_refuse_after_correction(
        clock, correction_due_on=case.correction_due_on, today=ctx.today, norms=norms_of(case)
    )


def none_proposed(case: CaseFile) -> None:
    """Refuse what contradicts a proposed refusal until the second person has decided or returned it.

    Raises: Refused.  Basis: S3-窗口无否决权
    """
    if case.stage(StageKind.REFUSAL):
        raise Refused("refusal_pending", norms_of(case).basis("refusal_of_acceptance_by"))


def second_person(case: CaseFile, officer: Officer) -> bool:
    """Say whether the officer can be the second person: a leader of the case's department, not one more clerk.

    Two clerks at the counter are still the window, which has no veto.  Basis: S3-窗口无否决权
    """
    return officer.grant_in(permissions.LEADERS, frozenset({case.department_id})) is not None


def expiry_approver(case: CaseFile, ctx: Context) -> Verdict:
    """Say whether the officer may refuse after a correction term ran out: whom a norm names, or somebody above.

    Returns: ALLOWED, or `signer_too_low`.  Basis: S0b-9
    """
    norm = norms_of(case).get("correction_expiry_approver")
    if norm is None or not clock_of(case, ctx).correcting:
        return ALLOWED
    return permissions.may_sign(ctx.officer.roles(), str(norm.value), norm.basis)
