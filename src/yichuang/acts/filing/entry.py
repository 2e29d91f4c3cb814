"""The ledger entry of a filing: facts in clear, payload salted, hash over the one before."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.filing.columns import table
from yichuang.acts.filing.shapes import Filing
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import entry_hash, payload_digest
from yichuang.records.ledger.models import Entry, Payload

Values = dict[str, Any]


def _split(values: Mapping[str, Any], private: frozenset[str]) -> tuple[Values, Values]:
    clear = {name: value for name, value in values.items() if name not in private}
    hidden = {name: value for name, value in values.items() if name in private}
    return clear, hidden


def _images(filing: Filing) -> tuple[list[Any], list[Any]]:
    """Return what each row becomes: [table, id, columns] in clear, and the private columns beside."""
    facts, payload = [], []
    changed = [(change.model, change.id, change.values) for change in filing.change]
    added = [(row.model, row.values["id"], row.values) for row in filing.add]
    for model, row_id, values in [(filing.place.model, filing.place.id, filing.set), *added, *changed]:
        clear, hidden = _split(values, table(model).private)
        facts.append([table(model).name, row_id, clear])
        if hidden:
            payload.append([table(model).name, row_id, hidden])
    return facts, payload


def entry_rows(filing: Filing, numbers: Mapping[str, int], answer: Mapping[str, Any], ctx: Context) -> tuple[Values, Values]:
    """Return the rows of the entry and of its payload; `filing` has no unresolved numbers any more."""
    clear, hidden = _images(filing)
    body = {**filing.payload, "rows": hidden}
    salt = os.urandom(16).hex()
    entry: Values = {
        "id": new_id(), "region_code": filing.place.region_code, "subject": filing.place.subject,
        "subject_id": filing.place.id, "seq": filing.place.seq + 1, "verb": filing.verb,
        "actor_id": ctx.officer.user_id, "post_id": filing.post_id, "acting_for_id": filing.acting_for_id,
        "item_version_id": filing.place.item_version_id, "at": ctx.at, "recorded_at": ctx.recorded_at or ctx.at,
        "facts": {**filing.facts, "rows": clear, "numbers": dict(numbers)},
        "payload_digest": payload_digest(salt, body), "prev_hash": filing.place.prev_hash, "algorithm": "sha256",
        "idem_key": ctx.key, "request_digest": ctx.request_digest, "answer": dict(answer),
    }  # fmt: skip
    entry["hash"] = entry_hash(entry)
    payload = {
        "id": new_id(), "region_code": filing.place.region_code, "entry_id": entry["id"], "salt": salt, "body": body,
    }  # fmt: skip
    return entry, payload


MODELS = (Entry, Payload)
