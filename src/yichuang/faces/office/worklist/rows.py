"""The rows of a list: light, days left, strip, whose turn, and whether this officer may take the case up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.common.casework.timing import CaseTime, case_time
from yichuang.faces.common.dates import short_day
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.staff.giving import why_not_given
from yichuang.law.book import book
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.cases.queries import clock_facts, reviewed_by
from yichuang.records.cases.worklist import Scope
from yichuang.rules import permissions, transitions
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.clockwork.terms import ClockTerms
from yichuang.rules.masking import mask_name
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused, Verdict

_BEFORE_ACCEPTANCE = (CaseState.RECEIVED, CaseState.CORRECTING)
_SECOND = (CaseState.VERIFYING, CaseState.DECIDING)
_STEPS = {
    CaseState.RECEIVED: "待受理",
    CaseState.CORRECTING: "补正",
    CaseState.ACCEPTED: "待转办",
    CaseState.REVIEWING: "审查",
    CaseState.VERIFYING: "核准",
    CaseState.DECIDING: "决定",
    CaseState.DECIDED: "待出件",
}


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One case of a list. `why` says why it can't be claimed; `taken_from` whom it would be taken over from."""

    case: Any
    time: CaseTime
    applicant: str
    step: str
    handler: str
    due: str
    why: str
    taken_from: str
    keeps: str = ""  # why it can't be handed over
    came_from: str = ""  # the lower centre that forwarded it (上报件)

    @property
    def ticket(self) -> str:
        """Return number and version: a claim of a page gone stale is refused."""
        return f"{self.case.no}:{self.case.version}"


def rows_of(
    cases: Sequence[Case], request: HttpRequest, scope: Scope | None = None, *, refusals: bool = False
) -> list[WorkRow]:
    """Return the rows of one page of cases. One query for all their clocks."""
    facts = clock_facts({case.region_code for case in cases}, [case.id for case in cases]) if cases else {}
    first = reviewed_by([case for case in cases if case.state in _SECOND])
    rows = [_row(case, facts.get(case.id, ()), request, refusals) for case in cases]
    rows = [replace(row, why=row.why or _signed_first(row.case, first, request)) for row in rows]
    return [_from_below(row, request, scope) for row in rows] if scope and scope.below else rows


def _from_below(row: WorkRow, request: HttpRequest, scope: Scope) -> WorkRow:
    """Return the row with whence it came; one that nobody here has received waits for that first."""
    case = row.case
    if case.region_code == scope.region_code:
        return row
    step = row.step if case.department_id in scope.takes else "待接收"
    return replace(row, step=step, came_from=request.directory.centres[case.region_code].region.name)


def claim_verdict(case: Case, request: HttpRequest) -> Verdict | None:
    """Return whether the officer may take up this case; None when it is his already."""
    if case.handler_id is not None and case.handler_id == request.officer.user_id:
        return None
    place = CasePlace(case.region_code, case.department_id, item_id=case.item_id, handler_id=case.handler_id)
    norms = book().norms(case.profile, case.accepted_on or case.received_on)
    verdicts = (
        transitions.may("case.claimed", case.state, kind=case.kind, paused=case.paused),
        permissions.may("case.claimed", request.officer, place),
        permissions.may_take(case.state, request.officer, place, norms),
    )
    return next((verdict for verdict in verdicts if not verdict.allowed), verdicts[0])


def why_no_claim(case: Case, request: HttpRequest) -> str:
    """Return why the officer can't claim the case, "" when he can."""
    verdict = claim_verdict(case, request)
    if verdict is None:
        return "已由您经办"
    if verdict.allowed:
        return ""
    return refusal(Refused(verdict.code, verdict.basis, verdict.facts), request.today).what


def _signed_first(case: Case, first: Mapping[UUID, UUID | None], request: HttpRequest) -> str:
    """Return why whoever reviewed a case can't claim its next step, "" where he can (一审一核)."""
    norms = book().norms(case.profile, case.accepted_on or case.received_on)
    if case.state not in _SECOND or (case.state == CaseState.DECIDING and not norms.flag("separate_signatures")):
        return ""
    one, me = first.get(case.id, case.clerk_id), request.officer.user_id
    verdict = permissions.two_persons(one, me, norms.basis("separate_signatures"))
    if verdict.allowed:
        return ""
    return refusal(Refused(verdict.code, verdict.basis, verdict.facts), request.today).what


def _row(case: Case, facts: Iterable[Any], request: HttpRequest, refusals: bool) -> WorkRow:
    calendar = request.directory.calendar(case.profile)
    time = case_time(list(facts), ClockTerms.from_facts(case.terms), calendar, request.today)
    names, mine = request.directory.names, case.handler_id == request.officer.user_id
    handler = names.get(case.handler_id, "未认领" if case.state in permissions.STEP_ACT else "—")
    return WorkRow(
        case=case,
        time=time,
        applicant=shown_applicant(case),
        step="不予受理审核" if refusals and case.state in _BEFORE_ACCEPTANCE else _step(case),
        handler=f"{handler}（您代岗）" if _in_stead(case, request) else handler,
        due=_due(case, time, request.today),
        why=why_no_claim(case, request),
        taken_from=handler if case.handler_id and not mine else "",
        keeps=why_not_given(case, request),
    )


def _in_stead(case: Case, request: HttpRequest) -> bool:
    """Say whether the officer stands in for the handler today."""
    return any(g.acting_for and g.acting_for == case.handler_id and not g.verbs for g in request.officer.grants)


def shown_applicant(case: Any) -> str:
    """Return a person's name masked, an organisation's in full: in a list nobody needs more (脱敏)."""
    return mask_name(case.applicant_name) if case.applicant_kind == "person" else case.applicant_name


def _step(case: Case) -> str:
    if case.paused:
        return name_of(case.pause_kind)
    return _STEPS.get(CaseState(case.state), case.get_state_display())


def _due(case: Case, time: CaseTime, today: date) -> str:
    if case.decided_on:
        return f"{short_day(case.decided_on, today)} 决定"
    if case.closed_on:
        return f"{short_day(case.closed_on, today)} 办结"
    if case.state == CaseState.CORRECTING:
        return f"{short_day(case.correction_due_on, today)}前补" if case.correction_due_on else "等补正"
    if time.due is None:
        return "恢复后算出"
    return short_day(time.due, today)
