"""Does the chain of a subject hold (哈希链): no gap, each entry over the one before, payloads as sealed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from yichuang.acts.inspection.finding import Finding, shown
from yichuang.records.ledger.canonical import GENESIS, entry_hash, payload_digest
from yichuang.records.ledger.models import Entry, Payload

COLUMNS = tuple(field.attname for field in Entry._meta.concrete_fields)


def note_numbers(entry: Entry, drawn: dict[str, list[int]]) -> None:
    """Add the numbers that an entry drew, by counter; one of a series stands there as it is, several as a list."""
    for name, told in entry.facts.get("numbers", {}).items():
        drawn.setdefault(name, []).extend(told if isinstance(told, list) else [told])


def erased_seqs(entries: Iterable[Entry]) -> frozenset[int]:
    """Return whose payloads were erased by an act on record (依规清除)."""
    told = (entry.facts.get("erased", ()) for entry in entries if entry.verb == "case.erased")
    return frozenset(int(seq) for seqs in told for seq in seqs)


def chain_findings(name: str, entries: Sequence[Entry], payloads: dict[Any, Payload]) -> list[Finding]:
    """Return what is wrong with a chain, in order. A payload may be missing only where an act on record erased it."""
    found, previous, gone = [], GENESIS, erased_seqs(entries)
    for number, entry in enumerate(entries, 1):
        where = f"ledger_entry {number}"
        if entry.seq != number:
            found.append(Finding("chain_gap", name, where, str(entry.seq), str(number)))
        if entry.prev_hash != previous:
            found.append(Finding("chain_broken", name, where, entry.prev_hash, previous))
        if number > 1 and entry.recorded_at < entries[number - 2].recorded_at:
            found.append(Finding("time_runs_back", name, where, str(entry.recorded_at)))
        right = entry_hash({column: getattr(entry, column) for column in COLUMNS})
        if entry.hash != right:
            found.append(Finding("entry_changed", name, where, entry.hash, right))
        if entry.seq not in gone:
            found += _payload(name, where, entry, payloads.get(entry.id))
        elif entry.id in payloads:
            found.append(Finding("erasure_unfinished", name, where))
        previous = entry.hash
    return found


def _payload(name: str, where: str, entry: Entry, payload: Payload | None) -> list[Finding]:
    if payload is None:
        return [Finding("payload_missing", name, where)]
    try:
        right = payload_digest(payload.salt, payload.body)
    except ValueError:
        right = "no salt"
    if right != entry.payload_digest or payload.region_code != entry.region_code:
        return [Finding("payload_changed", name, where, shown(right), entry.payload_digest)]
    return []
