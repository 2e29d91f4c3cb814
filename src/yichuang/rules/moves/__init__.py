"""All moves of a case (全部办理动作), phase by phase."""

from __future__ import annotations

from . import decision, handling, intake, joint, passing, projects
from .shapes import Right, Transition

_PHASES = (intake, handling, passing, joint, decision, projects)
ROWS: tuple[Transition, ...] = tuple(row for phase in _PHASES for row in phase.ROWS)
RIGHTS: dict[str, Right] = {verb: right for phase in _PHASES for verb, right in phase.RIGHTS.items()}
