"""核对原件 at the window, later than at intake: tick what was shown and agrees."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.intake.compare_originals import Originals, comparable, compare_originals
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.case.page import lines_of
from yichuang.faces.window.frame import frame
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def originals(request: HttpRequest, no: str) -> HttpResponse:
    """Put on record which originals were compared."""
    case = read_case(no, request.officer, request.directory, materials=True)
    if request.method == "GET":
        return _page(request, case)
    chosen = frozenset(request.POST.getlist("seen"))
    try:
        perform(request, compare_originals, Originals(On(no, version_in(request)), chosen))
    except Refused as said:
        return _page(request, case, refusal(said, request.today))
    results.done(request, f"已登记核对原件 {len(chosen)} 份 {no}")
    return redirect("window:case", no=no)


def _page(request: HttpRequest, case: CaseFile, refused: Refusal | None = None) -> HttpResponse:
    keys = comparable(case)
    told = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "lines": [line for line in lines_of(case) if line.key in keys],
        "chosen": request.POST.getlist("seen"),
        "refusal": refused,
        "key": request.POST.get("key") or new_key(),
        "version": case.version,
    }
    return render(request, "window/special/originals.html", frame(request, **told), status=422 if refused else 200)
