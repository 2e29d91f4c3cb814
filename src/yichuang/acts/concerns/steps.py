"""What the acts on a concern share: the wish, the deed, days, words, and the rows of a step (诉求)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.law.book import book
from yichuang.records.feedback.models import Concern, ConcernStep
from yichuang.records.ids import new_id
from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class OnConcern:
    """Which concern, what is written, and which version the page showed."""

    no: str
    words: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act wants to put on record: columns of the concern, and the step as pages tell it."""

    set: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    result: str = ""
    due_on: date | None = None
    department_id: UUID | None = None
    window_id: UUID | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def norms_for(row: Concern, ctx: Context) -> Norms:
    """Return the norms that hold for a concern: of its department, else of the centre."""
    return book().norms(profile_of(row.region_code, row.department_id, ctx), ctx.today)


def profile_of(region_code: str, department_id: UUID | None, ctx: Context) -> str:
    """Return whose norms hold."""
    centre = ctx.directory.centres[region_code]
    return ctx.directory.profile(department_id) if department_id else str(centre.profile)


def last_day(parameter: str, row: Concern, ctx: Context, since: date | None = None) -> date:
    """Return the last day of a period that begins today unless told.  Basis: YSHJ-49"""
    calendar = ctx.directory.calendar(profile_of(row.region_code, row.department_id, ctx))
    return end_of(since or ctx.today, norms_for(row, ctx).term(parameter), calendar)


def written(text: str, most: int = LONGEST) -> str:
    """Return what was written, within its length.  Raises: Refused where nothing was.  Basis: YSHJ-49"""
    said = text.strip()[:most]
    if not said:
        raise Refused("concern_words_missing", "YSHJ-49")
    return said


def step_row(region_code: str, concern_id: UUID, verb: str, deed: Deed, ctx: Context) -> Row:
    """Return the row of a step."""
    values = {
        "id": new_id(), "region_code": region_code, "concern_id": concern_id, "verb": verb,
        "officer_id": ctx.officer.user_id if ctx.officer.grants or ctx.officer.system else None, "at": ctx.at,
        "department_id": deed.department_id, "window_id": deed.window_id, "due_on": deed.due_on,
        "result": deed.result, "words": deed.words,
    }  # fmt: skip
    return Row(ConcernStep, values)


def report_values(row: Concern, state: str, words: str, ctx: Context) -> dict[str, Any]:
    """Return the row that tells the hotline how its sheet stands."""
    return {
        "id": new_id(), "region_code": row.region_code, "concern_id": row.id, "hotline_no": row.hotline_no,
        "state": state, "words": words, "at": ctx.at,
    }  # fmt: skip
