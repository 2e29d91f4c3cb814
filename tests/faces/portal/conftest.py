"""The demo city, built once for each module of this folder and rolled back at its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from yichuang.faces.common import clock
from yichuang.faces.terminal.demo.items import build_items, publish_plainly
from yichuang.faces.terminal.demo.organisation import build_organisation
from yichuang.records.catalogue.models import Item
from yichuang.records.org.directory import Directory, directory, forget


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        at = clock.now()
        build_items(build_organisation(at), at, publish_plainly)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demo(built: None, db: None) -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def place() -> Directory:
    return directory()


@pytest.fixture
def today() -> date:
    return clock.today()


@pytest.fixture
def address() -> Any:
    """Return the address of an item's guide by its name."""

    def of(name: str, *rest: str) -> str:
        return "/".join(["/items", Item.objects.get(name=name).code, *rest, ""])

    return of
