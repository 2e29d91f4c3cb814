"""What is told of ratings beside their numbers (好差评公示): how far bad ones came, and words looked through."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Count

from yichuang.records.catalogue.models import Item
from yichuang.records.feedback.models import Loop, Rating

_MINUTES = 5 * 60


def item_names(ids: Iterable[Any]) -> dict[Any, str]:
    """Return the names of items. One query."""
    rows = Item.objects.filter(id__in=[one for one in ids if one]).only("id", "name", "short_name")
    return {row.id: row.short_name or row.name for row in rows}


def loops_of(region_code: str, since: datetime, until: datetime) -> dict[str, int]:
    """Return how far the bad ratings of a time have come. One query, at most once in five minutes."""
    key = f"bad-ratings:{region_code}:{since:%Y%m%d}:{until:%Y%m%d}"
    known: dict[str, int] | None = cache.get(key)
    if known is not None:
        return known
    rows: Any = Rating.objects.filter(region_code=region_code, rated_at__gte=since, rated_at__lt=until)
    found = dict(rows.exclude(loop="").order_by().values_list("loop").annotate(n=Count("loop")))  # off the index alone
    cache.set(key, found, _MINUTES)
    return found


def shown_words(region_code: str, limit: int) -> list[Rating]:
    """Return the latest words that were looked through and are shown, with their items. One query."""
    rows = Rating.objects.filter(region_code=region_code).exclude(shown="").exclude(loop=Loop.SET_ASIDE)
    return list(rows.select_related("item").order_by("-rated_at")[:limit])
