"""All moves of a case (全部办理动作), phase by phase."""

from __future__ import annotations

from . import (
    archive,
    certificates,
    consulting,
    decision,
    delivery,
    fees,
    filings,
    handling,
    hearing,
    intake,
    joint,
    levels,
    library,
    meeting,
    passing,
    projects,
    supervision,
    tolerance,
)
from .around import bulletins, staffing
from .public import feedback
from .shapes import Right, Transition

_PHASES = (intake, handling, passing, joint, consulting, meeting, decision, hearing, certificates, projects)
_SPECIAL = (tolerance, fees, filings, levels, delivery, library, archive, supervision, staffing, bulletins, feedback)
ROWS: tuple[Transition, ...] = tuple(row for phase in (*_PHASES, *_SPECIAL) for row in phase.ROWS)
RIGHTS: dict[str, Right] = {verb: right for phase in (*_PHASES, *_SPECIAL) for verb, right in phase.RIGHTS.items()}
