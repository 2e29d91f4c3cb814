"""The customer's side of the second screen (对客副屏): check, sign with finger or pen, rate. Only on its own device.

To rate it opens the pad of its window, which comes back by itself.
"""

from __future__ import annotations

import base64
import binascii

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.live.devices import device_in
from yichuang.faces.common.live.site import told
from yichuang.faces.common.visitors.pads import pad_token
from yichuang.records.feedback.queries import invited_on_pad
from yichuang.records.filestore import store
from yichuang.records.hall.models import ScreenKind, SheetKind
from yichuang.records.hall.sheets import answer_sheet, clear_sheet, sheet_of

_PREFIX, _PNG, _LARGEST = "data:image/png;base64,", b"\x89PNG\r\n\x1a\n", 200_000


@allow(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def customer(request: HttpRequest) -> HttpResponse:
    """Show what the clerk gave; keep the answer."""
    device = device_in(request.COOKIES)
    if device is None or device.kind != ScreenKind.CUSTOMER or device.hall_window is None:
        return HttpResponseRedirect("/screen/")
    row, lines = sheet_of(device.hall_window, request.at)
    if request.method == "POST":
        if str(row.revision) == request.POST.get("revision"):
            _answer(request, row)
            told()
        return redirect("/screen/customer/")
    window = device.hall_window.window
    if row.kind == SheetKind.RATE:
        region = device.hall.region_code
        if invited_on_pad(region, window.id, request.at) is not None:
            return redirect(f"/rate/pad/{pad_token(region, window.id)}/?from=screen")
        clear_sheet(device.hall_window)  # rated, or nobody did in time
        row, lines = sheet_of(device.hall_window, request.at)
    shown = {"device": device, "window": window, "sheet": row, "lines": lines}
    response = render(request, "kiosk/customer.html", shown)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, row: object) -> None:
    drawn = _signature(request.POST.get("signature", ""))
    answer = request.POST.get("answer", "")
    if answer == "signed":
        if drawn is None:
            return
        answer_sheet(row, answer, store().put(drawn).digest, request.at)
    else:
        answer_sheet(row, answer, "", request.at)


def _signature(told_picture: str) -> bytes | None:
    """Return the picture of a signature; None for what is no small PNG."""
    if not told_picture.startswith(_PREFIX) or len(told_picture) > _LARGEST:
        return None
    try:
        content = base64.b64decode(told_picture[len(_PREFIX) :], validate=True)
    except binascii.Error:
        return None
    return content if content.startswith(_PNG) else None
