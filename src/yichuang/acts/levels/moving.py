"""The last days of open levels (各级期限) when the clock of the case moves: they stand still and run on with it."""

from __future__ import annotations

from datetime import date

from yichuang.acts.act import dates_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.levels.steps import level_since, steps_done, way_of_case
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.facts import ClockFact
from yichuang.rules.levels.due import step_due

_OF_THE_WAY = (StageKind.LOWER_REVIEW.value, StageKind.FORWARDING.value, StageKind.REVIEW.value)
_WITH_THE_CASE = (StageKind.VERIFICATION.value, StageKind.DECISION.value)


def moved_levels(case: CaseFile, added: tuple[ClockFact, ...], ctx: Context) -> tuple[Change, ...]:
    """Return the change of the open level's last day; the days of a pause count for no level either.

    Basis: XKF-45, XKF-43, S0h-二(一)1.1
    """
    if case.kind != CaseKind.UPWARD:
        return ()
    facts = (*case.facts, *added)
    dates = dates_of(facts, case, ctx)
    overall = dates["promised_due_on"] or dates["due_on"]
    changes = []
    for stage in case.stages:
        if not stage.done and stage.kind in (*_OF_THE_WAY, *_WITH_THE_CASE):
            due = overall if stage.kind in _WITH_THE_CASE else _due(case, stage, facts, overall, ctx)
            if due != stage.due_on:
                changes.append(Change(Stage, stage.id, {"due_on": due}))
    return tuple(changes)


def _due(
    case: CaseFile, stage: StageView, facts: tuple[ClockFact, ...], overall: date | None, ctx: Context
) -> date | None:
    found = step_due(
        way_of_case(case), steps_done(case), since=level_since(case), today=stage.starts_on or case.accepted_on,
        overall=overall, norms=norms_of(case), calendar=ctx.directory.calendar(case.profile), facts=facts,
    )  # fmt: skip
    return found.on if found else None
