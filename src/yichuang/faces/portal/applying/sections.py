"""申请表: one section of the item's form on one page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.forms.bound import BoundField
from yichuang.faces.common.forms.reading import as_posted
from yichuang.faces.common.forms.schema_form import BoundForm, bind, show
from yichuang.faces.portal.applying.filling import Filling, step
from yichuang.faces.portal.applying.tasks import place
from yichuang.faces.portal.applying.who import leaving, onward
from yichuang.records.cases.drafts import keep


@step
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, filling: Filling, section: str) -> HttpResponse:
    """Ask the questions of a section that are not answered already by who applies."""
    if section not in {one.key for one in filling.sections}:
        raise Http404
    if request.method == "GET":
        return _page(request, filling, show(filling.spec, filling.answers, section=section))
    post = _with_known(request.POST, filling)
    bound = bind(filling.spec, post, today=request.today, section=section, given=filling.answers)
    keep(filling.draft, request.at, form={n: v for n, v in bound.values.items() if n not in filling.known})
    if bound.errors and not leaving(request):
        return _page(request, filling, bound)
    return onward(request, filling, section)


def _with_known(post: QueryDict, filling: Filling) -> QueryDict:
    """Return what was posted together with the answers that were not asked."""
    whole = post.copy()
    for name, value in filling.known.items():
        whole.setlist(name, as_posted(value))
    return whole


def _fixed(shown: list[BoundField], filling: Filling) -> list[tuple[str, str]]:
    """Return the known answers that questions on this page hang on, for the script that shows and hides."""
    names = {field.spec.show_if.field for field in shown if field.spec.show_if}
    return [(name, word) for name in sorted(names & set(filling.known)) for word in as_posted(filling.known[name])]


def _page(request: HttpRequest, filling: Filling, bound: BoundForm) -> HttpResponse:
    section = next(one for one in filling.spec.sections if one.key == bound.section)
    shown = [field for field in bound.fields if filling.asks(field.spec)]
    context = {
        "it": filling,
        "bound": bound,
        "section": section,
        "fields": shown,
        "fixed": _fixed(shown, filling),
        "filled_in": len(shown) < len(bound.fields),
        "place": place(filling, section.key),
        "back": request.POST.get("back") or request.GET.get("back", ""),
        "note": filling.version.form_ui.get("note", ""),
    }
    return render(request, "portal/applying/section.html", context, status=422 if bound.errors else 200)
