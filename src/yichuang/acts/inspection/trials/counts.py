"""What a dry run counted (试算结果): piece by piece, by department, running and closed apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from yichuang.records.cases.recount import Piece
from yichuang.rules.dry_run.gauging import NEVER_MISSED, NUMBERS_AND_WORDS, Gauged, OnRecord, Way


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
