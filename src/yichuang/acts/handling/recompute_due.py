"""重算到期日: a holiday notice was imported; a provisional date becomes the real one, with an entry that says so."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, dates_of
from yichuang.acts.context import Context
from yichuang.acts.joint.parts import moved_parts
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recomputation:
    """Which case."""

    on: On


@case_act(verb="case.due_recomputed")
def recompute_due(case: CaseFile, wish: Recomputation, ctx: Context) -> Work:
    """Store the dates that the fold gives under the calendar now published. Only provisional dates move.

    Basis: XKF-82, FJB-7
    """
    if not case.provisional:
        raise Refused("not_provisional", "XKF-82")
    dates = dates_of(case.facts, case, ctx)
    if dates["calendar_version"] == case.calendar_version:
        raise Refused("calendar_unchanged", "XKF-82")
    return Work(
        set=dates, change=moved_parts(case, (), ctx), facts={"was_due_on": case.due_on, "due_on": dates["due_on"]}
    )
