"""导出: the whole ledger as lines for an offline verifier; facts are never personal, payloads only on request.

E place, id, hash, leaf, head, facts · U an entry without a place, so with both empty · L a place without an entry
P payload · C checkpoint, before all entries
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from yichuang.records.ledger.canonical import HASHED, digest_of_text, octets, written
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.ledger.proofs.checkpoints import told_with_witnesses
from yichuang.records.ledger.proofs.models import Checkpoint, Leaf
from yichuang.records.ledger.proofs.sequencing import waiting

FORMAT = "yichuang-ledger/1"
_PAGE = 1000
_COLUMNS = ("id", *HASHED, "hash")


def lines(regions: Iterable[str], origin: str, *, payloads: bool = False) -> Iterator[bytes]:
    """Yield the lines of an export. Checkpoints are read first: what comes to light meanwhile lies behind them."""
    here = sorted(regions)
    yield _line("H", octets(written({"format": FORMAT, "origin": origin, "payloads": payloads})).decode())
    signed = Checkpoint.objects.order_by("size").iterator(chunk_size=_PAGE)
    while some := list(islice(signed, _PAGE)):
        yield from (_line("C", octets(written(told)).decode()) for told in told_with_witnesses(some))
    for page in _pages():
        found = _entries(page)
        yield from (_placed(leaf, found.get(leaf.entry_id)) for leaf in page)
        if payloads:
            yield from _payloads(page)
    for region in here:
        rows = waiting(region, UUID(int=0)).values(*_COLUMNS)
        yield from (_line("U", "", *_columns(row)) for row in rows.iterator(chunk_size=_PAGE))


def _pages() -> Iterator[list[Leaf]]:
    after = -1
    while page := list(Leaf.objects.filter(position__gt=after).order_by("position")[:_PAGE]):
        yield page
        after = page[-1].position


def _entries(page: list[Leaf]) -> dict[UUID, dict[str, Any]]:
    found: dict[UUID, dict[str, Any]] = {}
    for region in {leaf.region_code for leaf in page}:
        ids = [leaf.entry_id for leaf in page if leaf.region_code == region]
        rows = Entry.objects.filter(region_code=region, id__in=ids).values(*_COLUMNS)
        found |= {row["id"]: row for row in rows}
    return found


def _payloads(page: list[Leaf]) -> Iterator[bytes]:
    for region in sorted({leaf.region_code for leaf in page}):
        ids = [leaf.entry_id for leaf in page if leaf.region_code == region]
        for row in Payload.objects.filter(region_code=region, entry_id__in=ids).order_by("entry_id"):
            yield _line("P", str(row.entry_id), row.salt, octets(written(row.body)).decode())


def _placed(leaf: Leaf, row: dict[str, Any] | None) -> bytes:
    place, top = str(leaf.position), bytes(leaf.hash).hex()
    return _line("L", place, str(leaf.entry_id), "", top) if row is None else _line("E", place, *_columns(row, top))


def _columns(row: dict[str, Any], leaf: str = "") -> tuple[str, ...]:
    """Return id, stored hash, stored leaf, and the canonical texts of head and facts."""
    facts = written(row["facts"])
    told = {name: row[name] for name in HASHED} | {"facts": digest_of_text(facts)}
    return str(row["id"]), row["hash"], leaf, written(told), facts


def _line(*parts: str) -> bytes:
    return b"\t".join(octets(part) for part in parts) + b"\n"
