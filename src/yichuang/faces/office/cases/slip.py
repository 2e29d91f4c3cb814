"""流转单: one sheet with every step: who had the case from when to when, and what was said."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common.casework.history import post_words, posting_of
from yichuang.faces.office.cases.sheet import Sheet
from yichuang.records.cases.history import Event
from yichuang.records.cases.models import Stage
from yichuang.records.documents.codes import code_128

_INTAKE = ("case.submitted", "case.accepted", "case.deemed_accepted", "case.routed")
_HAND_OVER = ("case.issued", "case.delivered", "case.closed", "case.withdrawn", "case.refused", "case.not_needed")


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One step on the slip."""

    step: str
    department: str
    who: str
    received: datetime | None
    left: datetime | None
    conclusion: str
    opinion: str


def slip_of(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    """Return what the slip shows."""
    told = {entry.seq: entry for entry in sheet.entries}
    before = [_event_row(event, told, request) for event in sheet.events if event.verb in _INTAKE]
    steps = [_stage_row(stage, request) for stage in sheet.stages]
    after = [_event_row(event, told, request) for event in sheet.events if event.verb in _HAND_OVER]
    return {
        "sheet": sheet,
        "case": sheet.case,
        "item": sheet.version.item,
        "time": sheet.time,
        "rows": [*before, *steps, *after],
        "stops": [entry for entry in sheet.entries if entry.css == "p" or "延长" in entry.what],
        "department": request.directory.departments[sheet.case.department_id],
        "bar": base64.b64encode(code_128(sheet.case.no).encode()).decode(),
        "printed_at": request.at,
    }


def _event_row(event: Event, told: dict[int, Any], request: HttpRequest) -> SlipRow:
    entry = told[event.seq]
    place = post_words(posting_of(request.directory, event), request.directory)
    return SlipRow(entry.what, place, entry.who, event.at, event.at, "", entry.text)


def _stage_row(stage: Stage, request: HttpRequest) -> SlipRow:
    directory = request.directory
    return SlipRow(
        stage.get_kind_display(),
        directory.departments[stage.department_id].short_name,
        directory.names.get(stage.assignee_id, "未认领"),
        stage.opened_at,
        stage.done_at,
        stage.get_conclusion_display() if stage.done_at else "办理中",
        stage.opinion,
    )
