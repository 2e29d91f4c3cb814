"""The series of numbers of a region (编号序列): what each counter gave out, and what stands on papers and cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from django.apps import apps

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
    """Return every series of a year, cases first.

    Three queries, however many series; where a number stands neither on a case nor on a paper of one, the papers that
    belong to no case (通报、工作鉴定、整改通知书) are read, too.
    """
    drawn = list(Counter.objects.filter(region_code=region_code).order_by("name").values_list("name", "value"))
    serials = _serials(region_code, year)
    series = [(parted, last) for name, last in drawn if (parted := _parted(name)) and parted[2] == year]
    found = [Series(*parted, last, continuity(serials.get(parted[:2], []), last)) for parted, last in series]
    if not any(one.found.missing for one in found):
        return found
    others = _elsewhere(region_code, year)
    return [_filled(one, serials.get((one.kind, one.word), []), others[one.kind, one.word]) for one in found]


def _filled(one: Series, serials: list[int], others: set[int]) -> Series:
    return replace(one, found=continuity([*serials, *(others - set(serials))], one.last)) if others else one


def _elsewhere(region_code: str, year: int) -> dict[tuple[NumberKind, str], set[int]]:
    """Return the numbers on papers that belong to no case. One query for each book that has numbers."""
    found: dict[tuple[NumberKind, str], set[int]] = defaultdict(set)
    for model in apps.get_models():
        names = {field.attname for field in model._meta.concrete_fields}
        if not {"no", "region_code"} <= names or model in (Case, Document):
            continue
        rows = model._base_manager.filter(region_code=region_code, no__contains=f"〔{year:04d}〕")
        for no in rows.values_list("no", flat=True).iterator(chunk_size=5000):
            number = parse_number(NumberKind.DOCUMENT, no) or parse_number(NumberKind.CERTIFICATE, no)
            if number is not None and number.year == year:
                found[number.kind, number.prefix].add(number.serial)
    return found


def _serials(region_code: str, year: int) -> dict[tuple[NumberKind, str], list[int]]:
    """Return what stands on cases and papers, by kind and word."""
    cases = Case.objects.filter(region_code=region_code, no__contains=f"-{year:04d}-")
    papers = Document.objects.filter(region_code=region_code, no__contains=f"〔{year:04d}〕")
    found: dict[tuple[NumberKind, str], list[int]] = {}
    for kinds, rows in (((NumberKind.CASE,), cases), ((NumberKind.DOCUMENT, NumberKind.CERTIFICATE), papers)):
        for no in rows.values_list("no", flat=True).iterator(chunk_size=5000):
            number = next((one for kind in kinds if (one := parse_number(kind, no))), None)
            if number is not None and number.year == year:
                found.setdefault((number.kind, number.prefix), []).append(number.serial)
    return found


def _parted(name: str) -> tuple[NumberKind, str, int] | None:
    kind, _, rest = name.partition(":")
    word, _, year = rest.rpartition(":")
    return (NumberKind(kind), word, int(year)) if kind in set(NumberKind) and year.isdecimal() else None
