"""Where a local document is law (地方文件的适用范围): at the profiles whose values it gives, nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from yichuang.law import citations
from yichuang.law.book import LawBook
from yichuang.law.profiles import chain
from yichuang.law.shapes import Level


def holding(basis: str, profiles: Iterable[str], law: LawBook) -> str:
    """Return those places of a basis that are law at one of the profiles; of a local document only where it rules.

    Returns: a basis, "" when nothing of it holds there.  Raises: Unknown.
    """
    sources, homes = law.sources(), _homes(law)
    reached = {name for profile in profiles for name in chain(profile)}
    kept = []
    for part in citations.parts(basis):
        source = citations.place(part, sources).source
        if sources[source].level != Level.LOCAL or homes.get(source, frozenset()) & reached:
            kept.append(part)
    return ", ".join(kept)


@lru_cache(maxsize=4)
def _homes(law: LawBook) -> Mapping[str, frozenset[str]]:
    """Return source → the profiles that have a value from it."""
    found: dict[str, set[str]] = {}
    for parameter in law.parameters().values():
        for value in parameter.values:
            for part in citations.parts(value.basis):
                source = citations.place(part, law.sources()).source
                found.setdefault(source, set()).add(value.profile)
    return {source: frozenset(names) for source, names in found.items()}
