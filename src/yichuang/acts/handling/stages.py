"""Rows of stages: opening the next one, closing the present one."""

from __future__ import annotations

from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.ids import new_id


def open_stage(case: CaseFile, kind: str, ctx: Context, **more: Any) -> Row:
    """Return the row of a new stage at the case's department; it is due when the case is."""
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "kind": kind,
        "department_id": case.department_id, "assignee_id": None, "asked_by_id": None, "opened_at": ctx.at,
        "picked_up_on": None, "starts_on": None, "due_on": case.promised_due_on or case.due_on, "done_at": None,
        "conclusion": "", "effect": "", "question": "", "opinion": "", "particulars": {}, "checks": [],
    }  # fmt: skip
    return Row(Stage, row | more)


def close_stage(stage: StageView, conclusion: str, ctx: Context, **more: Any) -> Change:
    """Return the change that closes a stage under the name of the officer."""
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": conclusion}
    return Change(Stage, stage.id, done | more)
