"""/levels/ (上下级办件): what came up from below, what has to go up, what waits for an answer from above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.office.levels.chain import light_of
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.worklist.rows import shown_applicant
from yichuang.records.cases.levels import ABOVE, ANSWER, FORWARD, RECEIVE, REPLY, REVIEW, reach_of, tallies, waiting
from yichuang.records.cases.models import Stage
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.rules.levels.route import LOWER, way_of
from yichuang.rules.permissions import OFFICE as OFFICE_ROLES
from yichuang.rules.permissions import WINDOW as WINDOW_ROLES

PAGE = 20
WORDS = {
    RECEIVE: "待接收", ABOVE: "本级审查中", REVIEW: "待初审", FORWARD: "待转报", ANSWER: "待答复上级", REPLY: "待批复",
}  # fmt: skip
_DO = {
    RECEIVE: ("receive", "接收"), REVIEW: ("lower", "初审"), FORWARD: ("forward", "转报"),
    ANSWER: ("answer-upper", "答复"), REPLY: ("reply", "登记批复"), ABOVE: ("", "打开"),
}  # fmt: skip
_EMPTY = {
    RECEIVE: ("没有等本级接收的转报件", "下级转报以后会出现在这里；出具接收回执以后本级才能审查。"),
    ABOVE: ("没有下级报来、正在本级审查的办件", ""),
    REVIEW: ("没有等本级初审的办件", "窗口受理并转办后会出现在这里。"),
    FORWARD: ("没有等转报的办件", "初审完毕后会出现在这里；请在转报期限内报上级。"),
    ANSWER: ("上级没有请本级说明的事项", ""),
    REPLY: ("没有等批复的办件", "同意上报的办件会出现在这里，批复下达后请登记。"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One open stage with its case."""

    stage: Stage
    case: Any
    applicant: str
    level: str
    taken_in: str
    light: str
    left: int | None
    behalf: bool
    step: tuple[str, str]


@allow(*OFFICE, *WINDOW)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show one tab of what passes between the levels."""
    grants = [g for g in request.officer.grants if g.department_id and g.role in OFFICE_ROLES | WINDOW_ROLES]
    departments = tuple(dict.fromkeys(g.department_id for g in grants))
    reach = reach_of(request.directory, [g.region_code for g in grants], departments)
    counts = tallies(reach)
    asked = request.GET.get("tab", "")
    tab = asked if asked in WORDS else next((name for name in WORDS if counts[name]), RECEIVE)
    page = Paginator(waiting(reach, tab), PAGE).get_page(request.GET.get("page"))
    told = {
        "tabs": [(name, words, counts[name], name == tab) for name, words in WORDS.items()],
        "tab": tab,
        "page": page,
        "rows": [_row(stage, departments, request, tab) for stage in page],
        "empty": _EMPTY[tab],
    }
    scope = scope_of(request.officer, request.directory, request.today)
    return render(request, "office/levels/board.html", frame(request, scope) | told)


def _row(stage: Stage, departments: tuple[Any, ...], request: HttpRequest, tab: str) -> Row:
    case, directory = stage.case, request.directory
    case.applicant_kind = stage.applicant_kind  # type: ignore[attr-defined]
    light, left = light_of(
        stage,
        directory.calendar(case.profile),
        request.today,
        paused=case.paused,
        whole=case.promised_due_on or case.due_on,
    )
    others = stage.kind == LOWER and stage.department_id not in departments
    behalf = others and _signed_for(stage, directory)
    return Row(
        stage, case, shown_applicant(case), directory.departments[stage.department_id].short_name,
        directory.centres[case.region_code].name, light, left, behalf,
        _DO[ABOVE] if others and not behalf else _DO[tab],
    )  # fmt: skip


def _signed_for(stage: Stage, directory: Directory) -> bool:
    """Say whether the item lets the level be signed for (代签)."""
    here = directory.departments[stage.department_id]
    at = f"{here.centre.region.code}/{here.slug}"
    steps = way_of(version_of(stage.case.item_version_id).stages).steps
    return any(step.kind == LOWER and step.at == at and step.behalf for step in steps)
