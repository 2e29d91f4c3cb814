"""补交容缺材料, 签告知承诺书, 更正申请: three pages of the applicant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.common import results, uploads
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.forms.schema_form import bind, form_spec, show
from yichuang.faces.portal.applying.materials import taken
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.models import CaseState, MaterialVerdict
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.records.catalogue.options import undertaking_of
from yichuang.records.catalogue.versions import version_of

_NOTHING = "请至少上传一份材料"
_SIGNER = "请承诺人填写姓名"
_READ = "请阅读承诺内容后勾选"


@allow(USER)
@require_http_methods(["GET", "POST"])
def complete(request: HttpRequest, no: str) -> HttpResponse:
    """Hand in what is outstanding; the window checks it."""
    case = own_case(request, no, materials=True)
    rows = [m for m in case.materials if m.verdict == MaterialVerdict.DEFERRED]
    if request.method == "GET":
        open_ = bool(rows) and case.tolerance_by is not None and request.today <= case.tolerance_by
        return _page(request, case, "complete", rows=rows) if open_ else _back(case)
    files, wrong = _files(request, rows)
    if not files and not wrong:
        wrong = [_fault(f"f-{row.key}", _NOTHING) for row in rows[:1]]
    if wrong:
        return _page(request, case, "complete", rows=rows, errors=wrong)
    perform(request, complete_tolerance, Completion(On(case.no, version_in(request)), files))
    results.done(request, "已补交，等窗口核对")
    return _back(case)


@allow(USER)
@require_http_methods(["GET", "POST"])
def promise(request: HttpRequest, no: str) -> HttpResponse:
    """Sign the undertaking in the words of the item."""
    case = own_case(request, no)
    offered = undertaking_of(version_of(case.item_version_id))
    if request.method == "GET":
        open_ = offered is not None and case.state == CaseState.RECEIVED and not case.undertaken
        return _page(request, case, "promise", offered=offered, signer=case.applicant_name) if open_ else _back(case)
    signer = request.POST.get("signer", "").strip()[:60]
    wrong = [] if signer else [_fault("signer", _SIGNER)]
    wrong += [] if request.POST.get("read") == "1" else [_fault("read", _READ)]
    if wrong:
        return _page(request, case, "promise", offered=offered, signer=signer, errors=wrong)
    perform(request, undertake, Undertaken(On(case.no, version_in(request)), signer))
    results.done(request, "已签告知承诺书")
    return _back(case)


@allow(USER)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, no: str) -> HttpResponse:
    """Put the application right while nobody has answered it."""
    case = own_case(request, no, materials=True)
    version = version_of(case.item_version_id)
    spec = form_spec(version.form_schema, version.form_ui, situation=case.situation)
    answers = open_values(case.form, case.id)
    if request.method == "GET":
        shown = case.state == CaseState.RECEIVED
        return _page(request, case, "correct", rows=case.materials, bound=show(spec, answers)) if shown else _back(case)
    bound = bind(spec, request.POST, today=request.today, given=answers)
    files, wrong = _files(request, case.materials)
    errors = [*({"anchor": e.anchor, "sentence": e.sentence} for e in bound.errors), *wrong]
    if errors:
        return _page(request, case, "correct", rows=case.materials, bound=bound, errors=errors)
    perform(request, correct_now, CorrectionNow(On(case.no, version_in(request)), bound.values, files))
    results.done(request, "已更正，答复的期限不变")
    return _back(case)


def _files(
    request: HttpRequest, rows: Sequence[MaterialView]
) -> tuple[dict[str, list[Mapping[str, Any]]], list[dict[str, str]]]:
    """Return what was uploaded by material, and the sentences about what can't be taken."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    wrong: list[dict[str, str]] = []
    for row in rows:
        files, faults = taken(request.FILES.getlist(f"f-{row.key}"), [])
        wrong += [_fault(f"f-{row.key}", f"{row.name}：{words}") for words in faults]
        if files:
            found[row.key] = list(files)
    return found, wrong


def _fault(anchor: str, sentence: str) -> dict[str, str]:
    return {"anchor": anchor, "sentence": sentence}


def _back(case: CaseFile) -> HttpResponse:
    return HttpResponseRedirect(f"/my/cases/{case.no}/")


def _page(request: HttpRequest, case: CaseFile, name: str, **more: Any) -> HttpResponse:
    errors = more.get("errors", ())
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "accept": uploads.Slot(),
        "key": request.POST.get("key") or new_key(),
        "form": {"errors": errors},
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), (_TITLES[name], "")],
        "title": _TITLES[name],
    } | more
    return render(request, f"portal/special/{name}.html", context, status=422 if errors else 200)


_TITLES = {"complete": "补交容缺材料", "promise": "签告知承诺书", "correct": "更正申请"}
