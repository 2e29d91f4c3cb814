"""Reads of the catalogue: the item behind a code, and the version that holds on a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion


@dataclass(frozen=True, slots=True)
class ItemGuide:
    """An item with the version that holds on the day asked for (办事指南)."""

    item: Item
    version: ItemVersion


def version_on(item: Item, on: date) -> ItemVersion | None:
    """Return the version of an item that holds on a day, or None before its first one."""
    return item.versions.filter(effective_on__lte=on).order_by("-effective_on", "-number").first()


def versions_of(items: Collection[Item], on: date) -> dict[UUID, ItemVersion]:
    """Return the versions that hold on a day behind the ids of their items. One query."""
    known = {item.id: item for item in items}
    rows = ItemVersion.objects.filter(item__in=list(known), effective_on__lte=on).order_by("effective_on", "number")
    found = {row.item_id: row for row in rows}
    for item_id, version in found.items():
        version.item = known[item_id]
    return found


def guide_of(code: str, on: date) -> ItemGuide | None:
    """Return the item with its version of that day, or None. Two queries."""
    return guides_of([code], on).get(code)


def guides_of(codes: Collection[str], on: date) -> dict[str, ItemGuide]:
    """Return items with their versions of that day behind their codes. Two queries, however many."""
    items = list(Item.objects.select_related("department", "centre").filter(code__in=codes))
    versions = versions_of(items, on) if items else {}
    return {item.code: ItemGuide(item, versions[item.id]) for item in items if item.id in versions}


def items_of(department_ids: Sequence[UUID]) -> list[tuple[str, str]]:
    """Return id and name of the items of some departments, in the order of their codes. One query."""
    rows = Item.objects.filter(department__in=department_ids).order_by("code").values_list("id", "short_name", "name")
    return [(str(item_id), short or name) for item_id, short, name in rows]


def changed_since(since: date, today: date) -> set[str]:
    """Return the codes of the items of which a version took effect on or after a day. One query."""
    rows = ItemVersion.objects.filter(effective_on__gte=since, effective_on__lte=today)
    return set(rows.values_list("item__code", flat=True))


def versions_in_force(region_code: str, on: date) -> list[ItemVersion]:
    """Return the version that holds on a day of every item of a region that people can apply for. One query."""
    rows = ItemVersion.objects.filter(item__region_code=region_code, item__status=ItemStatus.OPEN)
    rows = rows.filter(effective_on__lte=on).select_related("item").order_by("effective_on", "number")
    latest = {row.item_id: row for row in rows}
    return sorted(latest.values(), key=lambda row: row.item.code)


def names_of_items(ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of items. One query, none for no items."""
    return dict(Item.objects.filter(id__in=ids).values_list("id", "name")) if ids else {}
