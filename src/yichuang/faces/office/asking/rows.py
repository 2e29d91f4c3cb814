"""What others were asked, as a page shows it (会签与征求意见): state in words, who is late, what is mine to answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import norms_of
from yichuang.faces.common.dates import civil
from yichuang.records.cases.models import Conclusion, Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.meetings.models import MeetingState
from yichuang.records.meetings.queries import MeetingFile, meetings_of
from yichuang.rules.consulting.asking import KINDS, kinds_in
from yichuang.rules.consulting.before_decision import reports_first
from yichuang.rules.consulting.silence import bulletin_month, is_overdue
from yichuang.rules.moves.shapes import RUNNING
from yichuang.rules.permissions import OFFICE, WINDOW

_EFFECTS = {"silence": "逾期不反馈，视为同意", "recalled": "已撤回"}
_YES_NO = {Conclusion.AGREE.value: "是", Conclusion.DISAGREE.value: "否"}
_STATES = {
    MeetingState.REQUESTED: ("yellow", "申请人请求，待答复"),
    MeetingState.DECLINED: ("no", "不举行"),
    MeetingState.CALLED: ("green", "已召集"),
    MeetingState.ADJOURNED: ("pause", "中止，择日继续"),
    MeetingState.CLOSED: ("done", "已结束"),
    MeetingState.CANCELLED: ("no", "已取消"),
}


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One question to one department. `light` and `words` tell how it stands; `bulletin` where silence is named."""

    stage: Stage
    department: str
    who: str
    light: str
    words: str
    bulletin: str = ""
    mine: bool = False

    @property
    def url(self) -> str:
        """Return where the question and its answer stand."""
        return f"asked/{self.stage.id}/"


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting as a list shows it."""

    file: MeetingFile
    light: str
    words: str
    departments: str


def room_of(case: CaseFile, stages: Sequence[Stage], request: HttpRequest) -> dict[str, Any]:
    """Return what the case page tells about questions and meetings, and which of them this officer may begin."""
    lead = is_lead(case, request)
    at_window = request.officer.grant(WINDOW, region_code=case.region_code) is not None
    meetings = meetings_of(case.region_code, case.id)
    return {
        "asked_rows": [asked_row(stage, case, request) for stage in stages if stage.kind in KINDS],
        "meeting_rows": [meeting_row(one, request) for one in meetings],
        "may_ask": bool(kinds_in(case.state)) and (lead or (at_window and case.state == "received")),
        "may_meet": bool(kinds_in(case.state)) and lead,
        **(_reporting(case, stages) if lead else {"report_due": "", "may_mark": False}),
    }


def _reporting(case: CaseFile, stages: Sequence[Stage]) -> dict[str, Any]:
    """Return whether the head has still to hear of the case, why, and whether it may be marked as major."""
    norms, rows = norms_of(case), _reports(stages)
    running = case.state in RUNNING and reports_first(norms)
    waiting = next((stage for stage in rows if stage.done_at is None), None)
    by_item = running and not rows and regime_of(version_of(case.item_version_id)).major
    marked = waiting is not None and bool(waiting.question)
    return {
        "report_due": "major" if by_item or marked else "divided" if waiting else "",
        "report_why": f"{waiting.question.rstrip('。')}。" if waiting and marked else "",
        "may_unmark": running and marked,
        "may_mark": running and not rows and not by_item,
    }


def _reports(stages: Sequence[Stage]) -> list[Stage]:
    """Return the reports to the head that are due or were made; a mark that was withdrawn asks for none."""
    return [one for one in stages if one.kind == StageKind.HEAD_REPORT and one.effect != Effect.RECALLED]


def is_lead(case: CaseFile, request: HttpRequest) -> bool:
    """Say whether the officer holds a post of the lead department."""
    place = {"region_code": case.region_code, "department_id": case.department_id}
    return request.officer.grant(OFFICE, **place) is not None


def asked_row(stage: Any, case: CaseFile, request: HttpRequest) -> AskedRow:
    """Return one question as a page shows it."""
    directory, answered = request.directory, stage.done_at and civil(stage.done_at)
    light, words = _standing(stage, request.today)
    month = None
    if not stage.effect:
        month = bulletin_month(stage.kind, stage.due_on, answered, request.today, norms_of(case))
    return AskedRow(
        stage,
        directory.departments[stage.department_id].short_name,
        directory.names.get(stage.assignee_id, "") if stage.done_at and stage.conclusion else "",
        light,
        words,
        f"列入 {month.year} 年 {month.month} 月通报" if month else "",
        stage.done_at is None and stage.starts_on is not None and stage.department_id in own(request),
    )


def own(request: HttpRequest) -> frozenset[Any]:
    """Return the departments in which the officer holds a post of an office."""
    return frozenset(g.department_id for g in request.officer.grants if g.department_id and g.role in OFFICE)


def meeting_row(one: MeetingFile, request: HttpRequest) -> MeetingRow:
    """Return one meeting as a list shows it."""
    light, words = _STATES[MeetingState(one.row.state)]
    departments = request.directory.departments
    names: Iterable[str] = (departments[seat.department_id].short_name for seat in one.seats)
    return MeetingRow(one, light, words, "、".join(names))


def _standing(stage: Any, today: date) -> tuple[str, str]:
    if stage.done_at is None:
        if stage.starts_on is None:
            return "pause", "未轮到"
        late = is_overdue(stage.due_on, None, today)
        return ("red", "逾期未反馈") if late else ("green", "待反馈")
    if stage.effect in _EFFECTS:
        return "no" if stage.effect == "recalled" else "done", _EFFECTS[stage.effect]
    if not stage.conclusion:
        return "no", "办件已结束"
    late = "（逾期反馈）" if is_overdue(stage.due_on, civil(stage.done_at), today) else ""
    said = _YES_NO.get(stage.conclusion) if stage.kind == StageKind.OPINION else None
    words = f"{said or Conclusion(stage.conclusion).label}{late}"
    return ("done" if stage.conclusion != "disagree" else "no"), words
