"""Count cases and keep the roll-up (统计入册): each case takes back what it brought before and brings what it is now.

A page is one transaction under the lock of the region's place: two runs at once, or one cut short, count nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from yichuang.records.following.place import START, passed, place_of
from yichuang.records.ids import new_id
from yichuang.records.statistics.models import CountedCase, CountedSum, CountPlace, Rollup
from yichuang.rules.statistics.shapes import Counted, Extra
from yichuang.rules.statistics.tallying import Cells, Days, add, with_months

Bill = tuple[Counted, tuple[Extra, ...]]
Bills = Mapping[UUID, Bill]
_ROWS = 400  # of eight values: SQLite takes 32766 in a statement, older ones fewer
_COLUMNS = ("id", "region_code", "grain", '"on"', "axis", "key", "measure", "amount")
_FIELDS = Counted._fields
_COUNTED = (  # without models: a case has thirty columns, and there are millions
    f"INSERT INTO statistics_countedcase (id, region_code, case_id, {', '.join(_FIELDS)}) "  # noqa: S608
    f"VALUES ({', '.join(['%s'] * (3 + len(_FIELDS)))}) ON CONFLICT (region_code, id) "
    f"DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in _FIELDS)}"
)


def place_of_count(region_code: str, at: datetime, today: date, *, anew: bool = False) -> CountPlace:
    """Return how far a region has been counted; what begins from nothing has nothing before it."""
    with transaction.atomic():
        place_of(CountPlace, region_code, at, today, anew=anew)
        place = _locked(region_code)
        if place.after == START:
            for model in (CountedSum, CountedCase, Rollup):
                model._default_manager.filter(region_code=region_code).delete()
    return place


def page_counted(region_code: str, ids: Sequence[UUID], bills: Callable[[], Bills], after: UUID | bool | None) -> int:
    """Count a page of cases anew; return how many had changed. `after` is True where the place does not move."""
    with transaction.atomic():
        place = _locked(region_code)
        old, new, cells = _kept(region_code, ids), bills(), Days()
        changed = [case_id for case_id in ids if old.get(case_id) != new.get(case_id)]
        for case_id in changed:
            for bill, sign in ((old.get(case_id), -1), (new.get(case_id), 1)):
                if bill is not None:
                    add(cells, *bill, sign)
        _write(region_code, changed, old, new)
        put(region_code, with_months(cells))
        if after is not True:
            passed(place, after or None)
    return len(changed)


def _locked(region_code: str) -> CountPlace:
    return CountPlace.objects.select_for_update().get(region_code=region_code)


def _kept(region_code: str, ids: Sequence[UUID]) -> dict[UUID, Bill]:
    """Return what the cases brought so far."""
    extras: dict[UUID, list[Extra]] = {}
    sums = CountedSum.objects.filter(region_code=region_code, case_id__in=ids)
    for case_id, *one in sums.values_list("case_id", "measure", "on", "amount"):
        extras.setdefault(case_id, []).append(Extra(*one))
    rows = CountedCase.objects.filter(region_code=region_code, id__in=ids).values_list("id", *_FIELDS)
    return {row[0]: (Counted(*row[1:]), tuple(sorted(extras.get(row[0], ())))) for row in rows}


def _write(region_code: str, changed: Sequence[UUID], old: Bills, new: Bills) -> None:
    rows = [
        [_plain(value) for value in (case_id, region_code, case_id, *new[case_id][0])]
        for case_id in changed
        if case_id in new and (case_id not in old or old[case_id][0] != new[case_id][0])
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_COUNTED, rows)
    paid = [case_id for case_id in changed if _extras(old, case_id) != _extras(new, case_id)]
    if paid:
        CountedSum.objects.filter(region_code=region_code, case_id__in=paid).delete()
    sums = [
        CountedSum(region_code=region_code, case_id=case_id, **one._asdict())
        for case_id in paid
        for one in _extras(new, case_id)
    ]
    CountedSum.objects.bulk_create(sums)


def _plain(value: object) -> object:
    """Return a value as the database takes it without a model between."""
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value


def _extras(bills: Bills, case_id: UUID) -> tuple[Extra, ...]:
    return bills[case_id][1] if case_id in bills else ()


def put(region_code: str, cells: Cells) -> None:
    """Add to the cells of the roll-up; what comes to nothing goes."""
    spots = sorted(cells.items())
    with connection.cursor() as cursor:
        for start in range(0, len(spots), _ROWS):
            part = spots[start : start + _ROWS]
            cursor.execute(_statement(len(part)), list(_values(region_code, part)))
    if spots:
        Rollup.objects.filter(region_code=region_code, amount=0).delete()


def _statement(rows: int) -> str:
    one = f"({', '.join(['%s'] * len(_COLUMNS))})"
    return (
        f"INSERT INTO statistics_rollup ({', '.join(_COLUMNS)}) VALUES {', '.join([one] * rows)} "  # noqa: S608
        'ON CONFLICT (region_code, grain, axis, "on", key, measure) '
        "DO UPDATE SET amount = statistics_rollup.amount + EXCLUDED.amount"
    )


def _values(region_code: str, part: Iterable[tuple[tuple[object, ...], int]]) -> Iterable[object]:
    for spot, amount in part:
        yield from (_plain(new_id()), region_code, *spot, amount)
