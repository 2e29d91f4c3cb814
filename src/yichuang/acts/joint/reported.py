"""协办上报: a co-department agreed to report upwards; the lead waits until it tells what the higher body answered."""

from __future__ import annotations

from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.joint.conclusions import UPWARD


def reported(case: CaseFile, department_id: UUID, conclusion: str, ctx: Context) -> tuple[Row, ...]:
    """Return what a conclusion opens besides: with 同意上报 the reply is awaited. No limit of ours runs for it.

    Basis: S0h-二(二)1
    """
    if conclusion != UPWARD:
        return ()
    return (open_stage(case, StageKind.PART_REPORT.value, ctx, department_id=department_id, due_on=None),)
