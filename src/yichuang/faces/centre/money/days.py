"""对账: one day's report with every difference, and the button that fetches the statement."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yichuang.acts.fees.gateway.asking import poll
from yichuang.acts.fees.gateway.statement import Stated, book_stated, fetch_statement
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.paying import gateway
from yichuang.records.fees.days import booked_lines, report_of
from yichuang.records.fees.tills import tills_of
from yichuang.rules.fees.reconciling import PAY

WORDS = {
    "missing": ("对账单有、账上没有", "支付平台收了款，没有通知到：按对账单补记入账，多收的转待退"),
    "extra": ("账上有、对账单没有", "账上有这笔，支付平台没有：请与支付平台核对到账"),
    "amount": ("金额不符", "两边金额不一样：以支付平台到账为准，查明后更正"),
    "state": ("状态不符", "账上已收，支付平台记为未成功：请与支付平台核对到账"),
    "twice": ("重复", "同一交易号记了两次：请支付平台更正对账单"),
    "till": ("日结长短款", "清点的现金与账面不符"),
}
_MANAGER = "centre_manager"


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, day: str) -> HttpResponse:
    """Show the latest report of a day; to POST fetches the statement and compares."""
    region, on = region_of(request), _day(day, request.today)
    if request.method == "POST":
        return _reconcile(request, region, on)
    report, lines = report_of(region, on), booked_lines(region, on)
    context = {
        "on": on,
        "report": report,
        "differences": [one | dict(zip(("words", "todo"), WORDS[one["what"]], strict=True)) for one in _found(report)],
        "booked": sum(row.amount if row.kind == PAY else -row.amount for row in lines),
        "count": len(lines),
        "tills": tills_of(region, on),
        "may": _MANAGER in request.officer.roles(),
        "stands": gateway.standing(),
        "key": new_key(),
    }
    return render(request, "centre/money/day.html", frame(request) | context)


def _reconcile(request: HttpRequest, region: str, on: date) -> HttpResponse:
    if _MANAGER not in request.officer.roles():
        raise PermissionDenied(_MANAGER)
    ctx, now = context_of(request), gateway.wire_now()
    trade_no = request.POST.get("trade", "")
    if trade_no:
        stated = Stated(region, on, trade_no)
        gateway.asked(lambda terms: book_stated(stated, terms, now=now, at=request.at))
    gateway.asked(lambda terms: poll(terms, now=now, at=request.at))
    filed = gateway.asked(lambda terms: fetch_statement(region, on, terms, ctx, now))
    found = int(filed.answer.get("differences", 0))
    results.done(request, f"对账完成，{found} 处差异" if found else "对账完成，账账相符")
    where = reverse("centre:money_day", kwargs={"day": on.isoformat()})
    return redirect(f"{where}?region={region}")


def _found(report: object) -> list[dict[str, object]]:
    return list(getattr(report, "differences", ()))


def _day(told: str, today: date) -> date:
    try:
        on = date.fromisoformat(told)
    except ValueError:
        raise Http404(told) from None
    if on > today:
        raise Http404(told)
    return on
