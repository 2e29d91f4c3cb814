"""代办看板: an agent's projects, what each waits for, and the two things an agent does: note, and ask a department."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from yichuang.acts.projects.coordinate import Coordination, coordinate
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.note import AgentNote, note
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.projects.view import ProjectView, views_of
from yichuang.records.cases.access import NotFound
from yichuang.records.projects.access import agent_regions, projects_of_agent, read_project, runs_of_agent
from yichuang.rules.verdict import Refused


@allow(USER)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the projects of an agent, the ones that are late first. Raises: NotFound for who is none."""
    regions = sorted(agent_regions(request.officer.user_id, request.today))
    if not regions:
        raise NotFound("agent")
    found = [file for region in regions for file in projects_of_agent(request.officer.user_id, region)]
    views = sorted(views_of(list(found), request), key=_urgency)
    lights = [view.waits[0].light for view in views if view.waits]
    context = {
        "views": views,
        "runs": [run for region in regions for run in runs_of_agent(request.officer.user_id, region)],
        "late": sum(light == "red" for light in lights),
        "key": new_key(),
        "crumbs": [("代办看板", "")],
    }
    return render(request, "portal/projects/board.html", context)


@allow(USER)
@require_POST
def noted(request: HttpRequest, pcode: str) -> HttpResponse:
    """Put a note on record."""
    on = _on(request, pcode)
    perform(request, note, AgentNote(on, request.POST.get("stage", ""), request.POST.get("words", "")))
    results.done(request, "已记入代办记录")
    return HttpResponseRedirect(f"/my/projects/{pcode}/")


@allow(USER)
@require_POST
def asked(request: HttpRequest, pcode: str) -> HttpResponse:
    """Ask a department: coordination, or urging."""
    on = _on(request, pcode)
    try:
        department_id = UUID(request.POST.get("department", ""))
    except ValueError:
        raise Refused("department_missing", "S3-二(五)3") from None
    urging, words = request.POST.get("kind") == "urging", request.POST.get("words", "")
    wish = Coordination(on, request.POST.get("stage", ""), department_id, words, urging)
    perform(request, coordinate, wish)
    department = request.directory.departments[department_id].short_name
    results.done(request, f"已{'催办' if urging else '提请协调'}，{department}应当日答复")
    return HttpResponseRedirect(f"/my/projects/{pcode}/")


def _on(request: HttpRequest, pcode: str) -> OnProject:
    """Return the project if the visitor is its agent. Raises NotFound."""
    found = read_project(pcode, request.officer, list(request.directory.centres))
    if found.row.agent_id != request.officer.user_id:
        raise NotFound(pcode)
    return OnProject(found.row.code)


def _urgency(view: ProjectView) -> tuple[Any, ...]:
    order = {"red": 0, "yellow": 1, "green": 2, "pause": 3}
    return (order.get(view.waits[0].light, 4) if view.waits else 5, view.found.row.id)
