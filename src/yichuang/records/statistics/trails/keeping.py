"""Keep trails and their cells (轨迹入册): each case takes back what it brought before and brings what it is now.

A page is one transaction under the lock of the region's place: two runs at once, or one cut short, count nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from yichuang.records.following.place import START, passed, place_of
from yichuang.records.ids import new_id
from yichuang.records.statistics.trails.models import CaseTrail, TrailCell, TrailPlace
from yichuang.rules.trails.folding import Cells, Trail, add

Trails = Mapping[UUID, Trail]
_ROWS = 400
_COLUMNS = ("id", "region_code", "item_id", "month", "what", "key", "days", "amount")
_FIELDS = Trail._fields
_QUOTED = [f'"{name}"' for name in _FIELDS]
_TRAIL = (
    f"INSERT INTO statistics_casetrail (id, region_code, case_id, {', '.join(_QUOTED)}) "  # noqa: S608
    f"VALUES ({', '.join(['%s'] * (3 + len(_FIELDS)))}) ON CONFLICT (region_code, id) "
    f"DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in _QUOTED)}"
)


def place_of_trails(region_code: str, at: datetime, today: date, *, anew: bool = False) -> TrailPlace:
    """Return how far the trails of a region are followed; what begins from nothing has nothing before it."""
    with transaction.atomic():
        place_of(TrailPlace, region_code, at, today, anew=anew)
        place = _locked(region_code)
        if place.after == START:
            for model in (CaseTrail, TrailCell):
                model._default_manager.filter(region_code=region_code).delete()
    return place


def page_kept(region_code: str, ids: Sequence[UUID], told: Callable[[], Trails], after: UUID | bool | None) -> int:
    """Keep a page of trails; return how many had changed. `after` is True where the place does not move."""
    with transaction.atomic():
        place, cells = _locked(region_code), Cells()
        old, new = kept(region_code, ids), told()
        changed = [case_id for case_id in ids if old.get(case_id) != new.get(case_id)]
        for case_id in changed:
            for one, sign in ((old.get(case_id), -1), (new.get(case_id), 1)):
                if one is not None:
                    add(cells, one, sign)
        _write(region_code, {case_id: new[case_id] for case_id in changed if case_id in new})
        put(region_code, cells)
        if after is not True:
            passed(place, after or None)
    return len(changed)


def kept(region_code: str, ids: Sequence[UUID]) -> dict[UUID, Trail]:
    """Return the trails on record."""
    rows = CaseTrail.objects.filter(region_code=region_code, id__in=ids).values_list("id", *_FIELDS)
    return {row[0]: Trail(*row[1:]) for row in rows}


def put(region_code: str, cells: Cells) -> None:
    """Add to the cells; what comes to nothing goes."""
    spots = sorted((spot, amount) for spot, amount in cells.items() if amount)
    with connection.cursor() as cursor:
        for start in range(0, len(spots), _ROWS):
            part = spots[start : start + _ROWS]
            values = [[new_id(), region_code, *spot, amount] for spot, amount in part]
            cursor.execute(_statement(len(part)), [_plain(value) for row in values for value in row])
    if spots:
        TrailCell.objects.filter(region_code=region_code, amount=0).delete()


def _locked(region_code: str) -> TrailPlace:
    return TrailPlace.objects.select_for_update().get(region_code=region_code)


def _write(region_code: str, new: Trails) -> None:
    rows = [[_plain(value) for value in (key, region_code, key, *one)] for key, one in new.items()]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_TRAIL, rows)


def _plain(value: object) -> object:
    """Return a value as the database takes it without a model between."""
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value


def _statement(rows: int) -> str:
    one = f"({', '.join(['%s'] * len(_COLUMNS))})"
    return (
        f"INSERT INTO statistics_trailcell ({', '.join(_COLUMNS)}) VALUES {', '.join([one] * rows)} "  # noqa: S608
        "ON CONFLICT (region_code, item_id, month, what, key, days) "
        "DO UPDATE SET amount = statistics_trailcell.amount + EXCLUDED.amount"
    )
