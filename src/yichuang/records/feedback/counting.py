"""Counts of ratings (好差评统计): by month, department, item and window, without those set aside. Few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Count

from yichuang.records.catalogue.models import Item
from yichuang.records.feedback.models import Loop, Rating

_MINUTES = 5 * 60
AXES: Mapping[str, str] = {"department": "department_id", "item": "item_id", "window": "window_id"}


def grades_of(region_code: str, since: datetime, until: datetime, axis: str = "") -> dict[Any, dict[int, int]]:
    """Return how many ratings of each grade there are in a time, by one axis ("" is all under None). One query.

    What everybody may look at is counted at most once in five minutes.
    """
    key = f"ratings:{region_code}:{since:%Y%m%d}:{until:%Y%m%d}:{axis}"
    known: dict[Any, dict[int, int]] | None = cache.get(key)
    if known is not None:
        return known
    rows: Any = Rating.objects.filter(region_code=region_code, rated_at__gte=since, rated_at__lt=until)
    rows = rows.exclude(loop=Loop.SET_ASIDE).order_by()
    column = AXES.get(axis)
    found: dict[Any, dict[int, int]] = defaultdict(dict)
    for told in rows.values_list(*filter(None, (column, "grade"))).annotate(n=Count("pk")):
        found[told[0] if column else None][told[-2]] = told[-1]
    cache.set(key, dict(found), _MINUTES)
    return dict(found)


def item_names(ids: Iterable[Any]) -> dict[Any, str]:
    """Return the names of items. One query."""
    rows = Item.objects.filter(id__in=[one for one in ids if one]).only("id", "name", "short_name")
    return {row.id: row.short_name or row.name for row in rows}


def loops_of(region_code: str, since: datetime, until: datetime) -> dict[str, int]:
    """Return how far the bad ratings of a time have come. One query."""
    rows: Any = Rating.objects.filter(region_code=region_code, rated_at__gte=since, rated_at__lt=until)
    return dict(rows.exclude(loop="").order_by().values_list("loop").annotate(n=Count("pk")))


def shown_words(region_code: str, limit: int) -> list[Rating]:
    """Return the latest words that were looked through and are shown, with their items. One query."""
    rows = Rating.objects.filter(region_code=region_code).exclude(shown="").exclude(loop=Loop.SET_ASIDE)
    return list(rows.select_related("item").order_by("-rated_at")[:limit])
