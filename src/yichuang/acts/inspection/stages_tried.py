"""试算环节: limits that lie on a stage or on the delivery, tried on the work of the last twelve months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from uuid import UUID

from yichuang.acts.context import ZONE
from yichuang.law.supposing import Supposition
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.recount import Stretch, certificates_handed, stages_worked
from yichuang.records.org.directory import Directory
from yichuang.rules.dry_run.stretching import moved_due
from yichuang.rules.norms import Norms, NotInForce

_CERTIFICATE = "certificate_limit"
_STAGES: Mapping[str, StageKind] = MappingProxyType(
    {
        "codept_limit": StageKind.CO_REVIEW,
        "countersign_limit": StageKind.COUNTERSIGN,
        "consultation_answer_limit": StageKind.CONSULTATION,
    }
)
_YEAR = timedelta(days=365)


@dataclass
class Worked:
    """The work of one department: how much, how much was or is late, how much would be."""

    department_id: UUID
    total: int = 0
    late: int = 0
    would: int = 0

    @property
    def share(self) -> float:
        """Return the share that would be late."""
        return self.would / self.total if self.total else 0.0


def try_stages(region_code: str, supposed: Supposition, directory: Directory, today: date) -> list[Worked] | None:
    """Return the work of each department under the supposed limit, the worst first; None where it limits no stage.

    Basis: XKF-44, S0h-二(一)1.2
    """
    name = supposed.parameter.name
    if name != _CERTIFICATE and name not in _STAGES:
        return None
    since = today - _YEAR
    if name == _CERTIFICATE:
        return _count(certificates_handed(region_code, since), supposed, directory, today)
    begins = datetime.combine(since, time(), tzinfo=ZONE)
    return _count(stages_worked(region_code, str(_STAGES[name]), begins), supposed, directory, today)


def _count(rows: Iterable[Stretch], supposed: Supposition, directory: Directory, today: date) -> list[Worked]:
    found: dict[UUID, Worked] = {}
    for row in rows:
        would = _would_be_due(row, supposed, directory)
        if would is not None:
            one = found.setdefault(row.department_id, Worked(row.department_id))
            done = row.done_on or today
            one.total += 1
            one.late += done > row.due_on
            one.would += done > would
    return sorted(found.values(), key=lambda one: (-one.share, -one.total))


def _would_be_due(row: Stretch, supposed: Supposition, directory: Directory) -> date | None:
    """Return the last day under the supposed limit, None where the norm does not reach the case."""
    if not supposed.reaches(row.profile):
        return None
    name, then = supposed.parameter.name, supposed.norms(row.profile, row.start)
    now: Norms = supposed.law.norms(row.profile, row.start)
    try:
        was, new = now.term(name), then.term(name)
    except NotInForce:
        return None
    return moved_due(row.start, row.due_on, was, new, directory.calendar(row.profile))
