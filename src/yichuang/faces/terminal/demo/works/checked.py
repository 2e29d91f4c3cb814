"""Whether what the demonstration lets people apply for passes the check-up of publishing (发布体检)."""

from __future__ import annotations

from datetime import date

from yichuang.law.book import book
from yichuang.records.catalogue.lint import Level, lint
from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion
from yichuang.records.org.directory import directory


def none_faulty(today: date) -> None:
    """See to it that what was opened was checked.  Raises: LookupError."""
    faulty = open_but_faulty(today)
    if faulty:
        raise LookupError(f"open for applications without passing the check-up: {'、'.join(faulty)}")


def open_but_faulty(today: date) -> list[str]:
    """Return the items that are open though their newest version has errors; there are none. Two queries."""
    place = directory()
    newest = {
        version.item_id: version
        for version in ItemVersion.objects.filter(item__status=ItemStatus.OPEN).order_by("item_id", "number")
    }
    items = Item.objects.select_related("department").in_bulk(list(newest))
    faulty = []
    for item_id, version in newest.items():
        version.item = items[item_id]
        norms = book().norms(place.profile(version.item.department_id), max(today, version.effective_on))
        if any(one.level is Level.ERROR for one in lint(version, norms)):
            faulty.append(version.item.name)
    return faulty
