"""试算记录: a norm as it would be, over what is on record of running and closed cases. It reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from yichuang.acts.inspection.trials.days import DAYS
from yichuang.acts.inspection.trials.numbers import NUMBERS
from yichuang.acts.inspection.trials.shapes import Gauge
from yichuang.law.supposing import Supposition
from yichuang.records.cases.recount import Piece, pieces
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.dry_run.gauging import NEVER_MISSED, NUMBERS_AND_WORDS, Altered, Gauged, OnRecord, Way, gauge

GAUGES = {**DAYS, **NUMBERS}
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing on record that would stand otherwise: its case, what was done, both last days."""

    piece: Piece
    row: OnRecord
    gauged: Gauged

    @property
    def running(self) -> bool:
        """Return whether the case is still being handled."""
        return self.piece.closed_on is None


@dataclass
class Worked:
    """The work of one department: how much, how much breaks the norm of today, how much would."""

    department_id: UUID
    total: int = 0
    late: int = 0
    would: int = 0


@dataclass
class Trial:
    """What a norm would say of what is on record; `moved` has running cases first, by their new day."""

    way: Way
    total: int = 0
    late: int = 0
    would: int = 0
    moved: list[Tried] = field(default_factory=list)
    departments: dict[UUID, Worked] = field(default_factory=dict)

    @property
    def running(self) -> int:
        """Return how many of the pieces that differ belong to running cases."""
        return sum(one.running for one in self.moved)

    @property
    def worked(self) -> list[Worked]:
        """Return the departments, the worst first."""
        return sorted(self.departments.values(), key=lambda one: (-one.would / one.total, -one.total))

    @property
    def closed(self) -> int:
        """Return how many of the pieces that differ belong to closed cases."""
        return len(self.moved) - self.running

    @property
    def dated(self) -> bool:
        """Return whether the norm is one of days."""
        return self.way not in (*NUMBERS_AND_WORDS, Way.EFFECT)

    @property
    def judges(self) -> bool:
        """Return whether what is on record may break the norm; what only runs out cannot."""
        return self.way not in (*NEVER_MISSED, Way.EFFECT)

    def take(self, one: Tried) -> None:
        """Count one piece."""
        here = self.departments.setdefault(one.piece.department_id, Worked(one.piece.department_id))
        for count in (self, here):
            count.total += 1
            count.late += one.gauged.broke
            count.would += one.gauged.would_break
        if one.gauged.differs:
            self.moved.append(one)


def try_records(region_code: str, supposed: Supposition, directory: Directory, today: date) -> Trial | None:
    """Return what stands on record of a year under the supposed norm; None where no record depends on it.

    One query, whatever the number of cases.  Basis: XKF-42, XKF-8.1
    """
    found = GAUGES.get(supposed.parameter.name)
    if found is None:
        return None
    trial, norms = Trial(found.way), _Norms(supposed)
    for piece in _reached(region_code, found, supposed, today):
        row, calendar = _row(piece), directory.calendar(piece.profile)
        pair = norms.of(piece)
        gauged = gauge(found.way, row, pair, calendar, today=today) if pair.was != pair.then else None
        if gauged is not None:
            trial.take(Tried(piece, row, gauged))
    trial.moved.sort(key=lambda one: (not one.running, one.gauged.would or date.max, one.piece.no))
    return trial


def _reached(region_code: str, found: Gauge, supposed: Supposition, today: date) -> Iterator[Piece]:
    """Yield what the norm reaches: a value of a day gone by only what was received since."""
    since = supposed.value.since
    for piece in pieces(found.model, region_code, found.columns, found.where, today - _YEAR):
        reached = supposed.reaches(piece.profile) and (since > today or piece.received_on >= since)
        if reached and (found.of_item is None or found.of_item(version_of(piece.item_version_id))):
            yield piece


def _row(piece: Piece) -> OnRecord:
    told = piece.values
    number = told.get("number")
    return OnRecord(
        told.get("start"), told.get("due"), told.get("done"), len(number) if isinstance(number, list) else number,
        told.get("word") or "", piece.closed_on,
    )  # fmt: skip


class _Norms:
    """The norm of a case now and as it would be; looked up once for each profile and day."""

    def __init__(self, supposed: Supposition) -> None:
        self.supposed = supposed
        self.known: dict[tuple[str, date], Altered] = {}

    def of(self, piece: Piece) -> Altered:
        """Return both; those of the acceptance, before that of the receipt."""
        key = (piece.profile, piece.accepted_on or piece.received_on)
        if key not in self.known:
            name = self.supposed.parameter.name
            now, then = self.supposed.law.norms(*key), self.supposed.norms(*key)
            self.known[key] = Altered(now.get(name), then.get(name))
        return self.known[key]
