"""放假安排修改: a notice that was out already is changed; every running case it moves is told so."""

from __future__ import annotations

from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.handling.recompute_due import Recomputation, recompute_due
from yichuang.law.notices import first_day
from yichuang.records.cases.sweeping import cases_counting
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused


def recompute_amended(year: int, at: datetime) -> tuple[int, list[str]]:
    """Recompute the running cases that count days of a year, after its notice was imported once more.

    What does not move is left alone, so a second run finishes what a first one left.
    Returns: how many moved, and which were busy.  Basis: XKF-82, FJB-7
    """
    place, moved, left = directory(), 0, []
    for region in place.centres:
        for no in list(cases_counting(region, first_day(year))):
            try:
                recompute_due(Recomputation(On(no), year), Context(SYSTEM, at, place))
                moved += 1
            except Refused:
                continue
            except Conflict:
                left.append(no)
    return moved, left
