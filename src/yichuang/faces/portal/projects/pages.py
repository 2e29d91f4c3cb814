"""我的项目: the list, registration, one project with its five stages, an application in a stage."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yichuang.acts.intake.entering import may_begin_online
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.name_agent import AgentNaming, name_agent
from yichuang.acts.projects.register import Registration, register
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.forms.schema_form import BoundForm, FormSpec, bind, form_spec, show
from yichuang.faces.common.place import centre_of
from yichuang.faces.common.projects.view import ProjectView, view_of, views_of
from yichuang.faces.portal.applying.applicant import COMPANY, POWERS
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.drafts import Beginning, begin
from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.org.models import Centre
from yichuang.records.projects.access import ProjectFile, agents, own_projects, read_project, whole
from yichuang.records.projects.queries import lead_offices, stage_offers
from yichuang.rules.projects.agents import entrust_of, may_submit
from yichuang.rules.projects.stages import may_work, natures
from yichuang.rules.proxy.mandate import may_act
from yichuang.rules.verdict import Refused

_NAMED = {
    "name": "项目名称", "nature": "项目性质", "applicant_name": "项目单位", "uscc": "统一社会信用代码",
    "place": "建设地点", "content": "建设内容和规模", "investment": "总投资", "code": "项目代码",
}  # fmt: skip
_HELP = {
    "nature": "决定施工许可和竣工验收由哪个部门牵头",
    "applicant_name": "照营业执照或登记证书填写全称",
    "uscc": "办过事的单位，按登记核对名称；没有的留空",
    "code": "在国家投资项目平台赋过码的照填，没有的留空，由系统编号",
}


@allow(USER)
@require_GET
def projects(request: HttpRequest) -> HttpResponse:
    """Show the visitor's own projects."""
    rows = list(own_projects(request.officer.user_id, request.directory.centres))
    by_region = [whole([row for row in rows if row.region_code == region]) for region in request.directory.centres]
    views = views_of([found for part in by_region for found in part], request)
    context = {"views": views, "crumbs": [("我的", "/my/"), ("我的项目", "")], "may": _centre(request) is not None}
    return render(request, "portal/projects/list.html", context)


@allow(USER)
@require_http_methods(["GET", "POST"])
def registration(request: HttpRequest) -> HttpResponse:
    """Ask what the project is, and register it."""
    centre = _centre(request)
    if centre is None:
        raise Http404
    spec = _spec(centre, request)
    if request.method == "GET":
        return _form(request, show(spec, _begun(request)))
    bound = bind(spec, request.POST, today=request.today)
    if not bound.ok:
        return _form(request, bound)
    told, say = bound.values, book().parameter("project_natures").options
    nature = next((key for key, words in say.items() if words == told.get("nature")), "")
    wish = Registration(
        centre.region.code, told["name"], nature, told["applicant_name"], request.officer.user_id,
        told.get("place", ""), told.get("content", ""), int(told.get("investment", 0)), told.get("code", ""),
        told.get("uscc", ""),
    )  # fmt: skip
    filed = perform(request, register, wish)
    results.done(request, f"项目已登记，代码 {filed.answer['code']}")
    return HttpResponseRedirect(f"/my/projects/{filed.answer['code']}/")


@allow(USER)
@require_GET
def project(request: HttpRequest, pcode: str) -> HttpResponse:
    """Show one project to its owner and its agent."""
    found = _mine(request, pcode)
    view = view_of(found, request)
    return render(request, "portal/projects/page.html", _context(request, view))


@allow(USER)
@require_POST
def apply(request: HttpRequest, pcode: str) -> HttpResponse:
    """Begin a draft for an item of a stage whose turn it is."""
    found = _mine(request, pcode)
    stage, code = request.POST.get("stage", ""), request.POST.get("item", "")
    may_work(found.standing, stage).raise_if_refused()
    if request.officer.user_id != found.row.owner_id:
        row, unit = found.row, found.row.applicant_name
        entrust = entrust_of(row.agent_scope, row.agent_named_on, row.agent_until)
        may_submit(entrust, request.today, unit=unit, applicant=unit).raise_if_refused()
    centre = request.directory.centres[found.row.region_code]
    offers = stage_offers(centre.id, stage, found.row.nature, request.today)
    offer = next((one for one in offers if one.row.item.code == code), None)
    if offer is None or offer.version is None or offer.row.item.status != ItemStatus.OPEN:
        raise Http404
    offer.version.item = offer.row.item
    may_begin_online(offer.version, request.directory.profile(offer.row.item.department_id), request.today)
    situations = [row["code"] for row in offer.version.situations]
    told = {"behalf": COMPANY, "unit_name": found.row.applicant_name, "project": pcode, "stage": stage}
    if found.row.uscc:
        told["uscc"] = found.row.uscc
    if request.officer.user_id != found.row.owner_id:
        told |= {"handler_name": request.officer.name}
    wish = Beginning(offer.version, situations[0] if situations else "", told, Channel.ONLINE)
    draft = begin(wish, request.officer.user_id, request.at)
    return HttpResponseRedirect(f"/apply/{draft.id}/tasks/")


@allow(USER)
@require_POST
def agent(request: HttpRequest, pcode: str) -> HttpResponse:
    """Entrust an agent of the roster with the project."""
    found = _mine(request, pcode)
    try:
        chosen = UUID(request.POST.get("agent", ""))
    except ValueError:
        raise Http404 from None
    on = OnProject(found.row.code, version_in(request))
    scope = frozenset(word for word in request.POST.getlist("scope") if word in POWERS)
    perform(request, name_agent, AgentNaming(on, chosen, scope, _until(request.POST.get("until", ""))))
    results.done(request, "已委托代办员，代办不收费")
    return HttpResponseRedirect(f"/my/projects/{quote(found.row.code)}/")


def _begun(request: HttpRequest) -> dict[str, Any]:
    """Return what is known of the unit before anything was typed: the organisation that the visitor acts for."""
    acting = request.officer.capacity
    return {"applicant_name": acting.name, "uscc": acting.uscc} if acting else {"applicant_name": request.officer.name}


def _until(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise Refused("entrust_odd", "XKF-29.2") from None


def _mine(request: HttpRequest, pcode: str) -> ProjectFile:
    """Return the visitor's own project, or one that he is the agent of. Raises NotFound."""
    found = read_project(pcode, request.officer, list(request.directory.centres))
    if request.officer.user_id not in (found.row.owner_id, found.row.agent_id):
        raise NotFound(pcode)
    return found


def _context(request: HttpRequest, view: ProjectView) -> dict[str, Any]:
    row = view.found.row
    entrust = entrust_of(row.agent_scope, row.agent_named_on, row.agent_until)
    handing = row.agent_id == request.officer.user_id and entrust is not None
    centre = request.directory.centres[row.region_code]
    return {
        "view": view,
        "own": row.owner_id == request.officer.user_id,
        "agent": row.agent_id == request.officer.user_id,
        "agents": list(agents(centre.id, request.today)),
        "powers": POWERS,
        "given": [title for word, title in POWERS.items() if entrust and word in entrust.scope],
        "may_hand_in": handing and entrust is not None and may_act("case.submitted", entrust, request.today).allowed,
        "departments": sorted(
            (d for d in request.directory.departments.values() if d.centre_id == centre.id), key=lambda d: d.short_name
        ),
        "key": new_key(),
        "crumbs": [("我的", "/my/"), ("我的项目", "/my/projects/"), (row.name, "")],
    }


def _centre(request: HttpRequest) -> Centre | None:
    """Return the centre that the visitor looks at, if its norms know stages of projects and offices stand behind."""
    centre = centre_of(request)
    if centre is None or not book().norms(centre.profile, request.today).get("project_stages"):
        return None
    return centre if lead_offices(centre.id) else None


def _spec(centre: Centre, request: HttpRequest) -> FormSpec:
    """Return the questions of the registration; the natures are those of the place."""
    say = book().parameter("project_natures")
    known = [say.say(word) for word in natures(book().norms(centre.profile, request.today))]
    text = {"type": "string", "maxLength": 200}
    bodies: dict[str, Any] = {name: text | {"title": title} for name, title in _NAMED.items()}
    bodies["nature"] = {"enum": known, "title": _NAMED["nature"]}
    bodies["content"] |= {"maxLength": 500}
    bodies["investment"] = {"type": "integer", "minimum": 0, "maximum": 2_000_000_000, "title": _NAMED["investment"]}
    bodies["code"] |= {"maxLength": 24}
    bodies["uscc"] |= {"maxLength": 18}
    needed = ["name", "nature", "applicant_name"]
    ui: dict[str, Any] = {"order": list(_NAMED), "fields": {name: {"help": words} for name, words in _HELP.items()}}
    ui["fields"]["content"] = {"widget": "textarea"}
    ui["fields"]["investment"] = {"unit": "万元"}
    if not known:
        bodies.pop("nature")
        needed.remove("nature")
        ui["fields"].pop("nature")
    return form_spec({"type": "object", "properties": bodies, "required": needed}, ui)


def _form(request: HttpRequest, bound: BoundForm) -> HttpResponse:
    crumbs = [("我的", "/my/"), ("我的项目", "/my/projects/"), ("登记项目", "")]
    context = {"bound": bound, "key": request.POST.get("key") or new_key(), "crumbs": crumbs}
    return render(request, "portal/projects/new.html", context, status=422 if bound.errors else 200)
