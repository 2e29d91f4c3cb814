"""An act with a few questions on a page of its own, in the back office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.faces.common.access import allow
from yichuang.faces.common.forms.schema_form import BoundForm, FormSpec, bind, form_spec, show
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused

Values = Mapping[str, Any]
_BLANKS: Values = {"ground": "—", "finding": "—", "missing": "", "conclusion": "—"}


@dataclass(frozen=True)
class OfficeAct:
    """One act: its words, its questions, and how answers become a wish."""

    title: str
    verb: str
    act: Any
    wish: Callable[[On, Values], Any]
    done: str
    properties: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    layout: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    given: Values = field(default_factory=dict)
    css: str = ""
    note: str = ""
    tried: Values = field(default_factory=dict)  # answers with which the act is asked before anybody wrote one

    @property
    def spec(self) -> FormSpec:
        """Return the questions."""
        schema = {"type": "object", "properties": self.properties, "required": self.required}
        return form_spec(schema, {"fields": self.layout})


Pages = Callable[[CaseFile, HttpRequest], OfficeAct]


def page_view(pages: Pages, roles: frozenset[str]) -> Callable[..., HttpResponse]:
    """Return the view of an act whose page is made for the case."""

    @allow(*roles)
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, no: str) -> HttpResponse:
        page = pages(read_case(no, request.officer, request.directory), request)
        if request.method == "GET":
            return _show(request, no, page, show(page.spec, page.given))
        bound = bind(page.spec, request.POST, today=request.today)
        if not bound.ok:
            return _show(request, no, page, bound, status=422, refusal=_said(page, bound, no, request))
        deed = Deed(page.act, page.wish(on(request, no), bound.values), page.done)
        return act_on(request, no, deed, lambda said: _show(request, no, page, bound, status=422, refusal=said))

    return view


def _said(page: OfficeAct, bound: BoundForm, no: str, request: HttpRequest) -> Refusal | None:
    """Return what the act itself says to words left out, for its article; nothing where a choice is left out."""
    if any("enum" in page.properties[name] for name in page.required):
        return None
    told = dict.fromkeys(page.required, "") | dict(bound.values)
    try:
        page.act.judged(read_case(no, request.officer, request.directory), page.wish(On(no), told), asking(request))
    except Refused as refused:
        return refusal(refused, request.today)
    return None


def _show(
    request: HttpRequest, no: str, page: OfficeAct, bound: BoundForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    barred = barred_by(page.act, sheet.case, page.wish(On(no), {**_BLANKS, **page.tried}), asking(request))
    told = {"page": page, "bound": bound, "barred_why": barred, "form": None, "decision": None}
    return render(request, "office/special/act.html", context_of(request, sheet) | told | more, status=status)
