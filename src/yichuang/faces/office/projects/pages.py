"""投资项目 in the back office: which there are, one with its stages; finish a stage, call departments, answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.acts.projects import call_joint as calling
from yichuang.acts.projects import finish_stage as finishing
from yichuang.acts.projects.answer import Answer
from yichuang.acts.projects.answer import answer as answer_part
from yichuang.acts.projects.frame import OnProject, norms_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, OFFICE, WINDOW, allow
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.nav import around
from yichuang.faces.common.projects.view import ProjectView, StageCard, view_of, views_of
from yichuang.faces.common.sentences import sentence
from yichuang.faces.office.projects.reading import day_in, departments_in
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.projects.access import projects_for, read_project, whole
from yichuang.rules import permissions
from yichuang.rules.verdict import Refused

STAFF = OFFICE | WINDOW | CENTRE
_PAGE = 10
_STALE = "项目刚刚有人办过一步，请看现在的情况再办"


@allow(*STAFF)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Show the projects that the officer may see, the latest first."""
    region = request.officer.grants[0].region_code
    rows = projects_for(request.officer, region).select_related("owner", "agent").order_by("-id")
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    views = views_of(list(whole(list(page.object_list))), request)
    return render(request, "office/projects/list.html", around(request) | {"page": page, "views": views})


@allow(*STAFF)
@require_GET
def project(request: HttpRequest, pcode: str) -> HttpResponse:
    """Show a project to whoever in the house may see it."""
    return _page(request, pcode)


@allow(*STAFF)
@require_POST
def finish(request: HttpRequest, pcode: str) -> HttpResponse:
    """Finish a stage; the next one is told to the applicant."""
    wish = finishing.StageFinish(_on(request, pcode), request.POST.get("stage", ""))
    return _do(request, pcode, finishing.finish_stage, wish, _finished)


def _finished(filed: Filed) -> str:
    """Say what followed: a notice to the applicant, nothing yet beside another stage, or the end of the project."""
    if filed.answer.get("documents"):
        return f"阶段已完成，下一阶段已书面告知项目单位，告知书在办件 {filed.answer['no']} 的文书里"
    if filed.answer.get("last"):
        return "项目的各阶段都已完成"
    if filed.answer.get("opened"):
        return "阶段已完成，轮到下一阶段：项目单位在“我的项目”里看得到事项和材料"
    return "阶段已完成；还有同时进行的阶段没有完成"


@allow(*STAFF)
@require_POST
def joint(request: HttpRequest, pcode: str) -> HttpResponse:
    """Call departments together."""
    post = request.POST
    wish = calling.JointCall(
        _on(request, pcode), post.get("stage", ""), post.get("kind", ""), departments_in(request), day_in(request),
        post.get("place", "")[:200], post.get("words", ""),
    )  # fmt: skip
    return _do(request, pcode, calling.call_joint, wish, "已通知各部门参加")


@allow(*STAFF)
@require_POST
def answer(request: HttpRequest, pcode: str) -> HttpResponse:
    """Answer what the department was asked."""
    try:
        part = UUID(request.POST.get("part", ""))
    except ValueError:
        raise NotFound(pcode) from None
    wish = Answer(_on(request, pcode), part, request.POST.get("words", ""))
    return _do(request, pcode, answer_part, wish, "已答复")


def _do(
    request: HttpRequest, pcode: str, act: Callable[..., Any], wish: Any, words: str | Callable[[Filed], str]
) -> HttpResponse:
    """Do the act and go back to the project, or show why not beside what was written."""
    try:
        filed = perform(request, act, wish)
    except Refused as refused:
        return _page(
            request, pcode, status=422, errors=[{"sentence": sentence(refused, request.today), "anchor": "main"}]
        )
    except Conflict:
        return _page(request, pcode, status=409, errors=[{"sentence": _STALE, "anchor": "main"}])
    results.done(request, f"{words if isinstance(words, str) else words(filed)}。")
    return HttpResponseRedirect(f"/projects/{pcode}/")


def _on(request: HttpRequest, pcode: str) -> OnProject:
    """Return the project if the officer may see it, with the version of the page. Raises NotFound."""
    found = read_project(pcode, request.officer, list(request.directory.centres))
    return OnProject(found.row.code, version_in(request))


def _page(request: HttpRequest, pcode: str, *, status: int = 200, **more: Any) -> HttpResponse:
    found = read_project(pcode, request.officer, list(request.directory.centres))
    view = view_of(found, request)
    context = {
        "view": view,
        "cards": [(card, _leads(view, card, request), _why_not(view, card, request)) for card in view.stages],
        "open": [row for row in found.cooperation if _mine(view, row, request)],
        "kinds": _kinds(view, request),
        "notice": norms_of(view.found, context_of(request, key=new_key(), digest="look")).get(
            "project_next_stage_notice"
        ),
        "departments": _departments(view, request),
        "posted": request.POST,
        "key": new_key(),
    }
    return render(request, "office/projects/page.html", around(request) | context | more, status=status)


def _leads(view: ProjectView, card: StageCard, request: HttpRequest) -> bool:
    place = view.found.place(card.row.department_id)
    return card.css == "now" and permissions.may("project.joint_called", request.officer, place).allowed


def _why_not(view: ProjectView, card: StageCard, request: HttpRequest) -> str:
    """Return why the stage can't be finished now, "" where it can."""
    ctx = context_of(request, key=new_key(), digest="look")
    try:
        finishing.judge(view.found, finishing.StageFinish(OnProject(view.found.row.code), card.row.key), ctx)
    except Refused as refused:
        return sentence(refused, request.today)
    return ""


def _mine(view: ProjectView, row: Any, request: HttpRequest) -> bool:
    if row.department_id is None or row.answered_at is not None:
        return False
    return permissions.may("project.answered", request.officer, view.found.place(row.department_id)).allowed


def _kinds(view: ProjectView, request: HttpRequest) -> list[tuple[str, str]]:
    ctx = context_of(request, key=new_key(), digest="look")
    norms, say = norms_of(view.found, ctx), book().parameter("project_joint_kinds").say
    known = norms.choices("project_joint_kinds") if norms.get("project_joint_kinds") else ()
    return [(word, say(word)) for word in known]


def _departments(view: ProjectView, request: HttpRequest) -> list[Any]:
    rows = request.directory.departments.values()
    here = [d for d in rows if d.centre.region.code == view.found.row.region_code]
    return sorted(here, key=lambda d: d.short_name)
