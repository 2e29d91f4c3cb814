"""The ledger of a case as a member of its package (账目摘录): every entry, every payload with its salt."""

from __future__ import annotations

from typing import Any

from yichuang.records.ledger.canonical import HASHED, plain_row
from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.queries import Chain
from yichuang.rules.transitions import TABLE

_WORDS = {row.verb: row.words for row in reversed(TABLE)}


def extract(chain: Chain) -> dict[str, Any]:
    """Return the entries as they were hashed, and what is left of their payloads."""
    first = chain.entries[0]
    return {
        "region_code": first.region_code,
        "subject": first.subject,
        "subject_id": str(first.subject_id),
        "entries": [_entry(entry) for entry in chain.entries],
        "payloads": {
            str(entry.id): {"salt": payload.salt, "body": payload.body}
            for entry in chain.entries
            if (payload := chain.payloads.get(entry.id)) is not None
        },
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return plain_row({name: getattr(entry, name) for name in ("id", *HASHED, "hash")})


def course(chain: Chain) -> list[dict[str, Any]]:
    """Return what happened, line by line, as the page of the package tells it."""
    return [
        {
            "seq": entry.seq, "at": plain_row({"at": entry.at})["at"], "verb": entry.verb,
            "words": _WORDS.get(entry.verb, entry.verb), "erased": entry.id not in chain.payloads,
        }
        for entry in chain.entries
    ]  # fmt: skip
