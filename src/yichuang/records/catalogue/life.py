"""Reads for the life of items (事项的版本): the versions of an item, a region's catalogue, what a version says."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion
from yichuang.rules.catalogue_life.comparing import Shape
from yichuang.rules.catalogue_life.promising import Limits
from yichuang.rules.norms import Term, Unit

_NO_STEP = frozenset({"issue", "co_review", "countersign", "consultation", "opinion"})  # done beside the others


def item_in(regions: Collection[str], code: str) -> Item | None:
    """Return the item with this code if it lies in one of the regions. One query."""
    rows = Item.objects.select_related("department", "centre")
    return rows.filter(code=code, region_code__in=list(regions)).first()


def versions_of(item: Item) -> list[ItemVersion]:
    """Return every version of an item, newest first. One query."""
    found = list(item.versions.order_by("-number"))
    for version in found:
        version.item = item
    return found


def catalogue_of(region_code: str) -> list[tuple[Item, list[ItemVersion]]]:
    """Return the items of a region that are not historical, each with its versions by date. Two queries."""
    items = list(
        Item.objects.filter(region_code=region_code)
        .exclude(status=ItemStatus.HISTORICAL)
        .select_related("department", "centre")
        .order_by("code")
    )
    by_item: dict[Any, list[ItemVersion]] = {item.id: [] for item in items}
    named = {item.id: item for item in items}
    for version in ItemVersion.objects.filter(item__in=items).order_by("effective_on", "number"):
        version.item = named[version.item_id]
        by_item[version.item_id].append(version)
    return [(item, by_item[item.id]) for item in items]


def shape_of(version: ItemVersion) -> Shape:
    """Return what is compared of a version."""
    brought = [slot for slot in version.materials if not slot.get("share_exempt")]
    return Shape(
        version.kind,
        tuple(stage["name"] for stage in version.stages if stage.get("kind") not in _NO_STEP),
        tuple(slot["name"] for slot in brought),
        len(version.materials) - len(brought),
        _term(version.statutory_number, version.statutory_unit, version.statutory_basis),
        _term(version.promised_number, version.promised_unit, ""),
        version.guide.get("visits"),
        tuple(point["text"] for point in version.review_rules.get("review") or ()),
    )


def limits_of_item(version: ItemVersion) -> Limits:
    """Return the limits that a version states."""
    shape = shape_of(version)
    return Limits(version.item.name, shape.statutory, shape.promised, bool(version.guide.get("complex")))


def _term(number: int | None, unit: str, basis: str) -> Term | None:
    return None if number is None else Term(number, Unit(unit), basis)
