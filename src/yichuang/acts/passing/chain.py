"""Earlier signatures on a case, where somebody signs in another's stead (代签、顶岗): two people sign, not one."""

from __future__ import annotations

from yichuang.acts.act import norms_of, post_of
from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile
from yichuang.records.ledger.models import Entry, Subject
from yichuang.rules.staff.chain import REVIEWED, Signature, may_sign_too

_SIGNED = (REVIEWED, "case.verified", "case.decided")


def two_people_sign(verb: str, case: CaseFile, ctx: Context) -> None:
    """Refuse a second signature by the same stand-in, or for the same leader. Only stand-ins cost a look.

    Raises: Refused.  Basis: S1-一审一核, S1-四2
    """
    grant = post_of(verb, case, ctx)
    now = Signature(verb, ctx.officer.user_id, grant.acting_for if grant else None)
    if now.acting_for is None and not _stood_in_for(ctx):
        return
    rows = Entry.objects.filter(
        region_code=case.region_code, subject=Subject.CASE, subject_id=case.id, verb__in=_SIGNED
    ).order_by("seq")
    before = [Signature(*row) for row in rows.values_list("verb", "actor_id", "acting_for_id") if row[0] != verb]
    may_sign_too(now, before, norms_of(case).basis("separate_signatures")).raise_if_refused()


def _stood_in_for(ctx: Context) -> bool:
    """Say whether somebody may have signed in the officer's stead: he was away, or delegated."""
    roster, user = ctx.directory.roster, ctx.officer.user_id
    return any(leave.user_id == user for leave in roster.leaves) or any(
        given.giver == user for given in roster.delegations
    )
