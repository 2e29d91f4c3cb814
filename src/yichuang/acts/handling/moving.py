"""What moves with the clock of a case (随办件移动的期限): the last days of co-departments and of levels."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.joint.parts import moved_parts
from yichuang.acts.levels.moving import moved_levels
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.facts import ClockFact


def moved_stages(case: CaseFile, added: tuple[ClockFact, ...], ctx: Context) -> tuple[Change, ...]:
    """Return the changes of the last days of open stages when these facts are added to the clock.

    Basis: XKF-45, S0h-二(一)1.3
    """
    return (*moved_parts(case, added, ctx), *moved_levels(case, added, ctx))
