"""Reads for counting what project agents asked again under other norms (试算): never a word of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from django.db.models import Q
from django.db.models.expressions import Combinable

from yichuang.records.cases.recount import CHUNK, Piece, day_of
from yichuang.records.projects.models import Cooperation

_OF_PROJECT = "project__code project__profile department_id asked_at project__finished_on".split()


def asked_pieces(region_code: str, columns: Mapping[str, str | Combinable], where: Q, since: date) -> Iterator[Piece]:
    """Yield what was asked in projects since a day, or in one that is not finished, as pieces of no item. One query."""
    recent = Q(asked_at__date__gte=since) | Q(project__finished_on=None)
    rows = Cooperation.objects.filter(
        recent, where, region_code=region_code, project__region_code=region_code, department_id__isnull=False
    )
    names = [str(name) for name in columns.values()]
    for code, profile, department, at, finished, *rest in (
        rows.order_by("id").values_list(*_OF_PROJECT, *names).iterator(CHUNK)
    ):
        asked_on = _civil(at)
        values = {name: day_of(value) for name, value in zip(columns, rest, strict=True)}
        yield Piece(code, None, None, profile, "", department, asked_on, None, finished, values)


def _civil(at: datetime) -> date:
    """Return the civil day of a moment."""
    on: date = day_of(at)
    return on
