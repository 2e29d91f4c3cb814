"""Rows of what is asked, noted and done together in a project (协同事项)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.records.ids import new_id
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import Cooperation
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused
from yichuang.rules.working_days import OutsideCalendar

_MOST = 1000  # characters of a note, a request or an answer


def cooperation(found: ProjectFile, kind: str, stage: str, words: str, ctx: Context, **more: Any) -> Row:
    """Return one new row; without `department_id` it is a note that nobody has to answer."""
    identity = new_id()
    row = {
        "id": identity, "region_code": found.row.region_code, "project_id": found.row.id, "round_id": identity,
        "kind": kind, "stage": stage, "department_id": None, "words": words, "place": "", "held_on": None,
        "asked_by_id": ctx.officer.user_id, "asked_at": ctx.at, "due_on": None, "answered_by_id": None,
        "answered_at": None, "answer": "",
    }  # fmt: skip
    return Row(Cooperation, row | more)


def worded(words: str) -> str:
    """Return the words without blanks around. Raises: Refused where there are none, or more than a note holds."""
    told = typed(words, "内容", _MOST)
    if not told:
        raise Refused("words_missing", "S3-二(五)3")
    return told


def known_stage(found: ProjectFile, key: str) -> str:
    """Return the key of a stage of the project. Raises: Refused."""
    if found.stage(key) is None:
        raise Refused("stage_unknown", "S4-二(四).4")
    return key


def shared_row(found: ProjectFile, part_id: UUID) -> Cooperation | None:
    """Return a row that still waits for its answer, or None."""
    return next((row for row in found.cooperation if row.id == part_id and row.answered_at is None), None)


def not_past(day: date, found: ProjectFile, ctx: Context) -> date:
    """Return the day. Raises: Refused where it is over, or lies beyond the calendar."""
    if day < ctx.today:
        raise Refused("day_past", "S4-二(四).4", {"on": day})
    try:
        ctx.directory.calendar(found.row.profile).day(day)
    except OutsideCalendar:
        raise Refused("day_far", "S4-二(四).4", {"on": day}) from None
    return day
