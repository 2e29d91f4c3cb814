"""What is counted of the seals and numbers of a region (用印与编号数量), for the rule that compares them."""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Iterable

from django.db.models import F, Q

from yichuang.records.documents.series import Series, series_in, years_in
from yichuang.records.ledger.models import Counter
from yichuang.records.seals.models import SealUse
from yichuang.rules.papers.continuity import Continuity
from yichuang.rules.supervision.counts import Tally

_USE = "use:"


def seal_tallies(region_code: str) -> list[Tally]:
    """Return one tally for each seal and year: its counter, its log, the papers that bear it. Three queries."""
    drawn = Counter.objects.filter(region_code=region_code, name__startswith=_USE).order_by("name")
    uses = SealUse.objects.filter(region_code=region_code)
    borne = uses.filter(document__region_code=region_code)
    kept = Count(_series(no) for no in uses.values_list("no", flat=True).iterator(chunk_size=5000))
    standing: Count[str] = Count()
    differing: Count[str] = Count()
    for no, same in borne.values_list("no", Q(digest=F("document__digest"))).iterator(chunk_size=5000):
        standing[_series(no)] += 1
        differing[_series(no)] += not same
    last = {name.removeprefix(_USE).replace(":", "-"): value for name, value in drawn.values_list("name", "value")}
    return [
        Tally(f"印章 {name}", last.get(name, 0), kept[name], standing[name], differing[name])
        for name in sorted(last.keys() | kept.keys())
    ]


def number_tallies(region_code: str) -> list[Tally]:
    """Return one tally for each series of numbers: its counter, and the numbers that stand on cases and papers."""
    found = (one for year in years_in(region_code) for one in series_in(region_code, year))
    return [_tally(one) for one in found]


def _tally(one: Series) -> Tally:
    standing = one.last - _gone(one.found.missing)
    return Tally(f"编号 {one.word}〔{one.year}〕", one.last, one.last, standing, _odd(one.found))


def _gone(spans: Iterable[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in spans)


def _odd(found: Continuity) -> int:
    return len(found.doubled) + len(found.beyond)


def _series(no: str) -> str:
    """Return seal and year of the number of a use."""
    return no.rpartition("-")[0]
