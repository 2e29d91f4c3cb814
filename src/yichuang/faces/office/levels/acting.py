"""The pages of what is done between the levels: opinion below, forwarding, receipt, questions, report, reply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import norms_of
from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.levels.specs import SPECS, Spec, signs_for
from yichuang.faces.office.scope import asking
from yichuang.law.book import book
from yichuang.records.cases.access import read_case

_MAX, _LINE = 4000, 200


@dataclass(frozen=True, slots=True)
class LevelForm:
    """What a form shows: empty, or as posted with its errors."""

    told: Mapping[str, str]
    errors: Sequence[Error] = field(default_factory=tuple)


def page_of(spec: Spec) -> Callable[[HttpRequest, str], HttpResponse]:
    """Return the view of one act."""

    @allow(*OFFICE, *WINDOW)
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, no: str) -> HttpResponse:
        if request.method == "GET":
            return _show(request, no, spec, LevelForm({}))
        case = read_case(no, request.officer, request.directory)
        form = _read(request, spec, behalf=spec.name == "lower" and signs_for(case, asking(request)))
        if form.errors:
            return _show(request, no, spec, form, status=422)
        deed = Deed(spec.act, spec.wish(on(request, no), form.told), spec.done)
        return act_on(request, no, deed, lambda said: _show(request, no, spec, form, status=422, refusal=said))

    return view


def _read(request: HttpRequest, spec: Spec, *, behalf: bool) -> LevelForm:
    told, errors = {}, []
    for one in spec.fields:
        said = request.POST.get(one.name, "").strip()[: _LINE if one.kind == "words" else _MAX]
        told[one.name] = said if one.kind != "ground" or behalf else ""
        if one.needed and not said:
            errors.append(Error("agree-yes" if one.kind == "agree" else one.name, one.needed))
        if one.kind == "ground" and behalf and not said:
            errors.append(Error("ground", "选代签依据"))
    if told.get("agree") == "no" and "reason" in told and not told["reason"]:
        errors.append(Error("reason", "批复不同意的，写明理由"))
    return LevelForm(told, tuple(errors))


def _show(
    request: HttpRequest, no: str, spec: Spec, form: LevelForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    context, ctx = context_of(request, sheet), asking(request)
    behalf = spec.name == "lower" and signs_for(sheet.case, ctx)
    asked = next((s for s in reversed(sheet.stages) if s.kind == "lower_answer" and not s.done_at), None)
    told = {
        "spec": spec,
        "filled": [(one, form.told.get(one.name, "")) for one in spec.fields if one.kind != "ground" or behalf],
        "grounds": _grounds(sheet.case) if behalf else (),
        "behalf": behalf,
        "question": asked.question if asked and spec.name == "answer-upper" else "",
        "bound": form,
        "form": None,
        "decision": None,
        "barred_why": barred_by(spec.act, sheet.case, spec.tried(sheet.case, ctx), ctx),
    }
    return render(request, "office/levels/act.html", context | told | more, status=status)


def _grounds(case: Any) -> list[tuple[str, str]]:
    """Return on what a signature on behalf may rest, in words."""
    norm, parameter = norms_of(case).get("behalf_grounds"), book().parameter("behalf_grounds")
    return [(word, parameter.say(word)) for word in norms_of(case).choices("behalf_grounds")] if norm else []


PAGES = {spec.name: page_of(spec) for spec in SPECS}
