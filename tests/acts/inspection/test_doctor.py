"""doctor finds nothing in a sound centre, and every single column that was tampered with."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, models

from tests.acts.city import ZONE, City
from tests.acts.inspection.histories import history_of
from tests.acts.lives import promised_life, withdrawn_life
from yichuang.acts.catalogue.publish_item import Publication, publish_item
from yichuang.acts.context import Context
from yichuang.acts.inspection.doctor import OWNED, examine
from yichuang.acts.inspection.images import compare
from yichuang.faces.terminal.demo.items import build_items
from yichuang.faces.terminal.demo.organisation import build_organisation
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.certificates.models import Certificate
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Counter, Payload
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Centre, User

pytestmark = pytest.mark.django_db


def findings() -> list[str]:
    return [finding.code for finding in examine("990100", directory())]


def other(field: models.Field, value: object) -> object:
    if isinstance(field, models.JSONField):
        return {"x": 1}
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateTimeField):
        return (value or datetime.now().astimezone()) + timedelta(seconds=1)
    if isinstance(field, models.DateField):
        return (value or date(2026, 1, 1)) + timedelta(days=1)
    if isinstance(field, (models.IntegerField)):
        return (value or 0) + 1000
    if isinstance(field, (models.UUIDField, models.ForeignKey)):
        return new_id()
    return "x" if value != "x" else "y"


def unseen(row: Any) -> list[str]:
    """Return the columns of a row that can be changed without doctor seeing it."""
    here, missed = type(row)._base_manager.filter(region_code="990100", pk=row.pk), []
    for field in row._meta.concrete_fields:
        if field.attname in ("id", "region_code"):
            continue
        kept = getattr(row, field.attname)
        here.update(**{field.attname: other(field, kept)})
        missed += [] if findings() else [field.attname]
        here.update(**{field.attname: kept})
    return missed


def test_a_sound_centre(city: City) -> None:
    promised_life(city)
    withdrawn_life(city)
    assert findings() == []


# Columns of every kind are among those that are looked at on both databases; how they are found is the same.
BOTH, MORE = (Case, Certificate, Payload), (Case, Applicant, Payload, Counter)
EACH = [pytest.param(one, marks=() if one in BOTH else pytest.mark.sqlite) for one in (*OWNED, *MORE)]


@pytest.mark.parametrize("model", EACH)
def test_every_changed_column_is_reported(city: City, model: type[models.Model]) -> None:
    history_of(model)(city)
    assert findings() == []
    row = model._base_manager.filter(region_code="990100").first()
    assert row
    with connection.constraint_checks_disabled():
        assert (unseen(row), findings()) == ([], [])  # all was put back, so nothing hid behind an earlier change


def test_a_published_version_that_was_changed_is_reported(db: None) -> None:
    build_organisation(datetime(2026, 11, 20, 10, tzinfo=ZONE))
    place = directory()
    manager = place.officer(User.objects.get(username="manager").id, date(2026, 11, 20))

    def publish(item: Item, fields: dict[str, Any]) -> None:
        if item.status == "open":
            ctx = Context(manager, datetime(2026, 11, 20, 10, tzinfo=ZONE), directory(), new_id().hex)
            publish_item(Publication(item.id, fields), ctx)

    build_items(Centre.objects.get(), datetime(2026, 11, 20, 10, tzinfo=ZONE), publish)
    assert findings() == []
    ItemVersion.objects.filter(pk=ItemVersion.objects.first().pk).update(promised_number=99)
    assert findings() == ["column_differs"]


def test_a_column_younger_than_its_row_holds_its_default() -> None:
    told = {field.attname: getattr(fresh := Item(), field.attname) for field in Item._meta.concrete_fields}
    young = [field for field in Item._meta.concrete_fields if field.has_default() and field.attname != "id"]
    assert young
    for field in young:
        assert compare("", "", fresh, {name: value for name, value in told.items() if name != field.attname}) == []
    del told["delegator"]
    assert [found.code for found in compare("", "", Item(id=fresh.id, delegator="市政府"), told)] == ["column_differs"]
