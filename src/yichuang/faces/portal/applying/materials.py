"""上传材料: files by material, checked by content, kept by digest; what can't be taken gets its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.faces.common import uploads
from yichuang.faces.common.storage import serve_file
from yichuang.faces.portal.applying import from_library, promising
from yichuang.faces.portal.applying.filling import Filling, step
from yichuang.faces.portal.applying.printed import form_file
from yichuang.faces.portal.applying.slots import FORM, MISSING, UPLOAD, Slot, slots
from yichuang.faces.portal.applying.tasks import place
from yichuang.faces.portal.applying.who import leaving, onward
from yichuang.faces.portal.library import from_earlier
from yichuang.records.cases.drafts import keep

_KEY_MOST = 60
FILES_MAX = 20  # of ours: files for one material
_MANY = "一份材料最多 {limit} 个文件。请合并成一个 PDF 后再传。"


@step
@require_http_methods(["GET", "POST"])
def materials(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Take files, drop files, lead on."""
    if request.method == "GET":
        return _page(request, filling, slots(filling))
    filling, unsigned = promising.take(request, filling)
    errors = _take(request, filling)
    if "use" in request.POST:
        errors |= from_library.taken_from_library(request, filling)
    if "again" in request.POST:
        from_earlier.taken_again(request, filling)
    if errors or (unsigned and not leaving(request)):
        return _page(request, filling, slots(filling, errors), unsigned)
    if request.POST.keys() & {"stay", "drop", "use", "again"}:
        return HttpResponseRedirect(f"{filling.url('materials')}{_anchor(request)}")
    rows = slots(filling)
    missing = {row.key: [MISSING] for row in rows if not row.ready}
    if missing and not leaving(request):
        return _page(request, filling, slots(filling, missing))
    return onward(request, filling, "materials")


@step
@require_GET
def uploaded(request: HttpRequest, filling: Filling, digest: str) -> HttpResponse:
    """Hand out a file of the own draft; nobody else's."""
    for files in filling.draft.materials.values():
        for file in files:
            if file["digest"] == digest:
                return serve_file(digest, file["name"], file["media_type"])
    raise Http404


@step
@require_GET
def preview(request: HttpRequest, filling: Filling, key: str) -> HttpResponse:
    """Hand out the form as it will be handed in, made of the answers so far."""
    row = next((row for row in slots(filling) if row.key == key and row.how == FORM), None)
    if row is None:
        raise Http404
    file = form_file(filling, row.name, request.at)
    return serve_file(file["digest"], file["name"], file["media_type"])


def _take(request: HttpRequest, filling: Filling) -> dict[str, list[str]]:
    """Put what was sent into the draft, good files even beside bad ones; return what is wrong, by material."""
    kept = {key: list(files) for key, files in filling.draft.materials.items()}
    _drop(kept, request.POST.get("drop", ""))
    errors: dict[str, list[str]] = {}
    for row in slots(filling):
        if row.how == UPLOAD:
            found, wrong = taken(request.FILES.getlist(f"f-{row.key}"), kept.get(row.key, []))
            kept[row.key] = found
            errors |= {row.key: wrong} if wrong else {}
    keep(filling.draft, request.at, materials=kept)
    return errors


def taken(sent: Iterable[UploadedFile], there: list[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Return the files with what was sent, each content once, and the sentences for what can't be taken."""
    found, wrong = list(there), []
    for upload in sent:
        try:
            file = asdict(uploads.accept(upload))
        except uploads.UploadRefused as refused:
            wrong.append(uploads.sentence(refused))
            continue
        if file["digest"] in {row["digest"] for row in found}:
            continue
        if len(found) >= FILES_MAX:
            return found, [*wrong, _MANY.format(limit=FILES_MAX)]
        found.append(file)
    return found, wrong


def _drop(kept: dict[str, list[Any]], named: str) -> None:
    key, _, digest = named.partition(":")
    if key in kept:
        kept[key] = [file for file in kept[key] if file["digest"] != digest]


def _anchor(request: HttpRequest) -> str:
    """Return the place on the page to come back to."""
    pressed = [request.POST.get(name, "").partition(":")[0] for name in ("drop", "use", "again", "stay")]
    key = next(filter(None, pressed), "")
    return f"#m-{key}" if key.isalnum() and len(key) <= _KEY_MOST else ""


def _page(request: HttpRequest, filling: Filling, rows: list[Slot], unsigned: str = "") -> HttpResponse:
    wrong = [{"anchor": "signer", "sentence": unsigned}] if unsigned else []
    wrong += [{"anchor": f"m-{row.key}", "sentence": f"{row.name}：{words}"} for row in rows for words in row.errors]
    context = {
        "it": filling,
        "rows": from_earlier.offered(request, filling, from_library.offered(request, filling, rows)),
        "errors": wrong,
        "form": {"errors": wrong},
        "wanted": sum(row.required for row in rows),
        "there": sum(row.required and row.ready for row in rows),
        "missing": sum(not row.ready for row in rows),
        "accept": uploads.Slot(),
        "place": place(filling, "materials"),
        "promise": promising.shown(filling),
        "unsigned": unsigned,
        "back": request.POST.get("back") or request.GET.get("back", ""),
    }
    return render(request, "portal/applying/materials.html", context, status=422 if wrong else 200)
