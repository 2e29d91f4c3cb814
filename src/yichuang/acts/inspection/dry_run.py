"""试算: a norm as it would be, over every case and item of a region. It reads only; no case moves by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yichuang.acts.intake.applying import terms_under
from yichuang.law.supposing import Supposition
from yichuang.records.cases.queries import clock_facts
from yichuang.records.cases.recount import Kept, kept_terms
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.clock import ClockTerms
from yichuang.rules.dry_run.comparing import Difference, compare, shifted
from yichuang.rules.norms import NotInForce


@dataclass(frozen=True, slots=True)
class Moved:
    """One case that would show something else."""

    no: str
    item_id: UUID
    state: str
    received_on: date
    difference: Difference


@dataclass
class Answer:
    """What a dry run found; `moved` has running cases first, by their new day."""

    seen: int = 0
    reached: int = 0
    running: int = 0
    ended: int = 0
    reddened: int = 0
    cleared: int = 0
    late: int = 0
    in_time: int = 0
    deemed: int = 0
    moved: list[Moved] = field(default_factory=list)

    @property
    def different(self) -> int:
        """Return how many cases would show other dates."""
        return self.running + self.ended

    def take(self, row: Kept, difference: Difference) -> None:
        """Count one case."""
        self.running += not difference.ended
        self.ended += difference.ended
        self.reddened += difference.reddens
        self.cleared += difference.clears
        self.late += difference.ended and bool(difference.missed)
        self.in_time += difference.ended and bool(difference.kept)
        self.deemed += difference.deemed
        self.moved.append(Moved(row.no, row.item_id, row.state, row.received_on, difference))


def dry_run(region_code: str, supposed: Supposition, directory: Directory, today: date) -> Answer:
    """Count what every case of a region would show if the norm had been the supposed one when it was received.

    A value from a day to come is tried on all cases; one from a day gone by on those received since.
    Basis: XKF-42, XKF-8.1
    """
    answer = Answer()
    pair = _Terms(supposed)
    for chunk in kept_terms(region_code):
        answer.seen += len(chunk)
        mine = [row for row in chunk if _within(row, supposed, today)]
        answer.reached += len(mine)
        changed = [(row, terms) for row in mine if (terms := pair.of(row)) is not None]
        facts = clock_facts(region_code, [row.id for row, _ in changed]) if changed else {}
        for row, (now, then) in changed:
            calendar = directory.calendar(row.profile)
            found = compare(facts.get(row.id, ()), now, then, calendar, today=today)
            if found is not None:
                answer.take(row, found)
    answer.moved.sort(key=lambda one: (one.difference.ended, one.difference.would_due or date.max, one.no))
    return answer


def _within(row: Kept, supposed: Supposition, today: date) -> bool:
    gone = supposed.value.since <= today
    return supposed.reaches(row.profile) and (not gone or row.received_on >= supposed.value.since)


class _Terms:
    """The terms of a case now and then; worked out once for each version, profile and day."""

    def __init__(self, supposed: Supposition) -> None:
        self.supposed = supposed
        self.known: dict[tuple[object, ...], tuple[ClockTerms, ClockTerms] | None] = {}

    def of(self, row: Kept) -> tuple[ClockTerms, ClockTerms] | None:
        """Return a case's own terms and those it would have; None where the norm does not touch them."""
        key = (row.item_version_id, row.profile, row.received_on)
        if key not in self.known:
            self.known[key] = self._pair(row)
        pair = self.known[key]
        own = ClockTerms.from_facts(row.terms) if pair else None
        return None if own is None or pair is None else (own, shifted(own, *pair))

    def _pair(self, row: Kept) -> tuple[ClockTerms, ClockTerms] | None:
        version, supposed, on = version_of(row.item_version_id), self.supposed, row.received_on
        try:
            now = terms_under(version, supposed.law.norms(row.profile, on))
            then = terms_under(version, supposed.norms(row.profile, on))
        except NotInForce:
            return None
        return None if now == then else (now, then)
