"""An act on a page of its own (单独办理的一步): reasons, preview of the letter, then the act. Same for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yichuang.acts.act import On
from yichuang.faces.common import results
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.forms.schema_form import BoundForm, FormSpec, bind, form_spec, show
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.frame import asking, frame
from yichuang.faces.window.letters import Letter, letter_of
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused

Values = Mapping[str, Any]


@dataclass(frozen=True)
class ActPage:
    """One act: its words, its questions, and how answers become a wish."""

    title: str
    verb: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...]
    layout: Mapping[str, Mapping[str, Any]]
    wish: Callable[[On, Values], Any]
    act: Any
    done: str
    css: str = "danger"
    preview: bool = True
    preview_first: bool = True  # the act is offered only beside its letter
    note: str = ""
    phrases: tuple[str, ...] = ()
    next: tuple[str, str] = ("下一件", "/desk/")
    hidden: tuple[tuple[str, str], ...] = ()
    probe: Callable[[CaseFile], Any] | None = None  # the wish that says whether the page is offered

    @property
    def spec(self) -> FormSpec:
        """Return the questions."""
        schema = {"type": "object", "properties": self.properties, "required": self.required}
        return form_spec(schema, {"fields": self.layout})


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: answers, why not, the letter. `blocked`: the act can't be done at all now."""

    bound: BoundForm
    refused: Refusal | None = None
    letter: Letter | None = None
    blocked: bool = False


# What nobody has written yet is no reason to refuse the page.
_BLANKS: Values = {
    "reason": "（理由）",
    "basis": "（依据）",
    "receiver": "（收件人）",
    "office": "（机关）",
    "opinion": "（意见）",
}


def run(request: HttpRequest, no: str, page: ActPage, given: Values | None = None) -> HttpResponse:
    """Show the page, preview the letter, or do the act and go to the case."""
    case = read_case(no, request.officer, request.directory, materials=True)
    spec = form_spec(
        {"type": "object", "properties": page.properties, "required": page.required}, {"fields": page.layout}
    )
    if request.method == "GET":
        wish = page.probe(case) if page.probe else page.wish(On(case.no), _BLANKS | _filled(given or {}))
        refused = _judged(request, case, page, wish).refused
        return _render(request, case, page, Shown(show(spec, given or {}), refused, blocked=refused is not None))
    bound = bind(spec, request.POST, today=request.today)
    if not bound.ok:
        return _render(request, case, page, Shown(bound))
    if request.POST.get("w_do") == "preview":
        asked = _judged(request, case, page, page.wish(On(case.no), bound.values))
        return _render(request, case, page, Shown(bound, asked.refused, asked.letter))
    try:
        perform(request, page.act, page.wish(On(no, version_in(request)), bound.values))
    except Refused as said:
        return _render(request, case, page, Shown(bound, refusal(said, request.today)))
    results.done(request, page.done.format(no=case.no), ("打印", f"/desk/{case.no}/papers/"), page.next)
    return redirect("window:case", no=case.no)


@dataclass(frozen=True, slots=True)
class _Judged:
    refused: Refusal | None = None
    letter: Letter | None = None


def _judged(request: HttpRequest, case: CaseFile, page: ActPage, wish: Any) -> _Judged:
    """Ask the act: the letter it would write, or why it can't be done."""
    try:
        work = page.act.judged(case, wish, asking(request))
    except Refused as said:
        return _Judged(refused=refusal(said, request.today))
    return _Judged(letter=letter_of(work))


def _filled(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}


def _render(request: HttpRequest, case: CaseFile, page: ActPage, shown: Shown) -> HttpResponse:
    context = frame(
        request,
        case=case,
        item=version_of(case.item_version_id).item,
        act=page,
        shown=shown,
        bound=shown.bound,
        refusal=shown.refused,
        offered=not page.preview_first or not page.preview or shown.letter is not None,
        key=request.POST.get("key") or new_key(),
        version=request.POST.get("version") or case.version,
    )
    wrong = request.method == "POST" and (shown.refused or not shown.bound.ok)
    return render(request, "window/act.html", context, status=422 if wrong else 200)
