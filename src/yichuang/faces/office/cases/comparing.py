"""核对原件 beside the materials: the reviewer compared a copy with its original, at a site visit or at the counter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.intake.compare_originals import Originals, compare_originals
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.cases.page import show
from yichuang.faces.office.cases.sheet import Sheet
from yichuang.faces.office.scope import asking


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def originals(request: HttpRequest, no: str) -> HttpResponse:
    """Put on record that the original of one material was compared."""
    if request.method == "GET":
        return HttpResponseRedirect(back_to(request, no))
    keys = frozenset(key for key in [request.POST.get("material", "")] if key)
    deed = Deed(compare_originals, Originals(on(request, no), keys), "已登记核对原件")
    return act_on(request, no, deed, lambda said: show(request, no, status=422, refusal=said))


def comparable(request: HttpRequest, sheet: Sheet) -> frozenset[str]:
    """Return the keys of materials that this officer may mark as compared."""
    ctx = asking(request)
    wishes = {m.key: Originals(On(sheet.case.no), frozenset({m.key})) for m in sheet.case.materials if m.files}
    return frozenset(key for key, wish in wishes.items() if not why_not(compare_originals, sheet.case, wish, ctx))
