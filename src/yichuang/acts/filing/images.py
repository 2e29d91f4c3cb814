"""What the rows of a filing become, in plain values (记录的样子): dates, times and ids as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from yichuang.acts.filing.columns import Table, table
from yichuang.acts.filing.shapes import Filing, Number
from yichuang.records.ledger.canonical import plain_row

Values = dict[str, Any]


class Image(NamedTuple):
    """One row after the filing: its table, its id, and the columns that the filing gives it."""

    table: Table
    id: str
    values: Values


class Images(NamedTuple):
    """The subject's own row, the rows added and the rows changed."""

    head: Image
    added: list[Image]
    changed: list[Image]

    @property
    def all(self) -> list[Image]:
        """Return them in the order in which the entry names them."""
        return [self.head, *self.added, *self.changed]


def images_of(filing: Filing) -> Images:
    """Return the images of a filing; numbers not yet drawn still stand in them."""
    place = filing.place
    added = [(table(row.model), plain_row(row.values)) for row in filing.add]
    changed = [Image(table(row.model), str(row.id), plain_row(row.values)) for row in filing.change]
    head = Image(table(place.model), str(place.id), plain_row(filing.set))
    return Images(head, [Image(layout, values["id"], values) for layout, values in added], changed)


def numbers_in(images: Images, answer: Mapping[str, Any]) -> dict[str, Number]:
    """Return the numbers that must be drawn, by counter, in the order in which everybody draws."""
    found = [value for image in images.all for value in image.values.values() if isinstance(value, Number)]
    found += [value for value in answer.values() if isinstance(value, Number)]
    return dict(sorted({number.counter: number for number in found}.items()))


def fill(values: Values, words: Mapping[str, str]) -> None:
    """Put the drawn texts where the numbers stood."""
    for name, value in values.items():
        if isinstance(value, Number):
            values[name] = words[value.counter]
