"""自检记录: the last run over a region is kept, so that looking at it costs nothing."""

from __future__ import annotations

from typing import Any

from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import SelfCheck


def last_check(region_code: str) -> SelfCheck | None:
    """Return the last run, None where there was none. One query."""
    return SelfCheck.objects.filter(region_code=region_code).select_related("by").order_by("-at").first()


def entries_in(region_code: str) -> int:
    """Return how many entries the ledger of a region has: those since a run are not examined yet. One query."""
    return Entry.objects.filter(region_code=region_code).count()


def keep_check(region_code: str, values: dict[str, Any]) -> SelfCheck:
    """Keep a run; those before it have served."""
    row = SelfCheck.objects.create(region_code=region_code, **values)
    SelfCheck.objects.filter(region_code=region_code).exclude(pk=row.pk).delete()
    return row
