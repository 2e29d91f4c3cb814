"""The pen (入账): puts one filing on record, all or nothing. Acts never call save()."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError, connection, transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.columns import Table, table
from yichuang.acts.filing.entry import entry_rows
from yichuang.acts.filing.plan import Shape, folded, insert_of, listed, update_of
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, KeyReused, Number, Row
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry, Payload

_DRAW = (
    "INSERT INTO ledger_counter (id, region_code, name, value) VALUES (%s, %s, %s, 1) "
    "ON CONFLICT (region_code, name) DO UPDATE SET value = ledger_counter.value + 1 RETURNING value"
)
_REPEAT = (
    "SELECT verb, subject_id, seq, hash, answer, request_digest FROM ledger_entry "
    "WHERE region_code = %s AND idem_key = %s"
)


def file(filing: Filing, ctx: Context) -> Filed:
    """Put the filing on record and return its answer; a repetition with the same key gets the first answer.

    Raises: Conflict when the case moved on or a unique number is taken; KeyReused when the key came with another request.
    """
    try:
        with transaction.atomic(savepoint=connection.in_atomic_block) if _needs_block(filing) else _nothing():
            return _write(filing, ctx)
    except (IntegrityError, Conflict, DataError) as fault:
        if isinstance(fault, DataError) and "division" not in str(fault):
            raise
        first = repeated(filing.place.region_code, ctx)
        if first is not None:
            return first
        raise Conflict(filing.verb) from fault


def repeated(region_code: str, ctx: Context) -> Filed | None:
    """Return the answer already given under this key, if any. Raises KeyReused."""
    if ctx.key is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_REPEAT, [region_code, ctx.key])
        row = cursor.fetchone()
    return None if row is None else answer_again(region_code, row, ctx)


def answer_again(region_code: str, row: Any, ctx: Context) -> Filed:
    """Return the first answer from a ledger row (verb, subject, seq, hash, answer, request digest). Raises KeyReused."""
    verb, subject_id, seq, digest, answer, asked = row
    if asked != ctx.request_digest:
        raise KeyReused(str(ctx.key))
    if isinstance(answer, str):
        answer = json.loads(answer)
    subject = subject_id if isinstance(subject_id, UUID) else UUID(subject_id)
    return Filed(region_code, verb, subject, seq, digest, answer, repeated=True)


class _nothing:  # noqa: N801 - a context manager, used like a function
    def __enter__(self) -> None: ...
    def __exit__(self, *exc: object) -> None: ...


def _needs_block(filing: Filing) -> bool:
    """Say whether the writes need a transaction of their own: one folded statement doesn't."""
    return connection.vendor == "sqlite" or connection.in_atomic_block or bool(_numbers(filing))


def _numbers(filing: Filing) -> list[Number]:
    found = [value for value in filing.set.values() if isinstance(value, Number)]
    found += [value for row in filing.add for value in row.values.values() if isinstance(value, Number)]
    return found


def _write(filing: Filing, ctx: Context) -> Filed:
    drawn = _draw(filing)
    filing, answer = _with_numbers(filing, drawn)
    entry, payload = entry_rows(filing, {name: value for name, (value, _) in drawn.items()}, answer, ctx)
    columns = {"ledger_seq": entry["seq"], "ledger_hash": entry["hash"]}
    shape, params = _compile(filing, columns, (Row(Entry, entry), Row(Payload, payload)), ctx)
    _execute(shape, params)
    return Filed(filing.place.region_code, filing.verb, filing.place.id, entry["seq"], entry["hash"], answer)


def _draw(filing: Filing) -> dict[str, tuple[int, str]]:
    """Draw every number, counters in the order of their names so that two filings never wait for each other."""
    drawn: dict[str, tuple[int, str]] = {}
    numbers = {number.counter: number for number in _numbers(filing)}
    with connection.cursor() as cursor:
        for name in sorted(numbers):
            row_id = new_id()
            cursor.execute(_DRAW, [row_id if connection.vendor != "sqlite" else row_id.hex, filing.place.region_code, name])
            value = int(cursor.fetchone()[0])
            drawn[name] = (value, numbers[name].words(value))
    return drawn


def _with_numbers(filing: Filing, drawn: Mapping[str, tuple[int, str]]) -> tuple[Filing, dict[str, Any]]:
    """Put the drawn texts where the numbers stood."""
    if not drawn:
        return filing, dict(filing.answer)

    def filled(values: Mapping[str, Any]) -> dict[str, Any]:
        return {k: drawn[v.counter][1] if isinstance(v, Number) else v for k, v in values.items()}

    rows = tuple(Row(row.model, filled(row.values)) for row in filing.add)
    new = replace(filing, set=filled(filing.set), add=rows)
    return new, filled(filing.answer)


def _flat(layout: Table, columns: tuple[str, ...], values: Mapping[str, Any]) -> list[Any]:
    return [layout.columns[name][1](values[name]) for name in columns]


def _compile(filing: Filing, chain: Mapping[str, Any], entry: tuple[Row, ...], ctx: Context) -> tuple[Shape, list[list[Any]]]:
    """Return the shape and the parameters of each of its statements."""
    place = filing.place
    params: list[list[Any]] = []
    layout = table(place.model)
    head = {**filing.set, **chain}
    rows = (*filing.add, *entry)
    guard = None
    if filing.create:
        params.append([ctx.directory.version])
        rows = (Row(place.model, {**head, "id": place.id, "region_code": place.region_code, "version": 1}), *rows)
    else:
        head["version"] = place.version + 1
        columns = tuple(head)
        guard = update_of(layout, columns)
        ids = _flat(layout, ("id",), {"id": place.id})
        params.append([*_flat(layout, columns, head), place.region_code, *ids, place.version, ctx.directory.version])
    inserts = []
    for group in _grouped(rows):
        layout = table(group[0].model)
        columns = tuple(group[0].values)
        inserts.append(insert_of(layout, columns, len(group)))
        params.append([value for row in group for value in _flat(layout, columns, row.values)])
    updates = []
    for change in filing.change:
        layout = table(change.model)
        columns = tuple(change.values)
        updates.append(update_of(layout, columns))
        params.append([*_flat(layout, columns, change.values), place.region_code, *_flat(layout, ("id",), {"id": change.id})])
    return Shape(guard, tuple(inserts), tuple(updates)), params


def _grouped(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Put rows of one table and the same columns together, in order of first appearance."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.model, tuple(row.values)), []).append(row)
    return list(groups.values())


def _execute(shape: Shape, params: list[list[Any]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(folded(shape), [value for part in params for value in part])
            touched = cursor.fetchone()[0]
        else:
            touched = 0
            changes = 1 + len(shape.inserts)
            for number, (statement, values) in enumerate(zip(listed(shape), params, strict=True)):
                cursor.execute(statement, values)
                if number == 0:
                    touched += 1 if (cursor.fetchone() if shape.guard is None else cursor.rowcount) else 0
                    if not touched:
                        break
                elif number >= changes:
                    touched += cursor.rowcount
    if touched != 1 + len(shape.updates):
        raise Conflict("the case moved on")
