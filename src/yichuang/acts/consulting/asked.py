"""Rows of what other departments are asked (征询环节): opening them, in turn or all at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yichuang.acts.act import norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.consulting.asking import COUNTERSIGN, KINDS, answer_by
from yichuang.rules.verdict import Refused


def own_day(case: CaseFile) -> date | None:
    """Return the last day of the case itself, beyond which nobody is asked to answer."""
    day: date | None = case.promised_due_on or case.due_on or case.answer_by
    return day


def due_of(case: CaseFile, kind: str, ctx: Context, named: date | None) -> date | None:
    """Return the day until which an answer to what is sent today is due: by the norms, else as named."""
    calendar = ctx.directory.calendar(case.profile)
    by_norm = answer_by(kind, sent_on=ctx.today, received_on=case.received_on, norms=norms_of(case), calendar=calendar)
    return by_norm or named


def asked_stage(case: CaseFile, stage_id: Any) -> StageView:
    """Return the open stage that somebody was asked for. Raises Refused."""
    for stage in case.stages:
        if stage.id == stage_id and stage.kind in KINDS:
            if stage.done:
                raise Refused("answered_already", "S0b-12")
            return stage
    raise Refused("not_asked", "S0b-12")


def next_in_turn(case: CaseFile, ended: StageView, ctx: Context) -> Iterator[Change]:
    """Yield the opening of the countersign that waited for this one (依次会签): its limit runs from today."""
    if ended.kind != COUNTERSIGN or ended.starts_on is None:
        return
    after = case.stages[case.stages.index(ended) + 1 :]
    waiting = next(iter(after), None)
    if waiting is not None and waiting.kind == ended.kind and not waiting.done and waiting.starts_on is None:
        due_on = due_of(case, waiting.kind, ctx, waiting.due_on)
        yield Change(Stage, waiting.id, {"starts_on": ctx.today, "due_on": due_on})
