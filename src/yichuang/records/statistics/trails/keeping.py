"""Keep trails and their cells (轨迹入册): each case takes back what it brought before and brings what it is now.

A page is one transaction under the lock of the region's place: two runs at once, or one cut short, count nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from yichuang.records.following.place import START, passed, place_of
from yichuang.records.statistics.adding_up import CaseRows, CellRows, changed_of, exchanged, locked
from yichuang.records.statistics.trails.models import CaseTrail, TrailCell, TrailPlace
from yichuang.rules.trails.folding import Cells, Spot, Trail, add

Trails = Mapping[UUID, Trail]
_FIELDS = Trail._fields
_CASES, _CELLS = CaseRows(CaseTrail, _FIELDS), CellRows(TrailCell, Spot._fields)


def place_of_trails(region_code: str, at: datetime, today: date, *, anew: bool = False) -> TrailPlace:
    """Return how far the trails of a region are followed; what begins from nothing has nothing before it."""
    with transaction.atomic():
        place_of(TrailPlace, region_code, at, today, anew=anew)
        place = locked(TrailPlace, region_code)
        if place.after == START:
            for model in (CaseTrail, TrailCell):
                model._default_manager.filter(region_code=region_code).delete()
    return place


def page_kept(region_code: str, ids: Sequence[UUID], told: Callable[[], Trails], after: UUID | bool | None) -> int:
    """Keep a page of trails; return how many had changed. `after` is True where the place does not move."""
    with transaction.atomic():
        place, cells = locked(TrailPlace, region_code), Cells()
        old, new = kept(region_code, ids), told()
        changed = changed_of(ids, old, new)
        exchanged(changed, old, new, lambda one, sign: add(cells, one, sign))
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
    _CELLS.put(region_code, cells)


def _write(region_code: str, new: Trails) -> None:
    _CASES.put(region_code, new)
