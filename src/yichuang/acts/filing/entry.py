"""The ledger entry of a filing: facts in clear, payload salted, hash over the one before."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from yichuang.acts.context import Context
from yichuang.acts.filing.images import Image, Images
from yichuang.acts.filing.shapes import Filing
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import (
    digest_of_text,
    entry_hash,
    payload_digest_of_text,
    plain_row,
    written,
)

Values = dict[str, Any]


class Rows(NamedTuple):
    """The plain rows of an entry and of its payload; their JSON columns are canonical texts already."""

    entry: Values
    payload: Values


def _split(images: list[Image]) -> tuple[list[Any], list[Any]]:
    """Return what each row becomes: [table, id, columns] in clear, and the private columns beside."""
    facts, hidden = [], []
    for table, row_id, values in images:
        private = table.private & values.keys()
        if private:
            hidden.append([table.name, row_id, {name: values[name] for name in private}])
            values = {name: value for name, value in values.items() if name not in private}
        facts.append([table.name, row_id, values])
    return facts, hidden


def _told(numbers: Mapping[str, Sequence[int]]) -> dict[str, int | list[int]]:
    """Return what the entry tells of drawn numbers: mostly one of a series, a list where there were more."""
    return {name: values[0] if len(values) == 1 else list(values) for name, values in numbers.items()}


def entry_rows(filing: Filing, images: Images, numbers: Mapping[str, Sequence[int]], ctx: Context) -> Rows:
    """Return the rows of the entry and of its payload; the images have no unresolved numbers any more."""
    clear, hidden = _split(images.rows())
    facts = written({**filing.facts, "rows": clear, "numbers": _told(numbers)})
    body, salt, place = written({**filing.payload, "rows": hidden}), os.urandom(16).hex(), filing.place
    entry = plain_row({
        "id": new_id(), "region_code": place.region_code, "subject": place.subject,
        "subject_id": place.id, "seq": place.seq + 1, "verb": filing.verb,
        "actor_id": ctx.officer.user_id, "post_id": filing.post_id, "acting_for_id": filing.acting_for_id,
        "item_version_id": place.item_version_id, "at": ctx.at, "recorded_at": ctx.recorded_at or ctx.at,
        "facts": facts, "payload_digest": payload_digest_of_text(salt, body), "prev_hash": place.prev_hash,
        "algorithm": "sha256", "idem_key": ctx.key, "request_digest": ctx.request_digest, "answer": images.answer,
    })  # fmt: skip
    entry["hash"] = entry_hash(entry, facts_digest=digest_of_text(facts))
    entry["answer"] = written(images.answer)
    payload = {
        "id": str(new_id()), "region_code": place.region_code, "entry_id": entry["id"], "salt": salt, "body": body,
    }  # fmt: skip
    return Rows(entry, payload)
