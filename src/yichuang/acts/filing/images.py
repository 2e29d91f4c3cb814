"""What the rows of a filing become, in plain values (记录的样子): dates, times and ids as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """The subject's own row, the rows added and the rows changed; and the answer, as plain as they are."""

    head: Image
    added: list[Image]
    changed: list[Image]
    answer: Values

    def rows(self) -> list[Image]:
        """Return the rows in the order in which the entry names them."""
        return [self.head, *self.added, *self.changed]

    def numbers(self) -> dict[str, list[Number]]:
        """Return the numbers that must be drawn, by counter, in the order in which everybody draws.

        Two papers of one series are two numbers; one Number that stands in several places is one.
        """
        found: dict[int, Number] = {}
        for values in (*[row.values for row in self.rows()], self.answer):
            for value in values.values():
                if type(value) is Number:
                    found[id(value)] = value
        if not found:
            return {}
        wanted: dict[str, list[Number]] = {name: [] for name in sorted({n.counter for n in found.values()})}
        for number in found.values():
            wanted[number.counter].append(number)
        return wanted

    def fill(self, drawn: Mapping[str, Sequence[int]], wanted: Mapping[str, Sequence[Number]]) -> None:
        """Put the drawn texts where the numbers stood."""
        words = {
            id(n): n.words(value)
            for name, values in drawn.items()
            for n, value in zip(wanted[name], values, strict=True)
        }
        for row in (self.answer, *(row.values for row in self.rows())):
            for name, value in row.items():
                if type(value) is Number:
                    row[name] = words[id(value)]


def images_of(filing: Filing) -> Images:
    """Return the images of a filing; numbers not yet drawn still stand in them."""
    place = filing.place
    head = Image(table(place.model), str(place.id), plain_row(filing.set))
    added = [(table(row.model), plain_row(row.values)) for row in filing.add]
    changed = [Image(table(row.model), str(row.id), plain_row(row.values)) for row in filing.change]
    answer = plain_row(filing.answer)
    return Images(head, [Image(layout, values["id"], values) for layout, values in added], changed, answer)
