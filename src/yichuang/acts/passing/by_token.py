"""接口申报: what is judged before an application comes in by a token of the open interface."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from yichuang.acts.context import Context
from yichuang.records.applicants.queries import linked_hashes
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.org.tokens import SYSTEM
from yichuang.rules.proxy.by_token import may_submit
from yichuang.rules.proxy.mandate import mandate_of

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


def may_come_by_token(wish: Submission, region_code: str, scopes: Collection[str], ctx: Context) -> None:
    """Refuse what a token's user asks for in another person's name without his mandate. Raises Refused.

    Somebody is himself by his name, and where his log-in is linked to an applicant (实名) by the number of that one.
    Basis: XKF-29.2
    """
    person, natural, system = wish.person, wish.person.kind == "person", SYSTEM in scopes
    own = not system and natural and person.name == ctx.officer.name
    if own and ctx.officer.user_id is not None:
        linked = linked_hashes(region_code, ctx.officer.user_id)
        own = not linked or lookup_hash(person.identity_no) in linked
    mandated = mandate_of(wish.agent) is not None
    may_submit(natural=natural, own=own, mandated=mandated, system=system).raise_if_refused()
