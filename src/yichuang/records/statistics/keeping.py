"""Count cases and keep the roll-up (统计入册): each case takes back what it brought before and brings what it is now.

A page is one transaction under the lock of the region's place: two runs at once, or one cut short, count nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from yichuang.records.following.place import START, passed, place_of
from yichuang.records.statistics.adding_up import CaseRows, CellRows, changed_of, exchanged, locked
from yichuang.records.statistics.models import CountedCase, CountedSum, CountPlace, Rollup
from yichuang.rules.statistics.shapes import Counted, Extra
from yichuang.rules.statistics.tallying import Cells, Days, Spot, add, with_months

Bill = tuple[Counted, tuple[Extra, ...]]
Bills = Mapping[UUID, Bill]
_FIELDS = Counted._fields
_CASES, _CELLS = CaseRows(CountedCase, _FIELDS), CellRows(Rollup, Spot._fields)


def place_of_count(region_code: str, at: datetime, today: date, *, anew: bool = False) -> CountPlace:
    """Return how far a region has been counted; what begins from nothing has nothing before it."""
    with transaction.atomic():
        place_of(CountPlace, region_code, at, today, anew=anew)
        place = locked(CountPlace, region_code)
        if place.after == START:
            for model in (CountedSum, CountedCase, Rollup):
                model._default_manager.filter(region_code=region_code).delete()
    return place


def page_counted(region_code: str, ids: Sequence[UUID], bills: Callable[[], Bills], after: UUID | bool | None) -> int:
    """Count a page of cases anew; return how many had changed. `after` is True where the place does not move."""
    with transaction.atomic():
        place = locked(CountPlace, region_code)
        old, new, cells = _kept(region_code, ids), bills(), Days()
        changed = changed_of(ids, old, new)
        exchanged(changed, old, new, lambda bill, sign: add(cells, *bill, sign))
        _write(region_code, changed, old, new)
        put(region_code, with_months(cells))
        if after is not True:
            passed(place, after or None)
    return len(changed)


def put(region_code: str, cells: Cells) -> None:
    """Add to the cells of the roll-up; what comes to nothing goes."""
    _CELLS.put(region_code, cells)


def _kept(region_code: str, ids: Sequence[UUID]) -> dict[UUID, Bill]:
    """Return what the cases brought so far."""
    extras: dict[UUID, list[Extra]] = {}
    sums = CountedSum.objects.filter(region_code=region_code, case_id__in=ids)
    for case_id, *one in sums.values_list("case_id", "measure", "on", "amount"):
        extras.setdefault(case_id, []).append(Extra(*one))
    rows = CountedCase.objects.filter(region_code=region_code, id__in=ids).values_list("id", *_FIELDS)
    return {row[0]: (Counted(*row[1:]), tuple(sorted(extras.get(row[0], ())))) for row in rows}


def _write(region_code: str, changed: Sequence[UUID], old: Bills, new: Bills) -> None:
    mine = [case_id for case_id in changed if case_id in new]
    told = {case_id: new[case_id][0] for case_id in mine if case_id not in old or old[case_id][0] != new[case_id][0]}
    _CASES.put(region_code, told)
    paid = [case_id for case_id in changed if _extras(old, case_id) != _extras(new, case_id)]
    if paid:
        CountedSum.objects.filter(region_code=region_code, case_id__in=paid).delete()
    sums = [
        CountedSum(region_code=region_code, case_id=case_id, **one._asdict())
        for case_id in paid
        for one in _extras(new, case_id)
    ]
    CountedSum.objects.bulk_create(sums)


def _extras(bills: Bills, case_id: UUID) -> tuple[Extra, ...]:
    return bills[case_id][1] if case_id in bills else ()
