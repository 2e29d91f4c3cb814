"""不服怎么办: where and by when, from the law room's numbers and the department's row."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.papers.remedies import bodies_of
from yichuang.faces.common.labels import term_words
from yichuang.law.book import book
from yichuang.records.catalogue.models import Item
from yichuang.records.org.directory import directory
from yichuang.rules.norms import Norms


@dataclass(frozen=True, slots=True)
class Remedy:
    """One remedy in words."""

    name: str
    body: str
    within: str
    basis: str


def remedies(item: Item, norms: Norms) -> list[Remedy]:
    """Return administrative review and court action, where the body is known."""
    authority, court = bodies_of(item.department, item, directory())
    told = (
        ("行政复议", authority, "remedy_review_limit"),
        ("行政诉讼", court, "remedy_court_limit"),
    )
    return [
        Remedy(
            name,
            body,
            term_words(norms.number(limit), norms.norm(limit).unit),
            book().cite(norms.basis(limit)),
        )
        for name, body, limit in told
        if body and norms.get(limit)
    ]
