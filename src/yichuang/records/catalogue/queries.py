"""Reads of the catalogue: the item behind a code, and the version that holds on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.catalogue.models import Item, ItemVersion


@dataclass(frozen=True, slots=True)
class ItemGuide:
    """An item with the version that holds on the day asked for (办事指南)."""

    item: Item
    version: ItemVersion


def version_on(item: Item, on: date) -> ItemVersion | None:
    """Return the version of an item that holds on a day, or None before its first one."""
    return item.versions.filter(effective_on__lte=on).order_by("-effective_on", "-number").first()


def guide_of(code: str, on: date) -> ItemGuide | None:
    """Return the item with its version of that day, or None. Two queries."""
    item = Item.objects.select_related("department", "centre").filter(code=code).first()
    version = version_on(item, on) if item else None
    return ItemGuide(item, version) if item and version else None


def items_of(department_ids: Sequence[UUID]) -> list[tuple[str, str]]:
    """Return id and name of the items of some departments, in the order of their codes. One query."""
    rows = Item.objects.filter(department__in=department_ids).order_by("code").values_list("id", "short_name", "name")
    return [(str(item_id), short or name) for item_id, short, name in rows]


def changed_since(since: date, today: date) -> set[str]:
    """Return the codes of the items of which a version took effect on or after a day. One query."""
    rows = ItemVersion.objects.filter(effective_on__gte=since, effective_on__lte=today)
    return set(rows.values_list("item__code", flat=True))
