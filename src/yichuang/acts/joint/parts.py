"""The parts of a joint case (协办部门的一份): opening them, moving their last days, finding one's own."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import dates_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.joint.nodes import co_department, terms_of_part
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.facts import ClockFact
from yichuang.rules.joint.flow import nodes_of
from yichuang.rules.joint.part_clock import part_due, part_start
from yichuang.rules.joint.stopping import may_stop
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused

_PART = StageKind.CO_REVIEW.value


def new_part(case: CaseFile, department_id: UUID, ctx: Context, *, since: date | None = None, **more: Any) -> Row:
    """Return the row of a co-department's part: until it is picked up it counts from the unified acceptance.

    A later round counts from the day on which it was asked for (`since`).
    Basis: S0h-二(一)1.2
    """
    start: date = since or case.accepted_on
    due = _due(case, department_id, start, case.facts, ctx, case_due=case.promised_due_on or case.due_on)
    return open_stage(case, _PART, ctx, department_id=department_id, starts_on=start, due_on=due, **more)


def new_parts(case: CaseFile, ctx: Context) -> tuple[Row, ...]:
    """Return one part for each co-department that the item names.

    Basis: XKF-26.2, S3-附件一(三)1
    """
    if case.kind != CaseKind.JOINT:
        return ()
    lead = ctx.directory.departments[case.department_id]
    nodes = nodes_of(version_of(case.item_version_id).stages)
    found = (co_department(node.department, lead, ctx.directory) for node in nodes)
    return tuple(new_part(case, department.id, ctx) for department in found)


def picked_up(case: CaseFile, part: StageView, on: date, ctx: Context) -> dict[str, date | None]:
    """Return start and last day of a part whose material is picked up on that day.

    Basis: S0h-二(一)1.2
    """
    terms = terms_of_part(case, part.department_id, ctx)
    asked_on = part.starts_on or case.accepted_on
    start = part_start(asked_on, on, terms, ctx.directory.calendar(case.profile))
    case_due = case.promised_due_on or case.due_on
    return {"starts_on": start, "due_on": _due(case, part.department_id, start, case.facts, ctx, case_due=case_due)}


def moved_parts(case: CaseFile, added: tuple[ClockFact, ...], ctx: Context) -> tuple[Change, ...]:
    """Return the changes of the last days of open parts when the clock of the case moves.

    Basis: S0h-二(一)1.3, XKF-45
    """
    open_ones = open_parts(case)
    if not open_ones:
        return ()
    facts, dates = (*case.facts, *added), dates_of((*case.facts, *added), case, ctx)
    case_due = dates["promised_due_on"] or dates["due_on"]
    changes = []
    for part in open_ones:
        start = part.starts_on or case.accepted_on
        due = _due(case, part.department_id, start, facts, ctx, case_due=case_due)
        if due != part.due_on:
            changes.append(Change(Stage, part.id, {"due_on": due}))
    return tuple(changes)


def open_parts(case: CaseFile) -> tuple[StageView, ...]:
    """Return the parts that are not concluded."""
    return tuple(stage for stage in case.stages if stage.kind == _PART and not stage.done)


def only_lead(case: CaseFile, verb: str, ctx: Context) -> None:
    """Refuse a co-department that would stop the clock of the whole case. Raises: Refused.

    Basis: S0h-二(一)1.3
    """
    lead = ctx.officer.grant_in(RIGHTS[verb].roles, frozenset({case.department_id})) is not None
    may_stop(verb, lead=lead, joint=case.kind == CaseKind.JOINT, norms=norms_of(case)).raise_if_refused()


def own_part(case: CaseFile, verb: str, ctx: Context) -> StageView:
    """Return the open part of the officer's own department. Raises Refused."""
    held = {g.department_id for g in ctx.officer.grants if g.role in RIGHTS[verb].roles and g.department_id}
    part = case.part(_PART, held)
    if part is None:
        raise Refused("no_part", "S0h-二(一)1.2")
    return part


def _due(  # noqa: PLR0913 - which part, since when, by which facts, until when the case
    case: CaseFile,
    department_id: UUID,
    start: date,
    facts: tuple[ClockFact, ...],
    ctx: Context,
    *,
    case_due: date | None,
) -> date | None:
    terms = terms_of_part(case, department_id, ctx)
    return part_due(start, terms, facts, ctx.directory.calendar(case.profile), case_due=case_due)
