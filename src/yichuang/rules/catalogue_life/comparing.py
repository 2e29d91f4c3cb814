"""Two versions of an item side by side (流程再造前后对比): steps, materials, days, trips, points of review."""

from __future__ import annotations

from dataclasses import dataclass

from ..clockwork.terms import nominal_length
from ..norms import Term


@dataclass(frozen=True, slots=True)
class Shape:
    """What is compared of a version. Special procedures are no steps; an exempt material is not brought."""

    kind: str
    steps: tuple[str, ...]
    materials: tuple[str, ...]
    exempt: int
    statutory: Term | None
    promised: Term | None
    trips: int | None
    points: tuple[str, ...] = ()  # 审查要点, in order


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: before, after and the difference; None where a side does not tell it or units differ."""

    name: str
    before: int | None
    after: int | None
    unit: str = ""

    @property
    def change(self) -> int | None:
        """Return after less before: negative is less for the applicant."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after: the measures, and what came and went by name."""

    lines: tuple[Line, ...]
    steps_gone: tuple[str, ...]
    steps_new: tuple[str, ...]
    materials_gone: tuple[str, ...]
    materials_new: tuple[str, ...]
    kinds: tuple[str, str]
    points_gone: tuple[str, ...] = ()
    points_new: tuple[str, ...] = ()
    points_moved: bool = False  # the same points in another order

    def of(self, name: str) -> Line:
        """Return one measure. Raises StopIteration for an unknown name."""
        return next(line for line in self.lines if line.name == name)


def compare(before: Shape, after: Shape) -> Comparison:
    """Return what a version changes: steps, materials, limits, trips (再造前后).

    Basis: S0d, S3-二(一)3.2, S3-二(一)2.
    """
    lines = (
        Line("steps", len(before.steps), len(after.steps)),
        Line("materials", len(before.materials), len(after.materials)),
        Line("exempt", before.exempt, after.exempt),
        _limit("statutory", before.statutory, after.statutory),
        _limit("promised", before.promised, after.promised),
        Line("trips", before.trips, after.trips),
        Line("points", len(before.points), len(after.points)),
    )
    return Comparison(
        lines,
        *_names(before.steps, after.steps),
        *_names(before.materials, after.materials),
        (before.kind, after.kind),
        *_names(before.points, after.points),
        points_moved=before.points != after.points and sorted(before.points) == sorted(after.points),
    )


def _limit(name: str, before: Term | None, after: Term | None) -> Line:
    """Return a limit in its own unit; two units can't be subtracted."""
    units = {term.unit for term in (before, after) if term is not None}
    if len(units) != 1:
        return Line(name, None, None)
    return Line(name, before.number if before else None, after.number if after else None, units.pop().value)


def _names(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(n for n in before if n not in after), tuple(n for n in after if n not in before)


def is_shortened(statutory: Term | None, promised: Term | None) -> bool:
    """Say whether an item promises less than the law allows (压减时限的事项).

    Basis: S0e, S0f-2.2.
    """
    return statutory is not None and promised is not None and nominal_length(promised) < nominal_length(statutory)
