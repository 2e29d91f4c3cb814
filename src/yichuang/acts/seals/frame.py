"""What the acts on a seal share: which one, its chain, and how its state changes."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.seals.access import seal_for
from yichuang.records.seals.keeping import publish
from yichuang.records.seals.models import SUBJECT, Seal
from yichuang.rules.seals import life


@dataclass(frozen=True, slots=True)
class OnSeal:
    """Which seal an act is about; `version` is the one the page showed (stale pages are refused)."""

    region_code: str
    no: str
    version: int | None = None
    reason: str = ""


def judged(verb: str, on: OnSeal, ctx: Context) -> Seal:
    """Return the seal if the act may be done to it.  Raises: NoSeal, Conflict, Refused."""
    row = seal_for(on.region_code, on.no, ctx.officer)
    if on.version not in (None, row.version):
        raise Conflict(verb)
    life.may_move(verb, ctx.officer, row.region_code, row.keeper_id, row.state).raise_if_refused()
    return row


def chain(row: Seal) -> Place:
    """Return where the chain of the seal stands."""
    return Place(Seal, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS)


def move_seal(wish: OnSeal, ctx: Context, *, verb: str) -> Filed:
    """Change the state of the seal and publish the list of revoked certificates anew.

    Raises: NoSeal, Refused (not allowed, another state), Conflict, KeyReused.  Basis: ZXZW-9
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row = judged(verb, wish, ctx)
    filing = Filing(
        place=chain(row),
        verb=verb,
        set={"state": life.target(verb), "since": ctx.at},
        facts={"seal": row.no},
        payload={"reason": wish.reason.strip()},
        answer={"no": row.no},
    )
    filed = file(filing, ctx)
    publish(ctx.at)
    return filed
