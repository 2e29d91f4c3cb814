"""/centre/statistics/registers/: consultations, praise, banners and complaints written down by hand (登记台账)."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.centre.statistics.asked import Asked, around, asked, day_in
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.records.statistics import desk
from yichuang.records.statistics.board import board
from yichuang.rules.statistics.registers import KINDS

WRITES = frozenset({"centre_manager"})
_SHOWN, _MOST, _LONGEST = 200, 100_000, 200


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the registers of a period; write a line, or strike one out."""
    wanted = asked(request)
    if request.method == "GET":
        return _show(request, wanted)
    context_of(request)  # raises Refused where the form brought no key
    if not request.officer.roles() & WRITES:
        raise PermissionDenied("centre_manager")
    missing = _strike(request, wanted) if "strike" in request.POST else _write(request, wanted)
    if missing:
        return _show(request, wanted, missing)
    return HttpResponseRedirect(f"/centre/statistics/registers/?{wanted.query()}")


def _write(request: HttpRequest, wanted: Asked) -> str:
    """Write one line; return what is missing."""
    told, on = request.POST, day_in(request.POST.get("day", ""), request.today)
    number = told.get("number", "")
    if told.get("what") not in KINDS or not (number.isascii() and number.isdigit() and 0 < int(number[:9]) <= _MOST):
        return "请选种类，数量写一到十万的整数。"
    if on > request.today:
        return "日期不能晚于今天。"
    line = desk.NewNote(told["what"], on, int(number[:9]), told.get("words", "").strip()[:_LONGEST])
    if desk.note(wanted.region, line, request.officer.user_id, request.at, request.POST["key"]):
        results.done(request, f"已登记{KINDS[line.kind]} {line.number}。")
    return ""


def _strike(request: HttpRequest, wanted: Asked) -> str:
    try:
        row = UUID(request.POST["strike"])
    except ValueError:
        return "没有这一条登记。"
    if not desk.strike(wanted.region, row, request.at):
        return "没有这一条登记，或者已经划去。"
    results.done(request, "已划去，不再计入。")
    return ""


def _show(request: HttpRequest, wanted: Asked, missing: str = "") -> HttpResponse:
    told = board([wanted.region], wanted.period)
    context = around(request, wanted) | {
        "numbers": [told.number(kind) for kind in KINDS],
        "rows": desk.notes(wanted.region, wanted.period, _SHOWN),
        "choices": KINDS.items(),
        "may": bool(request.officer.roles() & WRITES),
        "missing": missing,
        "told": request.POST,
        "key": new_key(),
    }
    return render(request, "centre/statistics/registers.html", context, status=422 if missing else 200)
