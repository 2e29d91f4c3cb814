"""Whose rules hold for this request (适用哪里的规定): of the case's place, else the officer's, else the centre's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

from yichuang.faces.common.place import centre_of
from yichuang.records.org.models import Centre

_REQUEST: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
_CASE = re.compile(r"/([A-Z]{2,6}-\d{4}-\d{6})(?:/|$)")


@contextmanager
def serving(request: HttpRequest) -> Iterator[None]:
    """Remember the request for as long as it is answered."""
    token = _REQUEST.set(request)
    try:
        yield
    finally:
        _REQUEST.reset(token)


def profiles_here() -> frozenset[str] | None:
    """Return the norms profiles that hold for the request being answered; None outside of one."""
    request = _REQUEST.get()
    if request is None or getattr(request, "directory", None) is None:
        return None
    centres = list(_centres(request))
    own = {centre.id for centre in centres}
    departments = request.directory.departments.values()
    special = {row.profile for row in departments if row.profile and row.centre_id in own}
    return frozenset(special | {centre.profile for centre in centres}) or None


def _centres(request: HttpRequest) -> Iterator[Centre]:
    found = _CASE.search(request.path)
    directory = request.directory
    own = {grant.region_code for grant in request.officer.grants}
    regions = {directory.region_of(found[1])} if found else own
    centres = [directory.centres[region] for region in regions if region in directory.centres]
    shown = centre_of(request)
    yield from centres or ([shown] if shown else [])
