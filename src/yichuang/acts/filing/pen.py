"""The pen (入账): puts one filing on record, all or nothing. Acts never call save()."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError

from yichuang.acts.context import Context
from yichuang.acts.filing.columns import table
from yichuang.acts.filing.counters import draw
from yichuang.acts.filing.entry import entry_rows
from yichuang.acts.filing.images import Image, Images, images_of
from yichuang.acts.filing.plan import REGION, STALE
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, KeyReused
from yichuang.acts.filing.writing import Sheet, write
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.statements import SQLITE, Execute, in_block, run, sign, turn, vendor


@cache
def _repeat() -> str:
    mark = sign()
    columns = "verb, subject_id, seq, hash, answer, request_digest"
    return f"SELECT {columns} FROM ledger_entry WHERE region_code = {mark}1 AND idem_key = {mark}2"


def file(filing: Filing, ctx: Context) -> Filed:
    """Put the filing on record and return its answer; a repetition with the same key gets the first answer.

    Raises: Conflict (the case moved on, or something unique is taken); KeyReused (the key with another request).
    """
    images = images_of(filing)
    numbers = images.numbers()
    try:
        if not numbers and vendor() != SQLITE and not in_block():
            return _put(filing, images, {}, ctx, run)
        with turn() as taken:
            counts = {name: len(found) for name, found in numbers.items()}
            values = draw(taken.first, filing.place.region_code, counts) if numbers else {}
            images.fill(values, numbers)
            return _put(filing, images, values, ctx, taken.last)
    except (IntegrityError, DataError, Conflict) as fault:
        if not _is_conflict(fault):
            raise
        first = repeated(filing.place.region_code, ctx)
        if first is not None:
            return first
        raise Conflict(filing.verb) from fault


def repeated(region_code: str, ctx: Context) -> Filed | None:
    """Return the answer already given under this key, if any. Raises KeyReused."""
    if ctx.key is None:
        return None
    rows = run(_repeat(), [region_code, ctx.key]).rows
    return answer_again(region_code, rows[0], ctx) if rows else None


def answer_again(region_code: str, row: Any, ctx: Context) -> Filed:
    """Return the first answer from the columns of the ledger row, as `_repeat` names them. Raises KeyReused."""
    verb, subject_id, seq, digest, answer, asked = row
    if asked != ctx.request_digest:
        raise KeyReused(str(ctx.key))
    if isinstance(answer, str):
        answer = json.loads(answer)
    subject = subject_id if isinstance(subject_id, UUID) else UUID(subject_id)
    return Filed(region_code, verb, subject, seq, digest, answer, repeated=True)


def _is_conflict(fault: Exception) -> bool:
    """Say whether somebody else was first: the guard or a row was missing, or something unique is taken."""
    if isinstance(fault, Conflict):
        return True
    if isinstance(fault, DataError):
        return STALE in str(fault)
    state = getattr(fault.__cause__, "sqlstate", "")
    return state == "23505" or "UNIQUE constraint failed" in str(fault)


def _put(filing: Filing, images: Images, drawn: Mapping[str, Sequence[int]], ctx: Context, execute: Execute) -> Filed:
    """Make the entry and write everything; no number is open any more."""
    entry, payload = entry_rows(filing, images, drawn, ctx)
    place, head = filing.place, images.head
    values = head.values | {"ledger_seq": entry["seq"], "ledger_hash": entry["hash"]}
    added = [*images.added, Image(table(Entry), entry["id"], entry), Image(table(Payload), payload["id"], payload)]
    guard = None
    if filing.create:
        born = {"id": head.id, REGION: place.region_code, "version": 1}
        added.insert(0, head._replace(values=values | born))
    else:
        guard = head._replace(values=values | {"version": place.version + 1})
    write(Sheet(place, ctx.directory.version, guard, added, images.changed), execute)
    return Filed(place.region_code, filing.verb, place.id, entry["seq"], entry["hash"], images.answer)
