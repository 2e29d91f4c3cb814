"""The pen (入账): puts one filing on record, all or nothing. Acts never call save()."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import nullcontext
from functools import cache
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError

from yichuang.acts.context import Context
from yichuang.acts.filing.columns import table
from yichuang.acts.filing.counters import draw
from yichuang.acts.filing.entry import Values, entry_rows
from yichuang.acts.filing.images import Image, Images, fill, images_of, numbers_in
from yichuang.acts.filing.plan import REGION, STALE
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, KeyReused
from yichuang.acts.filing.writing import Sheet, write
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.statements import SQLITE, in_block, run, sign, together, vendor


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
    numbers = numbers_in(images, filing.answer)
    alone = vendor() != SQLITE and not numbers and not in_block()
    try:
        with nullcontext() if alone else together():
            drawn = draw(filing.place.region_code, list(numbers)) if numbers else {}
            return _write(
                filing, images, drawn, {name: numbers[name].words(value) for name, value in drawn.items()}, ctx
            )
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


def _write(filing: Filing, images: Images, drawn: Mapping[str, int], words: Mapping[str, str], ctx: Context) -> Filed:
    answer = dict(filing.answer)
    if words:
        for values in (image.values for image in images.all):
            fill(values, words)
        fill(answer, words)
    entry, payload = entry_rows(filing, images.all, drawn, answer, ctx)
    rows = [*images.added, *_ledger(entry, payload)]
    head = images.head.values | {"ledger_seq": entry["seq"], "ledger_hash": entry["hash"]}
    guard = None
    if filing.create:
        place = filing.place
        born = {"id": images.head.id, REGION: place.region_code, "version": 1}
        rows.insert(0, Image(images.head.table, images.head.id, head | born))
    else:
        guard = Image(images.head.table, images.head.id, head | {"version": filing.place.version + 1})
    write(Sheet(filing.place, ctx.directory.version, guard, rows, images.changed))
    return Filed(filing.place.region_code, filing.verb, filing.place.id, entry["seq"], entry["hash"], answer)


def _ledger(entry: Values, payload: Values) -> tuple[Image, Image]:
    return Image(table(Entry), entry["id"], entry), Image(table(Payload), payload["id"], payload)
