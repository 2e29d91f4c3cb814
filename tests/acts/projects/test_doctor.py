"""doctor reports every column of a project and of a bundle's run that was tampered with."""

from typing import Any

import pytest
from django.db import connection, models

from tests.acts.city import START
from tests.acts.inspection.test_doctor import other
from tests.acts.projects.test_cooperation import asked, named
from tests.acts.projects.test_projects import sound
from tests.acts.projects.works import REGION, Works
from yichuang.acts.inspection.projects import BOOKS
from yichuang.records.ids import new_id

pytestmark = pytest.mark.django_db
_MODELS = [model for book in BOOKS if book.subject == "project" for model in (book.head, *book.owned)]


def changed(row: Any) -> list[str]:
    """Return the columns that could be changed without doctor seeing it."""
    unseen = []
    for column in row._meta.concrete_fields:
        if column.attname in ("id", "region_code"):
            continue
        kept = getattr(row, column.attname)
        here = type(row)._base_manager.filter(region_code=REGION, pk=row.pk)
        here.update(**{column.attname: other(column, kept)})
        unseen += [column.attname] if sound() else []
        here.update(**{column.attname: kept})
    return unseen


@pytest.mark.parametrize("model", _MODELS)
def test_every_changed_column_is_reported(works: Works, model: type[models.Model]) -> None:
    on = named(works)
    asked(works, on, START)
    works.add(on.code, "initiation")
    assert sound()
    row = model._base_manager.filter(region_code=REGION).first()
    with connection.constraint_checks_disabled():
        assert changed(row) == []


@pytest.mark.parametrize("model", _MODELS)
def test_a_row_of_nobodys_making_is_reported(works: Works, model: type[models.Model]) -> None:
    on = named(works)
    asked(works, on, START)
    works.add(on.code, "initiation")
    row: Any = model._base_manager.filter(region_code=REGION).first()
    row.pk = new_id()
    unique = {"code": "2020-000000-00-00-000000", "key": "planted", "case_id": new_id()}
    for name, value in unique.items():
        if hasattr(row, name) and model._meta.model_name != "cooperation":
            setattr(row, name, value)
    with connection.constraint_checks_disabled():
        row.save(force_insert=True)
        assert not sound()
        type(row)._base_manager.filter(region_code=REGION, pk=row.pk).delete()
