"""试算事项: what new cases of each item would get under a supposed norm, and whose guide would have to be renewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yichuang.acts.intake.applying import terms_under
from yichuang.law.supposing import Supposition
from yichuang.records.catalogue.lint import Level, lint
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.queries import versions_in_force
from yichuang.records.org.directory import Directory
from yichuang.rules.clock import ClockTerms
from yichuang.rules.norms import Norms, NotInForce, Term


@dataclass(frozen=True, slots=True)
class TriedItem:
    """One item: the terms of a new case now and then (None where no limit is in force), and new errors of its guide."""

    code: str
    name: str
    now: ClockTerms | None
    then: ClockTerms | None
    findings: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[str, Term | None, Term | None]]:
        """Return the limits that differ: name, now, then."""
        if self.now is None or self.then is None:
            return []
        both = (("decision", self.now.decision, self.then.decision), ("answer", self.now.answer, self.then.answer))
        return [(name, now, then) for name, now, then in both if now != then]


def try_items(region_code: str, supposed: Supposition, directory: Directory) -> Iterator[TriedItem]:
    """Yield the items of a region that people can apply for and that the norm would touch. One query.

    Basis: XKF-30.1, YSHJ-36.2
    """
    since = supposed.value.since
    for version in versions_in_force(region_code, since):
        profile = directory.profile(version.item.department_id)
        if not supposed.reaches(profile):
            continue
        now, then = supposed.law.norms(profile, since), supposed.norms(profile, since)
        tried = TriedItem(
            version.item.code, version.item.name, _terms(version, now), _terms(version, then), _new(version, now, then)
        )
        if tried.now != tried.then or tried.findings:
            yield tried


def _terms(version: ItemVersion, norms: Norms) -> ClockTerms | None:
    try:
        return terms_under(version, norms)
    except NotInForce:
        return None


def _new(version: ItemVersion, now: Norms, then: Norms) -> tuple[str, ...]:
    """Return the errors that the guide has only under the supposed norm."""
    before = {one.words for one in lint(version, now) if one.level is Level.ERROR}
    return tuple(one.words for one in lint(version, then) if one.level is Level.ERROR and one.words not in before)
