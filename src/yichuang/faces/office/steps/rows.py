"""The special steps of a case as its page shows them (非法定特殊环节)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from yichuang.records.cases.models import Conclusion, Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.moves.shapes import OFFICE, RUNNING
from yichuang.rules.steps.results import may_give_up, may_note_result

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
    result: str = ""
    ended_on: str = ""
    may_note: bool = False
    may_give_up: bool = False


def rows_of(case: CaseFile, stages: Sequence[Stage], request: HttpRequest) -> dict[str, Any]:
    """Return what the case page tells about special steps, and whether this officer settles the one that waits."""
    rows = [_row(stage, request, case) for stage in stages if stage.kind == StageKind.SPECIAL_STEP]
    waits = case.stage(StageKind.SPECIAL_STEP) is not None
    manager = request.officer.grant(frozenset({MANAGER}), region_code=case.region_code) is not None
    return {"step_rows": rows, "may_settle_step": waits and manager}


def _row(stage: Stage, request: HttpRequest, case: CaseFile) -> StepRow:
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
        str(told.get("result", "")),
        str(told.get("ended_on", "")),
        *_open_to(stage, case, request),
    )


def _open_to(stage: Stage, case: CaseFile, request: HttpRequest) -> tuple[bool, bool]:
    """Say whether this officer may put down what an approved step found, and whether he may do without it."""
    lead = request.officer.grant(OFFICE, region_code=case.region_code, department_id=case.department_id)
    if lead is None or case.state not in RUNNING:
        return False, False
    step = _settled(stage)
    return may_note_result(step, request.today).allowed, may_give_up(step).allowed


def _settled(stage: Stage) -> StageView:
    return StageView(
        stage.id, stage.kind, stage.department_id, stage.assignee_id, stage.due_on, stage.done_at is not None,
        stage.conclusion, stage.effect, starts_on=stage.starts_on,
    )  # fmt: skip


def _standing(stage: Stage) -> tuple[str, str]:
    if stage.effect == Effect.RECALLED:
        return "no", "不再进行"
    if stage.done_at is None:
        return "yellow", "等中心审定"
    if stage.effect == Effect.RESULTED:
        return "done", "已有结果"
    return ("yellow", "同意进行，待登记结果") if stage.conclusion == Conclusion.AGREE else ("no", "不同意")
