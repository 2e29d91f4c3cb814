"""The special steps of a case as its page shows them (非法定特殊环节)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from yichuang.records.cases.models import Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.clockwork.pauses import name_of

MANAGER = "centre_manager"
_OFFICES = {"reform": "审改办", "efficiency": "效能办"}


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: its name, how it stands, who asked and who settled."""

    stage: Stage
    name: str
    light: str
    words: str
    asked_by: str
    settled_by: str
    consulted: str


def rows_of(case: CaseFile, stages: Sequence[Stage], request: HttpRequest) -> dict[str, Any]:
    """Return what the case page tells about special steps, and whether this officer settles the one that waits."""
    rows = [_row(stage, request) for stage in stages if stage.kind == StageKind.SPECIAL_STEP]
    waits = case.stage(StageKind.SPECIAL_STEP) is not None
    manager = request.officer.grant(frozenset({MANAGER}), region_code=case.region_code) is not None
    return {"step_rows": rows, "may_settle_step": waits and manager}


def _row(stage: Stage, request: HttpRequest) -> StepRow:
    names, told = request.directory.names, stage.particulars or {}
    light, words = _standing(stage)
    return StepRow(
        stage,
        name_of(str(told.get("step", ""))),
        light,
        words,
        names.get(stage.asked_by_id, ""),
        names.get(stage.assignee_id, "") if stage.done_at else "",
        "、".join(_OFFICES[one] for one in told.get("consulted", ()) if one in _OFFICES),
    )


def _standing(stage: Stage) -> tuple[str, str]:
    if stage.done_at is None:
        return "yellow", "等中心审定"
    return ("done", "同意进行") if stage.conclusion == Conclusion.AGREE else ("no", "不同意")
