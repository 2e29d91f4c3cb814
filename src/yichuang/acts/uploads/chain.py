"""What the acts on a link share: its chain, how it stands, and who may look after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Filed, Place
from yichuang.records.cases.access import NotFound
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.uploads.models import SUBJECT, UploadLink
from yichuang.records.uploads.queries import case_waits, link_in
from yichuang.rules.officers import Grant
from yichuang.rules.permissions import RIGHTS, at_work
from yichuang.rules.uploads.phone import Standing
from yichuang.rules.verdict import Refused

Wish = TypeVar("Wish")
_TRIES = 3


def steadily(act: Callable[[Wish, Context], Filed]) -> Callable[[Wish, Context], Filed]:
    """Let an act be tried again where phone and window were at the same link in the same moment."""

    @wraps(act)
    def done(wish: Wish, ctx: Context) -> Filed:
        for _ in range(_TRIES - 1):
            try:
                return act(wish, ctx)
            except Conflict:
                continue
        return act(wish, ctx)

    return done


def chain(link: UploadLink) -> Place:
    """Return where the chain of the link stands."""
    hash_ = link.ledger_hash or GENESIS
    return Place(UploadLink, SUBJECT, link.region_code, link.id, link.version, link.ledger_seq, hash_)


def standing(link: UploadLink) -> Standing:
    """Return how the link stands; one for a case stands only while the case waits for its correction."""
    waits = not link.case_no or case_waits(link.region_code, link.case_no)
    return Standing(link.expires_at, link.ended_at, link.phone_hash, link.arrived, waits)


def known(region_code: str, link_id: UUID) -> UploadLink:
    """Return the link.  Raises: NotFound."""
    link = link_in(region_code, link_id)
    if link is None:
        raise NotFound(str(link_id))
    return link


def post_for(verb: str, region_code: str, ctx: Context) -> Grant:
    """Return the post at a window of the region under which the officer acts.  Raises: Refused."""
    grant = ctx.officer.grant(RIGHTS[verb].roles, region_code=region_code)
    if grant is None:
        raise Refused("not_yours", "XKF-23", {"verb": verb})
    at_work(ctx.officer).raise_if_refused()
    return grant
