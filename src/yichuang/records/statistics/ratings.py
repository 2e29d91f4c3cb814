"""Ratings by grade (好差评统计) off the roll-up: as many rows as there are cells, however many were given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.core.cache import cache
from django.db.models import QuerySet, Sum

from yichuang.records.statistics.models import Rollup
from yichuang.rules.statistics.measures import BAD, GOOD
from yichuang.rules.statistics.shapes import Axis
from yichuang.rules.statistics.tallying import MONTH

Months = Mapping[date, Mapping[int, int]]
_KEPT = 5 * 60  # seconds
_GRADES: Mapping[str, int] = {f"grade_{grade}": grade for grade in (*GOOD, *BAD)}


def grades_by_month(region_code: str, first: date, last: date) -> Months:
    """Return how many ratings of each grade there are in each month from `first` to `last`. One query."""
    found: dict[date, dict[int, int]] = defaultdict(dict)
    for on, measure, amount in _cells(region_code, first, last, Axis.ALL).values_list("on", "measure", "amount"):
        found[on][_GRADES[measure]] = amount
    return found


def grades_by(region_code: str, first: date, last: date, axis: Axis) -> dict[str, dict[int, int]]:
    """Return how many ratings of each grade there are in whole months, by the keys of an axis. One query.

    What everybody may look at is added up at most once in five minutes.
    """
    name = f"grades:{region_code}:{first:%Y%m}:{last:%Y%m}:{axis.value}"
    known: dict[str, dict[int, int]] | None = cache.get(name)
    if known is not None:
        return known
    found: dict[str, dict[int, int]] = defaultdict(dict)
    rows = _cells(region_code, first, last, axis).values("key", "measure").annotate(total=Sum("amount"))
    for row in rows:
        found[row["key"]][_GRADES[row["measure"]]] = row["total"]
    cache.set(name, dict(found), _KEPT)
    return dict(found)


def _cells(region_code: str, first: date, last: date, axis: Axis) -> QuerySet[Rollup, Rollup]:
    rows = Rollup.objects.filter(region_code=region_code, grain=MONTH, axis=axis.value, on__range=(first, last))
    return rows.filter(measure__in=list(_GRADES)).order_by()
