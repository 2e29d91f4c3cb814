"""Cards of the catalogue in words: what a row of a list says of an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yichuang.faces.common.labels import term_words
from yichuang.records.catalogue.shelf import Card, Limit
from yichuang.rules.clockwork.terms import nominal_length
from yichuang.rules.norms import Term, Unit

_BAR = 104


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list of items."""

    card: Card
    promise: str
    legal: str
    bar: int

    @property
    def url(self) -> str:
        """Return the address of the guide."""
        return f"/items/{self.card.code}/"


def rows(cards: Iterable[Card]) -> list[Row]:
    """Return the rows of a list."""
    return [_row(card) for card in cards]


def _row(card: Card) -> Row:
    promised, statutory = card.promised, card.statutory
    promise = "当场办结" if card.on_the_spot else limit_words(promised)
    return Row(card, promise, limit_words(statutory), _bar(promised, statutory))


def limit_words(limit: Limit | None) -> str:
    """Return 8 个工作日, or "" where nothing is known."""
    return term_words(limit.number, limit.unit) if limit else ""


def _bar(promised: Limit | None, statutory: Limit | None) -> int:
    """Return how long the bar of the promise is beside the statutory limit; 0: draw none."""
    if not promised or not statutory or not statutory.number:
        return 0
    share = _length(promised) / _length(statutory)
    return min(_BAR, max(3, round(_BAR * share)))


def _length(limit: Limit) -> float:
    return float(nominal_length(Term(limit.number, Unit(limit.unit), "")))
