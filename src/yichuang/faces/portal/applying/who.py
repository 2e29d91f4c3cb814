"""申请人信息: the step in which the applicant is told, check digits included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.certificate.banning import not_barred
from yichuang.faces.common.forms.schema_form import BoundForm, FieldError, bind, show
from yichuang.faces.common.sentences import sentence
from yichuang.faces.portal.applying.applicant import BEHALVES, COMPANY, applicant_errors, person_of, questions
from yichuang.faces.portal.applying.filling import Filling, filling_of, step
from yichuang.faces.portal.applying.samples import sample_numbers
from yichuang.faces.portal.applying.tasks import after, place
from yichuang.records.applicants.models import IdentityKind
from yichuang.records.cases.drafts import keep
from yichuang.rules.verdict import Refused

CHECK = "check"
# the project and its stage, the certificate to be renewed, who signed the promise
_LONGEST = 300  # more than any answer has; it is shown again, and not kept
_KEPT = ("project", "stage", "renews", "undertaking")


@step
@require_http_methods(["GET", "POST"])
def applicant(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Ask who applies; what is typed is kept even where it has to be mended."""
    spec, behalf = questions(filling.told["behalf"]), filling.told["behalf"]
    if request.method == "GET":
        return _page(request, filling, show(spec, filling.told))
    bound = bind(spec, request.POST, today=request.today)
    kept = {name: filling.told[name] for name in _KEPT if name in filling.told}
    wild = {name for name, value in bound.values.items() if isinstance(value, str) and len(value) > _LONGEST}
    told = {**kept, "behalf": behalf, **{name: value for name, value in bound.values.items() if name not in wild}}
    keep(filling.draft, request.at, applicant=told)
    wrong = bound.errors or applicant_errors(told, filling.login, request.today)
    bound = replace(bound, errors=wrong or _barred(request, filling, told))
    if bound.errors and (wild or not leaving(request)):
        return _page(request, filling, bound)
    return onward(request, filling, "applicant")


def _barred(request: HttpRequest, filling: Filling, told: dict[str, Any]) -> list[FieldError]:
    """Tell at once, not after everything is filled in, who may not apply yet (禁止再次申请)."""
    person = person_of(told)
    try:
        not_barred(filling.item.region_code, filling.version, person, request.today)
    except Refused as refused:
        kinds = {IdentityKind.USCC.value: ("uscc", "单位"), IdentityKind.ID_CARD.value: ("id_no", "证件")}
        name, title = kinds.get(person.identity_kind, ("other_no", "证件"))
        return [FieldError(name, title, sentence(refused, request.today))]
    return []


def leaving(request: HttpRequest) -> bool:
    """Say whether the visitor only wants to save and leave."""
    return "later" in request.POST


def onward(request: HttpRequest, filling: Filling, key: str) -> HttpResponse:
    """Lead on after a step: back to the check if it came from there, to the tasks on leaving, else to what is next."""
    if leaving(request):
        return HttpResponseRedirect(filling.url("tasks"))
    if request.POST.get("back") == CHECK:
        return HttpResponseRedirect(filling.url("check"))
    return HttpResponseRedirect(after(filling_of(filling.draft, filling.today, filling.login), key))


def _page(request: HttpRequest, filling: Filling, bound: BoundForm) -> HttpResponse:
    context = {
        "it": filling,
        "bound": bound,
        "behalf": BEHALVES[filling.told["behalf"]],
        "samples": sample_numbers(company=filling.told["behalf"] == COMPANY),
        "place": place(filling, "applicant"),
        "back": request.POST.get("back") or request.GET.get("back", ""),
    }
    return render(request, "portal/applying/applicant.html", context, status=422 if bound.errors else 200)
