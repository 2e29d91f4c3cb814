"""What there is where the visitor is (本地的目录)."""

from __future__ import annotations

from django.http import HttpRequest

from yichuang.faces.common.place import centre_of
from yichuang.records.catalogue.shelf import Shelf, shelf
from yichuang.records.org.models import Department


def shelf_here(request: HttpRequest) -> Shelf:
    """Return the catalogue of the centre that the visitor looks at."""
    centre = centre_of(request)
    return shelf(request.directory, request.today, centre.region.code if centre else "")


def departments_here(request: HttpRequest) -> list[Department]:
    """Return the departments of that centre."""
    centre = centre_of(request)
    return [row for row in request.directory.departments.values() if centre is None or row.centre_id == centre.id]
