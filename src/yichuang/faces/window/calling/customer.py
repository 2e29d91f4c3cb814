"""The clerk's side of the second screen (对客副屏): give a case to check or to sign, see the answer."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.act import On
from yichuang.acts.hall.sign import Signature, add_signature
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.dates import full_day
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.common.storage import serve_file
from yichuang.faces.window.calling.served import current
from yichuang.faces.window.frame import frame, post_at_window
from yichuang.faces.window.rating.asking import ask_for_rating
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.filestore import store
from yichuang.records.hall.models import HallWindow, SheetKind
from yichuang.records.hall.place import place_at_window
from yichuang.records.hall.sheets import clear_sheet, keep_signature, sheet_of, show_sheet
from yichuang.rules.verdict import Refused

_KINDS = {kind.value: kind.label for kind in (SheetKind.CHECK, SheetKind.SIGN, SheetKind.RATE)}
_LONGEST = 30


@allow(*WINDOW)
@require_http_methods(["GET", "HEAD", "POST"])
def customer(request: HttpRequest) -> HttpResponse:
    """Show what stands on the second screen; put something there, or empty it."""
    window = _window(request)
    if request.method == "POST":
        context_of(request)
        if window is None:
            raise Refused("window_nowhere", "YC")
        try:
            _do(request, window)
        except Refused as refused:
            return _page(request, window, refusal(refused, request.today))
        told()
        return redirect("/desk/customer/")
    if window is None:
        return render(request, "window/calling/nowhere.html", frame(request))
    if "part" in request.GET:
        return render(request, "window/calling/sheet.html", _told(request, window))
    return _page(request, window)


@allow(*WINDOW)
@require_safe
def signature(request: HttpRequest) -> HttpResponse:
    """Hand out the signature that was just given at this window."""
    window = _window(request)
    row = sheet_of(window, request.at)[0] if window else None
    if row is None or not row.signature:
        raise Http404
    return serve_file(row.signature, "signature.png", "image/png")


def _window(request: HttpRequest) -> HallWindow | None:
    found = place_at_window(post_at_window(request).window_id, request.directory, request.today)
    return found[1] if found else None


def _do(request: HttpRequest, window: HallWindow) -> None:
    kind = request.POST.get("kind", "")
    do = request.POST.get("do")
    if do in ("clear", "keep"):
        clear_sheet(window) if do == "clear" else _keep(request, window)
        return
    if kind not in _KINDS:
        raise Refused("sheet_unknown", "YC")
    try:
        case = _case(request)
    except NotFound:
        raise Refused("sheet_no_case", "YC") from None
    if kind == SheetKind.RATE:
        ask_for_rating(request, case.no)
        return
    lines = [
        ("事项", version_of(case.item_version_id).item.name),
        ("申请人", case.applicant_name),
        ("办件编号", case.no),
        *((f"材料 {place}", material.name) for place, material in enumerate(case.materials, 1)),
    ]
    due = case.promised_due_on or case.due_on
    show_sheet(window, kind, case.no, [*lines, *([("最晚办结", full_day(due))] if due else [])], request.at)


def _case(request: HttpRequest) -> CaseFile:
    no = request.POST.get("no", "").strip().upper()[:_LONGEST]
    return read_case(no, request.officer, request.directory, materials=True)


def _keep(request: HttpRequest, window: HallWindow) -> None:
    """Put the signature that was given here with the case it was given for."""
    row, _ = sheet_of(window, request.at)
    if not row.signature or row.kept_at is not None or request.POST.get("seen") != str(row.revision):
        raise Refused("signature_none", "XKF-31.1")
    try:
        size = store().path(row.signature).stat().st_size
    except OSError:
        raise Refused("signature_lost", "XKF-31.1") from None
    perform(request, add_signature, Signature(On(row.case_no), row.signature, size))
    keep_signature(row, request.at)


def _told(request: HttpRequest, window: HallWindow) -> dict[str, Any]:
    row, lines = sheet_of(window, request.at)
    return {"sheet": row, "sheet_lines": lines, "kinds": _KINDS.items(), "key": new_key()}


def _page(request: HttpRequest, window: HallWindow, refused: Refusal | None = None) -> HttpResponse:
    served = current(request)
    told = _told(request, window)
    no = told["sheet"].case_no or (served.case_no if served else "")
    context = frame(request, **told, no=no, served=served, hall_window=window, refusal=refused)
    return render(request, "window/calling/customer.html", context, status=422 if refused else 200)
