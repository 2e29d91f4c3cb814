"""The frame of every act of the library (电子证照库): on a certificate's own chain, with or without a case behind it.

@library_act(verb="certificate.shared")
def share(row, wish, ctx) -> Work: …          called as  share(wish, ctx) -> Filed
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.records.certificates.access import NoCertificate, owns
from yichuang.records.certificates.models import SUBJECT, Certificate
from yichuang.records.certificates.queries import certificate_in
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace


class HasCertificate(Protocol):
    """A wish names its certificate."""

    @property
    def of(self) -> Of: ...


Wish = TypeVar("Wish", bound=HasCertificate)
Act = Callable[[Certificate, Wish, Context], Work]


def library_act(*, verb: str) -> Callable[[Act[Wish]], Callable[[Wish, Context], Filed]]:
    """Make an act of a function: read, the common judgement, the function's own, one filing.

    `judged` of the act is the same without reading and filing.
    """

    def decorate(act: Act[Wish]) -> Callable[[Wish, Context], Filed]:
        @wraps(act)
        def done(wish: Wish, ctx: Context) -> Filed:
            first = repeated(wish.of.region_code, ctx)
            if first is not None:
                return first
            row = certificate_in(wish.of.region_code, wish.of.id)
            if row is None or not permissions.may_see(ctx.officer, place_for(row, ctx)):
                raise NoCertificate(str(wish.of.id))
            if wish.of.version not in (None, row.version):
                raise Conflict(verb)
            return file(filing_of(verb, row, judged(row, wish, ctx), ctx), ctx)

        def judged(row: Certificate, wish: Wish, ctx: Context) -> Work:
            permissions.may(verb, ctx.officer, place_for(row, ctx)).raise_if_refused()
            return act(row, wish, ctx)

        done.verb = verb  # type: ignore[attr-defined]
        done.judged = judged  # type: ignore[attr-defined]
        return done

    return decorate


def place_for(row: Certificate, ctx: Context) -> CasePlace:
    """Return where a certificate stands for this officer: at its issuer, and whether it is his own."""
    if ctx.officer.system or not owns(ctx.officer, row):
        return CasePlace(row.region_code, row.issuer_id)
    applicant = row.holder_id if ctx.officer.capacity is not None else None
    return CasePlace(row.region_code, row.issuer_id, ctx.officer.user_id, applicant_id=applicant)


def filing_of(verb: str, row: Certificate, work: Work, ctx: Context) -> Filing:
    """Turn an act's work into a filing on the certificate's chain."""
    grant = permissions.grant_for(verb, ctx.officer, place_for(row, ctx))
    columns: dict[str, Any] = dict(work.set)
    return Filing(
        place=Place(
            Certificate, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS
        ),
        verb=verb,
        set=columns,
        add=work.add,
        change=work.change,
        facts=work.facts,
        payload=work.payload,
        answer={"certificate": str(row.id), "no": ""},
        post_id=grant.post_id if grant else None,
        acting_for_id=grant.acting_for if grant else None,
    )
