"""Whether what the demonstration lets people apply for passes the check-up of publishing (发布体检), and what they said
passes the check of the form that they said it in.
"""

from __future__ import annotations

from datetime import date

from yichuang.faces.common.forms.checking import check_values
from yichuang.faces.common.forms.spec import FormSpec, form_spec
from yichuang.law.book import book
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.lint import Level, lint
from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion
from yichuang.records.org.directory import directory


def none_faulty(today: date) -> None:
    """See to it that what was opened was checked.  Raises: LookupError."""
    faulty = open_but_faulty(today)
    if faulty:
        raise LookupError(f"open for applications without passing the check-up: {'、'.join(faulty)}")


def none_ill_answered() -> None:
    """See to it that every case answers the questions of its form as its form wants.  Raises: LookupError."""
    wrong = ill_answered()
    if wrong:
        raise LookupError(f"{len(wrong)} answers that break the rules of their forms: {'；'.join(wrong[:20])}")


def ill_answered() -> list[str]:
    """Return what the forms find wrong with the answers, by case; there is nothing. Two queries."""
    versions = ItemVersion.objects.in_bulk()
    specs: dict[tuple[object, str], FormSpec] = {}
    wrong = []
    for case in Case.objects.filter(region_code__in=directory().centres):
        version, key = versions[case.item_version_id], (case.item_version_id, case.situation)
        if key not in specs:
            specs[key] = form_spec(version.form_schema, version.form_ui, situation=case.situation)
        found = check_values(specs[key], open_values(case.form, case.id), today=case.received_on)
        wrong += [f"{case.no} {one.sentence}" for one in found]
    return wrong


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
