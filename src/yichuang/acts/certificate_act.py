"""The frame of every act on a certificate (证照的变动): like that of a case, but on the certificate's own chain.

@certificate_act(verb="certificate.revoked")
def revoke(held, wish, ctx) -> Work: …          called as  revoke(wish, ctx) -> Filed
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, TypeVar
from uuid import UUID

from yichuang.acts.act import Work
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.certificates.access import NoCertificate, place_of
from yichuang.records.certificates.models import SUBJECT, Certificate
from yichuang.records.certificates.queries import certificate_in
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules import permissions
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Of:
    """Which certificate an act is about; `version` is the one the page showed (stale pages are refused)."""

    region_code: str
    id: UUID
    version: int | None = None


class HasCertificate(Protocol):
    """A wish names its certificate."""

    @property
    def of(self) -> Of: ...


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate with the case it came from."""

    row: Certificate
    case: CaseFile


Wish = TypeVar("Wish", bound=HasCertificate)
Act = Callable[[Held, Wish, Context], Work]


def certificate_act(*, verb: str) -> Callable[[Act[Wish]], Callable[[Wish, Context], Filed]]:
    """Make an act of a function: read, the common judgement, the function's own, one filing.

    `judged` of the act is the same without reading and filing: pages ask it whether the act would be done.
    """

    def decorate(act: Act[Wish]) -> Callable[[Wish, Context], Filed]:
        @wraps(act)
        def done(wish: Wish, ctx: Context) -> Filed:
            first = repeated(wish.of.region_code, ctx)
            if first is not None:
                return first
            held = read_held(wish.of, ctx)
            if wish.of.version not in (None, held.row.version):
                raise Conflict(verb)
            return file(_filing(verb, held, judged(held, wish, ctx), ctx), ctx)

        def judged(held: Held, wish: Wish, ctx: Context) -> Work:
            permissions.may(verb, ctx.officer, place_of(held.row)).raise_if_refused()
            return act(held, wish, ctx)

        done.verb = verb  # type: ignore[attr-defined]
        done.judged = judged  # type: ignore[attr-defined]
        return done

    return decorate


def read_held(of: Of, ctx: Context) -> Held:
    """Return the certificate with its case for an officer who may see it.  Raises: NoCertificate."""
    row = certificate_in(of.region_code, of.id)
    if row is None or not permissions.may_see(ctx.officer, place_of(row)):
        raise NoCertificate(str(of.id))
    if row.case_id is None:
        raise Refused("certificate_without_case", "XKF-70")
    case = load(of.region_code, case_id=row.case_id)
    if case is None:
        raise NoCertificate(str(of.id))
    return Held(row, case)


def _filing(verb: str, held: Held, work: Work, ctx: Context) -> Filing:
    row, case = held.row, held.case
    grant = permissions.grant_for(verb, ctx.officer, place_of(row))
    papers = tuple(paper.row(row.region_code, case.id) for paper in work.papers)
    columns: dict[str, Any] = dict(work.set)
    return Filing(
        place=Place(
            Certificate, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS,
            case.item_version_id,
        ),
        verb=verb,
        set=columns,
        add=(*papers, *work.add),
        change=work.change,
        facts=work.facts,
        payload=work.payload,
        answer={"no": case.no, "documents": [str(paper.values["id"]) for paper in papers]},
        post_id=grant.post_id if grant else None,
        acting_for_id=grant.acting_for if grant else None,
    )  # fmt: skip
