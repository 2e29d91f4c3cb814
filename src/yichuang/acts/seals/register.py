"""登记印章: a body gets a seal with a key of its own, a keeper and a term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place
from yichuang.acts.intake.applying import printable
from yichuang.records.ids import new_id
from yichuang.records.org.models import Centre
from yichuang.records.seals.keeping import held, make_key, publish
from yichuang.records.seals.models import SUBJECT, Seal, SealKind, SealState
from yichuang.records.seals.signing.keys import KeyFault
from yichuang.rules.seals import life
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class NewSeal:
    """What is put on record. Without a key given, one is made with a certificate of the test authority."""

    region_code: str
    body: str
    kind: str
    keeper_id: UUID
    valid_from: date
    valid_to: date | None = None
    key: str = ""


def register_seal(wish: NewSeal, ctx: Context) -> Filed:
    """Put a seal on record; its own words are its body and its kind.

    Raises: Refused (not allowed, no such body or key, keeper is the registrar, term), Conflict, KeyReused.
    Basis: ZXZW-9
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    centre = _judged(wish, ctx)
    kind, identity = SealKind(wish.kind), new_id()
    name = wish.body if kind is SealKind.DEPARTMENT else f"{wish.body}{kind.label}"
    keys = _keys(wish, str(identity), name, ctx)
    last = min(wish.valid_to or keys["valid_to"], keys["valid_to"])
    life.in_term(wish.valid_from, last).raise_if_refused()
    drawn = Number(f"seal:{centre.prefix}", lambda serial: f"{centre.prefix}-S{serial:04d}")
    filing = Filing(
        place=Place(Seal, SUBJECT, wish.region_code, identity),
        verb="seal.registered",
        set={
            "no": drawn, "kind": kind.value, "body": wish.body, "name": name, "keeper_id": wish.keeper_id,
            "valid_from": wish.valid_from, "state": SealState.IN_USE.value, "since": ctx.at, "registered_at": ctx.at,
            **keys, "valid_to": last,
        },
        facts={"kind": kind.value},
        answer={"no": drawn},
        create=True,
    )  # fmt: skip
    filed = file(filing, ctx)
    if keys["test"]:
        publish(ctx.at)
    return filed


def _judged(wish: NewSeal, ctx: Context) -> Centre:
    life.may_register(ctx.officer, wish.region_code, wish.keeper_id).raise_if_refused()
    centre = ctx.directory.centres[wish.region_code]
    bodies = {centre.name} | {one.name for one in ctx.directory.departments.values() if one.centre.id == centre.id}
    if wish.body not in bodies:
        raise Refused("seal_body_unknown", "ZXZW-9", {"body": wish.body})
    if wish.kind not in SealKind.values or wish.keeper_id not in ctx.directory.names:
        raise Refused("seal_keeper_unknown", "ZXZW-9")
    printable(wish.body)
    return centre


def _keys(wish: NewSeal, name: str, words: str, ctx: Context) -> dict[str, Any]:
    if not wish.key:
        return make_key(name, words, ctx.at)
    try:
        return {"sm_key": "", **held(wish.key), "test": False}
    except KeyFault as fault:
        raise Refused("seal_key", "ZXZW-9", {"why": str(fault)}) from fault
