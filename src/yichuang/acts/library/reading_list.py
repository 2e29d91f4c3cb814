"""存量证照预览: reads a whole list, judges every row, keeps the good ones aside; nothing is put on record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from yichuang.acts.context import Context
from yichuang.records.certificates.lists.known import certificates_by_no, known_here
from yichuang.records.certificates.lists.spool import Spool
from yichuang.records.certificates.lists.workbook import Workbook
from yichuang.rules.library.listing import Fault, Listed, columns, read_row

CHUNK = 500
SHOWN = 200  # faults that are kept in words; the others are counted
_BLOCK = 1 << 20


@dataclass
class Preview:
    """What a list holds (导入预览): good rows aside in the spool, how many are on record already, what is wrong."""

    digest: str
    spool: Spool
    rows: int = 0
    known: int = 0
    fault_count: int = 0
    faults: list[Fault] = field(default_factory=list)
    sample: list[Listed] = field(default_factory=list)

    @property
    def fresh(self) -> int:
        """Return how many certificates the list would add."""
        return self.rows - self.known

    def found(self, *faults: Fault) -> None:
        """Count faults; keep the first ones."""
        self.fault_count += len(faults)
        self.faults += faults[: max(SHOWN - len(self.faults), 0)]


def preview(path: Path, region_code: str, ctx: Context) -> Preview:
    """Read a list from beginning to end in the memory of a few rows.

    Raises: NoWorkbook.  Basis: ZXZW-10
    """
    book = Workbook(path)
    try:
        found = Preview(digest_of(path), Spool())
        _read(book, region_code, ctx, found)
        if not found.fault_count:
            _compare(region_code, found)
        return found
    finally:
        book.close()


def _read(book: Workbook, region_code: str, ctx: Context, found: Preview) -> None:
    known = known_here(region_code, ctx.directory, ctx.today, since_1904=book.since_1904)
    rows = book.rows()
    number, heading = next(rows, (1, []))
    places, missing = columns(heading)
    if missing:
        found.found(*(Fault(number, name, "column") for name in missing))
        return
    for number, cells in rows:
        told = {name: cells[place] if place < len(cells) else None for name, place in places.items()}
        if not any(cell not in (None, "") for cell in told.values()):
            continue
        listed, faults = read_row(number, told, known)
        found.found(*faults)
        found.rows += 1
        if listed is not None:
            twice = found.spool.put(number, listed.no, listed)
            if twice:
                found.found(Fault(number, "证照编号", "twice", str(twice)))
            elif len(found.sample) < 5:
                found.sample.append(listed)


def _compare(region_code: str, found: Preview) -> None:
    """Note what is on record already; another holder or type under the same number is a fault."""
    for chunk in found.spool.chunks(CHUNK):
        there = certificates_by_no(region_code, (row.no for _, row in chunk))
        for number, row in chunk:
            if row.no in there:
                found.known += 1
                if there[row.no] != (row.type_name, row.holder):
                    found.found(Fault(number, "证照编号", "taken", row.no))


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    hasher = hashlib.sha256()
    for block in _blocks(path):
        hasher.update(block)
    return hasher.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            yield block
