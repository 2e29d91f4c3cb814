"""The rows of a list of cases (监察列表): light, days left, strip, where it is, and what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from yichuang.faces.centre.words import LAPSES
from yichuang.faces.common.casework.timing import CaseTime, case_time, row_light
from yichuang.faces.common.dates import short_day
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.cases.queries import clock_facts
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.clockwork.terms import ClockTerms
from yichuang.rules.lapses import Lapse, lapses
from yichuang.rules.lights import Light
from yichuang.rules.masking import mask_name

_AT_WINDOW = (CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.DECIDED, CaseState.ISSUED)


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One case. The light is that of its stored dates, as the numbers of the board count it."""

    case: Any
    light: Light
    left: int | None
    time: CaseTime
    applicant: str
    department: str
    holder: str
    due: str
    missed: tuple[Lapse, ...]

    @property
    def missed_words(self) -> str:
        """Return what was missed in words."""
        return "、".join(LAPSES[lapse.kind] for lapse in self.missed)


def rows_of(cases: Sequence[Case], request: HttpRequest) -> list[WatchRow]:
    """Return the rows of one page. One query for all their clocks."""
    facts = clock_facts(cases[0].region_code, [case.id for case in cases]) if cases else {}
    return [_row(case, tuple(facts.get(case.id, ())), request) for case in cases]


def _row(case: Any, facts: tuple, request: HttpRequest) -> WatchRow:
    directory, today = request.directory, request.today
    terms = ClockTerms.from_facts(case.terms)
    time = case_time(facts, terms, directory.calendar(case.profile), today)
    light = row_light(case, today)
    return WatchRow(
        case=case,
        light=light,
        left=time.left if time.light == light and light is not Light.PAUSE else None,
        time=time,
        applicant=mask_name(case.applicant_name) if case.applicant_kind == "person" else case.applicant_name,
        department=directory.departments[case.department_id].short_name,
        holder=holder_of(case, directory),
        due=_due(case, time, today),
        missed=lapses(facts, time.clock, terms, today),
    )


def holder_of(case: Any, directory: Any) -> str:
    """Return who has the case now: a person, the window, its applicant, or nobody yet."""
    if case.state == CaseState.CLOSED:
        return "—"
    if case.state == CaseState.CORRECTING:
        return "申请人"
    if case.state in _AT_WINDOW:
        return "综合窗口"
    return directory.names.get(case.handler_id, "未认领")


def _due(case: Any, time: CaseTime, today: Any) -> str:
    if case.decided_on:
        return f"{short_day(case.decided_on, today)} 决定"
    if case.closed_on:
        return f"{short_day(case.closed_on, today)} 办结"
    if case.paused:
        return f"{name_of(case.pause_kind)}，恢复后算出" if time.due is None else short_day(time.due, today)
    if case.state == CaseState.CORRECTING:
        return f"{short_day(case.correction_due_on, today)}前补" if case.correction_due_on else "等补正"
    return short_day(time.due, today) if time.due else "—"
