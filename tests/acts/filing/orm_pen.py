"""The same filing written with nothing but models: slow, plain, and only here. The pen must leave the same rows."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, models, transaction

from yichuang.acts.context import Context
from yichuang.acts.filing import counters, entry
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Number
from yichuang.records.cell import Cell
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import canonical, entry_hash, payload_digest
from yichuang.records.ledger.models import Counter, Entry, Payload
from yichuang.records.org.models import FactsVersion

SALT = bytes(range(16))
Values = dict[str, Any]


class FixedChance:
    """Ids and salts that come in the same order to both writers."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.ids: Iterator[UUID] = iter(new_id, None)  # of filings that are not compared
        patch.setattr(counters, "new_id", lambda: next(self.ids))
        patch.setattr(entry, "new_id", lambda: next(self.ids))
        patch.setattr(entry.os, "urandom", lambda length: SALT[:length])

    def again(self, filing: Filing) -> None:
        """Start the same ids again; no two filings have the same."""
        first = filing.place.id.int ^ (filing.place.seq + 1 << 32)
        self.ids = (UUID(int=(first + step) & (1 << 128) - 1) for step in itertools.count(1))


def orm_file(filing: Filing, ctx: Context, ids: Iterator[UUID]) -> Filed:
    """Write the filing through the models. Raises Conflict."""
    place = filing.place
    with transaction.atomic():
        if not FactsVersion.objects.filter(pk=1, version=ctx.directory.version).exists():
            raise Conflict
        drawn = _draw(filing, ids)
        words = {
            id(one): one.words(value)
            for name, numbers in _numbers(filing).items()
            for one, value in zip(numbers, drawn[name], strict=True)
        }
        row, answer = _told(filing.set, words), _told(filing.answer, words)
        added = [(row.model, _told(row.values, words)) for row in filing.add]
        changed = [(change.model, change.id, _told(change.values, words)) for change in filing.change]
        record, payload = _entry(filing, (row, added, changed), (drawn, answer), (ctx, ids))
        chain = {"ledger_seq": record.seq, "ledger_hash": record.hash}
        if filing.create:
            place.model(id=place.id, region_code=place.region_code, version=1, **row, **chain).save(force_insert=True)
        else:
            found = place.model.objects.filter(region_code=place.region_code, id=place.id, version=place.version)
            if not found.update(**row, **chain, version=place.version + 1):
                raise Conflict
        for model, values in added:
            model(**values).save(force_insert=True)
        for model, row_id, values in changed:
            if not model.objects.filter(region_code=place.region_code, id=row_id).update(**values):
                raise Conflict
        record.save(force_insert=True)
        payload.save(force_insert=True)
    return Filed(place.region_code, filing.verb, place.id, record.seq, record.hash, _plain(answer))


def _entry(filing: Filing, rows: Any, told: Any, who: Any) -> tuple[Entry, Payload]:
    (row, added, changed), (drawn, answer), (ctx, ids) = rows, told, who
    place = filing.place
    images = [(place.model, place.id, row), *((model, values["id"], values) for model, values in added)]
    images += changed
    clear, hidden = [], []
    for model, row_id, values in images:
        private = {name: value for name, value in values.items() if name in getattr(model, "PRIVATE", ())}
        clear.append([model._meta.db_table, row_id, {n: v for n, v in values.items() if n not in private}])
        hidden += [[model._meta.db_table, row_id, private]] if private else []
    body = _plain({**filing.payload, "rows": hidden})
    record = Entry(
        id=next(ids), region_code=place.region_code, subject=place.subject, subject_id=place.id, seq=place.seq + 1,
        verb=filing.verb, actor_id=ctx.officer.user_id, post_id=filing.post_id, acting_for_id=filing.acting_for_id,
        item_version_id=place.item_version_id, at=ctx.at, recorded_at=ctx.recorded_at or ctx.at,
        facts=_plain({**filing.facts, "rows": clear, "numbers": _shown(drawn)}),
        payload_digest=payload_digest(SALT.hex(), body), prev_hash=place.prev_hash, algorithm="sha256",
        idem_key=ctx.key, request_digest=ctx.request_digest, answer=_plain(answer),
    )  # fmt: skip
    record.hash = entry_hash({field.attname: getattr(record, field.attname) for field in Entry._meta.concrete_fields})
    payload = Payload(id=next(ids), region_code=place.region_code, entry_id=record.id, salt=SALT.hex(), body=body)
    return record, payload


def _shown(drawn: Mapping[str, list[int]]) -> Values:
    return {name: values if len(values) > 1 else values[0] for name, values in drawn.items()}


def _numbers(filing: Filing) -> dict[str, list[Number]]:
    values = [
        *filing.set.values(),
        *(v for row in (*filing.add, *filing.change) for v in row.values.values()),
        *filing.answer.values(),
    ]
    found = {id(value): value for value in values if isinstance(value, Number)}.values()
    return {name: [one for one in found if one.counter == name] for name in sorted({one.counter for one in found})}


def _draw(filing: Filing, ids: Iterator[UUID]) -> dict[str, list[int]]:
    drawn = {}
    for name, numbers in _numbers(filing).items():
        defaults = {"id": next(ids), "value": 0}
        row, _ = Counter.objects.select_for_update().get_or_create(
            region_code=filing.place.region_code, name=name, defaults=defaults
        )
        drawn[name] = [row.value + step for step in range(1, len(numbers) + 1)]
        row.value += len(numbers)
        row.save(update_fields=["value"])
    return drawn


def _told(values: Mapping[str, Any], words: Mapping[int, str]) -> Values:
    filled = {name: words[id(value)] if isinstance(value, Number) else value for name, value in values.items()}
    return {name: _plain(v) if isinstance(v, dict | list | tuple) else v for name, v in filled.items()}


def _plain(value: Any) -> Any:
    return json.loads(canonical(value))


def everything() -> dict[str, list[Any]]:
    """Return every column of every row that a filing may touch, as the database keeps it."""
    tables = [model for model in apps.get_models() if issubclass(model, Cell) or model._meta.app_label == "catalogue"]
    return {model._meta.db_table: _rows(model) for model in tables}


def _rows(model: type[models.Model]) -> list[Any]:
    fields = model._meta.concrete_fields
    with connection.cursor() as cursor:
        columns = ", ".join(_column(field) for field in fields)
        cursor.execute(f"SELECT {columns} FROM {model._meta.db_table} ORDER BY id")
        return [dict(zip([f.attname for f in fields], map(_value, fields, row), strict=True)) for row in cursor]


def _column(field: Any) -> str:
    name = f'"{field.column}"'
    json_or_postgres = isinstance(field, models.JSONField) or connection.vendor != "sqlite"
    return f"CAST({name} AS TEXT)" if json_or_postgres else f"quote({name})"


def _value(field: Any, value: Any) -> Any:
    return json.loads(value) if isinstance(field, models.JSONField) and value is not None else value
