"""收费窗口: find who wants to pay, see what waits to go back, and close the day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.fees.books.close_till import TillCount, close_till
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.frame import frame, region_of
from yichuang.records.cases.access import NotFound, cases_for, read_case
from yichuang.records.fees import queries
from yichuang.records.fees.days import refunds_in, surplus_of
from yichuang.records.fees.models import PayMethod, RefundState
from yichuang.records.fees.tills import drawer_of, till_of
from yichuang.rules.fees.wire import fen_of
from yichuang.rules.numbering import NumberKind, format_number, parse_number
from yichuang.rules.verdict import Refused

_MOST = 50
_WAITING = (RefundState.ASKED, RefundState.APPROVED, RefundState.FAILED)
_METHODS = dict(PayMethod.choices)


@allow(*WINDOW)
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Go to the case that a case number, notice, receipt or bar code names; else list who owes."""
    region, told = region_of(request), request.GET.get("no", "").strip()
    found = _found(request, region, told) if told else ""
    if found:
        return redirect("window:cash_case", no=found)
    cases = queries.owing(cases_for(request.officer, region), region).filter(payment_by__isnull=False)
    rows = list(cases.order_by("payment_by", "id")[:_MOST])
    owed = queries.fees_by_case(region, [case.id for case in rows])
    unpaid = [(case, sum(fee.amount for fee in fees)) for case in rows if (fees := owed.get(case.id)) and _due(fees)]
    context = frame(
        request,
        missing=told,
        rows=unpaid,
        refunds=refunds_in(region, _WAITING),
        surplus=surplus_of(region),
        closed=till_of(region, request.officer.user_id, request.today),
    )
    return render(request, "window/cash/desk.html", context, status=404 if told else 200)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest) -> HttpResponse:
    """Count the till at the end of the day."""
    region = region_of(request)
    if request.method == "GET":
        return _closing(request, region)
    counted = fen_of(request.POST.get("counted", "").replace(",", "").strip())
    wish = TillCount(region, -1 if counted is None else counted, request.POST.get("reason", ""))
    try:
        perform(request, close_till, wish)
    except Refused as said:
        return _closing(request, region, refusal(said, request.today))
    results.done(request, "已日结", ("收费窗口", "/desk/cash/"))
    return redirect("window:cash_close")


def _due(fees: list[queries.Fee]) -> bool:
    return fees[0].notified_on is not None and fees[0].paid_on is None


def _found(request: HttpRequest, region: str, told: str) -> str:
    """Return the number of the case that is meant, "" where there is none that the officer may see."""
    number = parse_number(NumberKind.CASE, told)
    paper = parse_number(NumberKind.DOCUMENT, told)
    no = format_number(number) if number else queries.case_no_of_paper(region, format_number(paper) if paper else told)
    try:
        return str(read_case(no, request.officer, request.directory).no) if no else ""
    except NotFound:
        return ""


def _closing(request: HttpRequest, region: str, refused: Refusal | None = None) -> HttpResponse:
    drawer = drawer_of(region, request.officer.user_id, request.today)
    context = frame(
        request,
        drawer=drawer,
        sums=[(_METHODS.get(method, method), fen) for method, fen in sorted(drawer.takings().items())],
        till=till_of(region, request.officer.user_id, request.today),
        counted=request.POST.get("counted", ""),
        reason=request.POST.get("reason", ""),
        refusal=refused,
        key=request.POST.get("key") or new_key(),
    )
    return render(request, "window/cash/close.html", context, status=422 if refused else 200)
