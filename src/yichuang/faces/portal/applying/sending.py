"""核对并提交: the answers once more, the promise that they are true, and the act of submission."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.bundles.submit_bundle import submit_bundle
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.frame import OnProject
from yichuang.faces.common.doing import perform
from yichuang.faces.common.forms.schema_form import answers
from yichuang.faces.portal.applying import promising
from yichuang.faces.portal.applying.applicant import agent_of, person_of, questions
from yichuang.faces.portal.applying.filling import Filling, step
from yichuang.faces.portal.applying.printed import PROMISE, form_file
from yichuang.faces.portal.applying.prospect import prospect
from yichuang.faces.portal.applying.renewing import renewed_by
from yichuang.faces.portal.applying.slots import EXEMPT, FORM, PROMISED, slots
from yichuang.faces.portal.applying.tasks import place, tasks
from yichuang.faces.portal.projects.running import make_papers, wish_of
from yichuang.records.cases.drafts import became
from yichuang.records.catalogue.levels import ends_electronically
from yichuang.records.documents.rendering import RenderingFault
from yichuang.rules.verdict import Refused

_UNPROMISED = {"anchor": "promise", "sentence": "请先确认所填内容真实，再提交"}


@step
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Show everything once more; submit. Pressed twice, or sent again, it makes one case."""
    if not all(task.done for task in tasks(filling)[:-1]):
        return HttpResponseRedirect(filling.url("tasks"))
    if request.method == "GET":
        return _page(request, filling, [])
    if request.POST.get("promise") != "yes":
        return _page(request, filling, [_UNPROMISED])
    key = f"draft:{filling.draft.id}"
    act, wish = _deed(request, filling)
    filed = perform(request, act, wish, key=key, digest=key)
    if filling.bundle and not filed.repeated:
        make_papers(filed, request)
    promising.sign(request, filling, filed.no, key)
    if not filling.bundle and request.POST.get("electronic") == "yes":
        _agree(request, filed.no, key)
    became(filling.draft, filed.no, request.at)
    return HttpResponseRedirect(filling.url("sent"))


def _agree(request: HttpRequest, no: str, key: str) -> None:
    """Put the consent to electronic delivery on record, once; the case is handed in whatever becomes of it."""
    with suppress(Refused, Conflict):
        perform(request, agree_electronic, ElectronicConsent(On(no)), key=f"{key}:e", digest=key)


def _deed(request: HttpRequest, filling: Filling) -> tuple[Any, Any]:
    """Return the act and its wish: one case, one of a project's stage, or several of a bundle."""
    if filling.bundle:
        return submit_bundle, wish_of(request, filling, _materials(request, filling))
    wish = _submission(request, filling)
    if filling.told.get("project"):
        return add_case, StageCase(OnProject(filling.told["project"]), filling.told.get("stage", ""), wish)
    return submit, wish


def _submission(request: HttpRequest, filling: Filling) -> Submission:
    asked = {field.name for field in filling.spec.asked(filling.answers)}
    return Submission(
        version=filling.version,
        person=person_of(filling.told),
        form={name: value for name, value in filling.answers.items() if name in asked},
        materials=_materials(request, filling),
        channel=filling.draft.channel,
        situation=filling.draft.situation,
        agent=agent_of(filling.told),
        user_id=request.officer.user_id,
        renews=renewed_by(filling.told),
    )


def _materials(request: HttpRequest, filling: Filling) -> dict[str, dict[str, Any]]:
    found = {}
    for row in slots(filling):
        files = list(row.files)
        if row.how == FORM:
            files = _form(request, filling, row.name)
        if files:
            found[row.key] = {"name": row.name, "files": files}
    return found


def _form(request: HttpRequest, filling: Filling, name: str) -> list[dict[str, Any]]:
    """Return the form as a file; where it can't be printed the answers in the case are the form."""
    try:
        return [form_file(filling, name, request.at)]
    except RenderingFault:
        return []


def _page(request: HttpRequest, filling: Filling, errors: list[dict[str, str]]) -> HttpResponse:
    asked = questions(filling.told["behalf"])
    rows = slots(filling)
    context = {
        "it": filling,
        "who": answers(asked, filling.told),
        "change_who": f"{filling.url('applicant')}?back=check",
        "change_form": f"{filling.url('form', 'SECTION')}?back=check",
        "answers": _answers(filling),
        "there": [row for row in rows if row.files or row.how == FORM],
        "exempt": [row for row in rows if row.how == EXEMPT],
        "rest": [row for row in rows if not row.files and row.how not in (FORM, EXEMPT, PROMISED)],
        "undertaking": promising.shown(filling),
        "expect": prospect(filling.version, filling.item.department_id, request),
        "promise": PROMISE,
        "whole": ends_electronically(filling.version),
        "errors": errors,
        "form": {"errors": errors},
        "place": place(filling, "check"),
    }
    return render(request, "portal/applying/check.html", context, status=422 if errors else 200)


def _answers(filling: Filling) -> list[Any]:
    """Return the answers that the form asked for; those known from the applicant stand above already."""
    found = []
    for section, rows in answers(filling.spec, filling.answers):
        own = [row for row in rows if row.name not in filling.known]
        if own:
            found.append((section, own))
    return found
