"""卡在谁那里: what the stages that run now wait for, from whom, and since when or until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.projects.frame import stage_words
from yichuang.faces.common.casework.timing import row_light
from yichuang.faces.common.labels import left_words
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.org.directory import Directory
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import ProjectStage
from yichuang.rules.projects.agents import is_late
from yichuang.rules.projects.stages import current

APPLICANT = "项目单位"


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that is waited for: by whom, what, how urgent (green yellow red pause), days in words, which case."""

    who: str
    what: str
    light: str
    days: str = ""
    department_id: UUID | None = None
    stage: str = ""
    no: str = ""


def waits(found: ProjectFile, cases: Mapping[UUID, Any], directory: Directory, today: date) -> list[Wait]:
    """Return what the stages that run now wait for, the most urgent first."""
    rows: list[Wait] = []
    for stage in found.stages:
        if stage.key in current(found.standing):
            rows += _of_cases(found, stage, cases, directory, today)
    rows += _of_answers(found, today)
    order = {"red": 0, "yellow": 1, "green": 2, "pause": 3}
    return sorted(rows, key=lambda row: order.get(row.light, 4))


def _of_cases(
    found: ProjectFile, stage: ProjectStage, cases: Mapping[UUID, Any], directory: Directory, today: date
) -> Iterator[Wait]:
    links = found.links_of(stage.key)
    mine = [(link, cases[link.case_id]) for link in links if link.case_id in cases]
    if not any(link.leads and case.outcome in ("", CaseOutcome.GRANTED) for link, case in mine):
        yield Wait(APPLICANT, f"{stage_words(stage.key)}：还没有提出主办事项的申请", "yellow", stage=stage.key)
    for _, case in mine:
        if not case.outcome:
            yield _of_case(case, stage.key, directory, today)
    granted = any(link.leads and case.outcome == CaseOutcome.GRANTED for link, case in mine)
    if granted and all(case.outcome for _, case in mine):
        yield Wait(
            stage.department.short_name,
            "办件都有结果，等牵头部门完成本阶段",
            "green",
            "",
            stage.department_id,
            stage.key,
        )


def _of_case(case: Any, stage: str, directory: Directory, today: date) -> Wait:
    department = directory.departments[case.department_id]
    left = _left(case, directory, today)
    if case.state == CaseState.CORRECTING:
        return Wait(APPLICANT, f"{case.item.name}：等补正材料", "yellow", left, None, stage, case.no)
    if case.state == CaseState.RECEIVED:
        return Wait("综合窗口", f"{case.item.name}：等答复是否受理", row_light(case, today), left, None, stage, case.no)
    words = "暂停计时" if case.paused else str(CaseState(case.state).label)
    return Wait(
        department.short_name, f"{case.item.name}：{words}", row_light(case, today), left, department.id, stage, case.no
    )


def _left(case: Any, directory: Directory, today: date) -> str:
    """Return 剩 3 日, 今天到期 or 超 1 日, "" where nothing runs."""
    if case.light_on is None or case.paused:
        return ""
    return left_words(directory.calendar(case.profile).between(today, case.light_on))


def _of_answers(found: ProjectFile, today: date) -> Iterator[Wait]:
    for row in found.cooperation:
        if row.department is None or row.answered_at is not None:
            continue
        late = is_late(row.due_on, None, today)
        due = "已超期" if late else "今天答复" if row.due_on == today else ""
        what = f"{row.get_kind_display()}：{row.words}"
        yield Wait(row.department.short_name, what, "red" if late else "yellow", due, row.department_id, row.stage)
