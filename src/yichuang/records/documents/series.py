"""The series of numbers of a region (编号序列): what each counter gave out, and what stands on papers and cases."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Counter
from yichuang.rules.numbering import NumberKind, parse_number
from yichuang.rules.papers.continuity import Continuity, continuity


@dataclass(frozen=True, slots=True)
class Series:
    """One series: kind of number, word or prefix, year, how far its counter is, and whether it is whole."""

    kind: NumberKind
    word: str
    year: int
    last: int
    found: Continuity


def years_in(region_code: str) -> list[int]:
    """Return the years for which numbers were drawn, newest first."""
    names = Counter.objects.filter(region_code=region_code).values_list("name", flat=True)
    return sorted({one[2] for one in map(_parted, names) if one}, reverse=True)


def series_in(region_code: str, year: int) -> list[Series]:
    """Return every series of a year, cases first. One query for each series."""
    found = []
    for name, last in Counter.objects.filter(region_code=region_code).order_by("name").values_list("name", "value"):
        parted = _parted(name)
        if parted and parted[2] == year:
            serials = _serials(region_code, *parted)
            found.append(Series(*parted, last, continuity(serials, last)))
    return found


def _serials(region_code: str, kind: NumberKind, word: str, year: int) -> list[int]:
    if kind is NumberKind.CASE:
        rows = Case.objects.filter(region_code=region_code, no__startswith=f"{word}-{year:04d}-")
    else:
        rows = Document.objects.filter(region_code=region_code, no__startswith=f"{word}〔{year:04d}〕")
    parsed = (parse_number(kind, no) for no in rows.values_list("no", flat=True).iterator(chunk_size=5000))
    return [number.serial for number in parsed if number is not None]


def _parted(name: str) -> tuple[NumberKind, str, int] | None:
    kind, _, rest = name.partition(":")
    word, _, year = rest.rpartition(":")
    return (NumberKind(kind), word, int(year)) if kind in set(NumberKind) and year.isdecimal() else None
