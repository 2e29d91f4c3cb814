"""Reads of joint approval (并联审批): the cases of the board, the parts of a department, how many wait."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import Case, CaseState, Conclusion, Stage, StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.officers import Officer

LEAD, CO = "lead", "co"  # 我部门牵头, 我部门协办
FETCH, ANSWER, READY, OBJECTED = "fetch", "answer", "ready", "objected"
WAITING, PICKED, REPLY, GIVEN = "waiting", "picked", "reply", "given"  # 待领取, 待出结论, 待批复, 已出结论
_WORKING = (CaseState.REVIEWING, CaseState.VERIFYING, CaseState.DECIDING)
_STEPS = (StageKind.CO_REVIEW, StageKind.PART_REPORT, StageKind.REVIEW, StageKind.VERIFICATION, StageKind.DECISION)


@dataclass(frozen=True, slots=True)
class OnBoard:
    """Which joint cases of the board: "" means every. `departments` are the officer's own."""

    departments: tuple[UUID, ...] = ()
    role: str = ""
    step: str = ""


def joint_cases(officer: Officer, region_code: str, wanted: OnBoard) -> QuerySet[Case]:
    """Return the running joint cases that the officer may see, the most urgent first."""
    rows = cases_for(officer, region_code).filter(kind=CaseKind.JOINT).exclude(state__in=_ENDED)
    if wanted.role == LEAD:
        rows = rows.filter(department__in=wanted.departments)
    if wanted.role == CO:
        rows = rows.filter(Exists(_parts().filter(department__in=wanted.departments)))
    rows = rows.filter(_step(wanted.step)) if wanted.step else rows
    shown = rows.select_related("item").defer("form", "agent").annotate(applicant_kind=F("applicant__kind"))
    return shown.order_by(F("light_on").asc(nulls_last=True), "pk")


def lanes_of_cases(region_code: str, case_ids: Iterable[UUID]) -> dict[UUID, list[Stage]]:
    """Return the parts and the lead's own steps of several cases, in order. One query."""
    found: dict[UUID, list[Stage]] = {}
    rows = Stage.objects.filter(region_code=region_code, case_id__in=list(case_ids), kind__in=_STEPS)
    for row in rows.order_by("opened_at", "id"):
        found.setdefault(row.case_id, []).append(row)
    return found


def own_parts(region_code: str, departments: Collection[UUID], tab: str) -> QuerySet[Stage]:
    """Return the parts of departments: not picked up, picked up, or concluded; those due first come first."""
    rows = Stage.objects.filter(
        region_code=region_code, kind=StageKind.CO_REVIEW, department__in=departments, case__region_code=region_code
    )
    if tab == GIVEN:
        ended = rows.filter(done_at__isnull=False).exclude(conclusion=Conclusion.PENDING)
        return _with_case(ended).order_by("-done_at", "id")
    if tab == REPLY:
        reported = rows.filter(conclusion=Conclusion.UPWARD, case__state__in=_WORKING)
        return _with_case(reported.filter(Exists(_reports()))).order_by("done_at", "id")
    waiting = rows.filter(done_at=None, case__state=CaseState.REVIEWING, picked_up_on__isnull=tab == WAITING)
    return _with_case(waiting).order_by(F("due_on").asc(nulls_last=True), "id")


def parts_waiting(region_code: str, departments: Collection[UUID]) -> dict[str, int]:
    """Return how many parts of the departments wait to be picked up, to be concluded, for a reply. One query."""
    rows = Stage.objects.filter(
        region_code=region_code, kind__in=(StageKind.CO_REVIEW, StageKind.PART_REPORT), department__in=departments,
        done_at=None, case__region_code=region_code, case__state__in=_WORKING,
    )  # fmt: skip
    found = list(rows.values_list("kind", "case__state", "picked_up_on"))
    parts = [picked for kind, state, picked in found if kind == StageKind.CO_REVIEW and state == CaseState.REVIEWING]
    replies = sum(kind == StageKind.PART_REPORT for kind, *_ in found)
    return {WAITING: parts.count(None), PICKED: len(parts) - parts.count(None), REPLY: replies}


_ENDED = (CaseState.DECIDED, CaseState.ISSUED, CaseState.CLOSED)


def _parts() -> QuerySet[Stage]:
    return Stage.objects.filter(region_code=OuterRef("region_code"), case_id=OuterRef("id"), kind=StageKind.CO_REVIEW)


def _reports() -> QuerySet[Stage]:
    """Return the reports of the same department and case that no reply has come to yet."""
    return Stage.objects.filter(
        region_code=OuterRef("region_code"), case_id=OuterRef("case_id"), department=OuterRef("department"),
        kind=StageKind.PART_REPORT, done_at=None,
    )  # fmt: skip


def _step(step: str) -> Q:
    open_ones = _parts().filter(done_at=None)
    if step == FETCH:
        return Q(Exists(open_ones.filter(picked_up_on=None)))
    if step == ANSWER:
        return Q(Exists(open_ones.filter(picked_up_on__isnull=False)))
    if step == OBJECTED:
        return Q(Exists(_parts().filter(conclusion=Conclusion.DISAGREE)))
    return Q(Exists(_parts())) & ~Q(Exists(open_ones))


def _with_case(rows: QuerySet[Stage]) -> QuerySet[Stage]:
    return rows.select_related("case__item").annotate(applicant_kind=F("case__applicant__kind"))
