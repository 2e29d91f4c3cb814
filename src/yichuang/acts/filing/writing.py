"""Images become statements: rows of one shape together, in one round trip where the database can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from yichuang.acts.filing.columns import Adapt, Table
from yichuang.acts.filing.images import Image, Values
from yichuang.acts.filing.plan import REGION, Insert, Shape, Update, folded, listed
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.records.statements import SQLITE, Execute, run, vendor

Groups = dict[tuple[Table, tuple[str, ...]], list[Image]]


class Sheet(NamedTuple):
    """All that a filing writes: the guarded change of the subject's row (None: a new one), rows to add, to change."""

    place: Place
    facts_version: int
    guard: Image | None
    added: list[Image]
    changed: list[Image]


def write(sheet: Sheet, execute: Execute) -> None:
    """Write the sheet. Raises Conflict, or DataError with STALE, when the guard or a row to change is not there."""
    added, changed = _grouped(sheet.added), _grouped(sheet.changed)
    guard = sheet.guard
    shape = Shape(
        None if guard is None else Update(guard.table, tuple(guard.values), 1),
        tuple(Insert(table, columns, len(rows)) for (table, columns), rows in added.items()),
        tuple(Update(table, columns, len(rows)) for (table, columns), rows in changed.items()),
    )
    if vendor() == SQLITE:
        _one_by_one(sheet, shape, [*added.values()], [*changed.values()])
    else:
        execute(folded(shape), _in_order(sheet, [*added.values()], [*changed.values()]))


def _grouped(images: list[Image]) -> Groups:
    """Put rows of one table and the same columns together, in order of first appearance."""
    groups: Groups = {}
    for image in images:
        groups.setdefault((image.table, tuple(image.values)), []).append(image)
    return groups


class Layout(NamedTuple):
    """How the values of such rows are laid out: which, and where they must be adapted."""

    pick: Callable[[Values], tuple[Any, ...]]
    adapted: tuple[tuple[int, Adapt], ...]


@cache
def _layout(table: Table, columns: tuple[str, ...]) -> Layout:
    names = [name for name in columns if name != REGION]
    adapted = ((place, table.adapters[name]) for place, name in enumerate(names) if name in table.adapters)
    return Layout(itemgetter(*names, names[0]), tuple(adapted))


def _cells(image: Image, region_code: str) -> list[Any]:
    """Return the values of a row as the database wants them; its region is that of the filing."""
    values = image.values
    if values.get(REGION, region_code) != region_code:
        raise ValueError(f"{image.table.name} {image.id}: not in region {region_code}")
    layout = _layout(image.table, tuple(values))
    cells = list(layout.pick(values))
    cells.pop()  # picked twice, so that there is always a tuple
    for place, adapt in layout.adapted:
        cells[place] = adapt(cells[place])
    return cells


def _changed_cells(image: Image, region_code: str) -> list[Any]:
    adapt = image.table.adapters.get("id")
    return [*_cells(image, region_code), adapt(image.id) if adapt else image.id]


def _in_order(sheet: Sheet, added: Sequence[list[Image]], changed: Sequence[list[Image]]) -> list[Any]:
    region = sheet.place.region_code
    values = [region, str(sheet.facts_version)]
    if sheet.guard is not None:
        values += [*_changed_cells(sheet.guard, region), str(sheet.place.version)]
    for rows in added:
        for image in rows:
            values += _cells(image, region)
    for rows in changed:
        for image in rows:
            values += _changed_cells(image, region)
    return values


def _one_by_one(sheet: Sheet, shape: Shape, added: Sequence[list[Image]], changed: Sequence[list[Image]]) -> None:
    region = sheet.place.region_code
    common = [region, sheet.facts_version]
    statements = iter(listed(shape))
    guard = [] if sheet.guard is None else [*_changed_cells(sheet.guard, region), sheet.place.version]
    answer = run(next(statements), [*common, *guard])
    if not (answer.rows or answer.touched > 0):
        raise Conflict("the case moved on")
    for rows in added:
        statement = next(statements)
        for image in rows:
            run(statement, [*common, *_cells(image, region)])
    for rows in changed:
        statement = next(statements)
        for image in rows:
            if run(statement, [*common, *_changed_cells(image, region)]).touched != 1:
                raise Conflict("a row to change is missing")
