"""补正: the materials that were asked for, all of them, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.faces.common import results, uploads
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.portal.applying.materials import taken
from yichuang.faces.portal.applying.slots import MISSING
from yichuang.faces.portal.mine.progress import own_case, standing_of
from yichuang.faces.portal.mine.turn import turn
from yichuang.records.cases.models import CaseState, MaterialVerdict
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.records.catalogue.versions import version_of

_SALT = "yichuang.portal.supplement"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One material that was asked for, with what is there for it so far."""

    material: MaterialView
    files: tuple[Mapping[str, Any], ...] = ()
    errors: tuple[str, ...] = field(default=())

    @property
    def state(self) -> str:
        """Return the state in words."""
        if self.errors:
            return "还没有" if self.errors == (MISSING,) else "不能使用"
        return "已收到" if self.files else "要补正"

    @property
    def sealed(self) -> str:
        """Return the files as a signed text that the form carries until they are put on record."""
        return signing.dumps([dict(file) for file in self.files], salt=_SALT) if self.files else ""


@allow(USER)
@require_http_methods(["GET", "POST"])
def supplementing(request: HttpRequest, no: str) -> HttpResponse:
    """Take what was asked for; files that came well stay while others are mended."""
    case = own_case(request, no, materials=True)
    if request.method == "GET":
        if case.state != CaseState.CORRECTING:
            return HttpResponseRedirect(f"/my/cases/{case.no}/")
        return _page(request, case, [Wanted(row) for row in _asked(case)])
    rows = [_taken(row, request) for row in _asked(case)]
    if any(row.errors for row in rows):
        return _page(request, case, rows)
    return _sent(request, case, rows)


def _sent(request: HttpRequest, case: CaseFile, rows: list[Wanted]) -> HttpResponse:
    wish = Supplement(On(case.no, version_in(request)), {row.material.key: row.files for row in rows})
    filed = perform(request, supplement, wish)
    results.done(request, "补正材料已提交，答复的期限从今天重新计算")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/")


def _asked(case: CaseFile) -> list[MaterialView]:
    return [row for row in case.materials if row.verdict == MaterialVerdict.CORRECT]


def _taken(material: MaterialView, request: HttpRequest) -> Wanted:
    unwanted = set(request.POST.getlist(f"x-{material.key}"))
    there = [file for file in _opened(request.POST.get(f"k-{material.key}", "")) if file["digest"] not in unwanted]
    files, wrong = taken(request.FILES.getlist(f"f-{material.key}"), there)
    if not files and not wrong:
        wrong = [MISSING]
    return Wanted(material, tuple(files), tuple(wrong))


def _opened(sealed: str) -> list[Mapping[str, Any]]:
    try:
        return list(signing.loads(sealed, salt=_SALT)) if sealed else []
    except signing.BadSignature:
        return []


def _page(request: HttpRequest, case: CaseFile, rows: list[Wanted]) -> HttpResponse:
    wrong = [
        {"anchor": f"m-{row.material.key}", "sentence": f"{row.material.name}：{words}"}
        for row in rows
        for words in row.errors
    ]
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "turn": turn(standing_of(case, request)),
        "rows": rows,
        "errors": wrong,
        "form": {"errors": wrong},
        "accept": uploads.Slot(),
        "key": request.POST.get("key") or new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("补正", "")],
    }
    return render(request, "portal/mine/supplement.html", context, status=422 if wrong else 200)
