"""一件的收费: what is owed and how it was paid; taking money, undoing an entry, giving money back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.collect import AT_DESK, Takings, collect_fee
from yichuang.acts.fees.gateway.asking import send_refund
from yichuang.acts.fees.money import owed_of
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.acts.fees.stage import in_time
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.paying import gateway
from yichuang.faces.common.sentences import Refusal, refusal, sentence
from yichuang.faces.window.cash.online import cleared, waiting_in
from yichuang.faces.window.cash.shown import fen_typed, receipts_of, sums
from yichuang.faces.window.frame import frame
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import PayMethod, RefundKind
from yichuang.records.fees.queries import fees_of, refund_of, refunds_of
from yichuang.records.fees.tills import till_of
from yichuang.rules.fees.numerals import capital
from yichuang.rules.verdict import Refused


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, no: str) -> HttpResponse:
    """Show the money of a case, or do one thing with it."""
    file = read_case(no, request.officer, request.directory)
    if request.method == "GET":
        return _page(request, file)
    do = _DOING.get(request.POST.get("do", ""), _collect)
    try:
        words = do(request, file)
    except Refused as said:
        return _page(request, file, refusal(said, request.today))
    results.done(request, f"{words} {file.no}", ("收据", f"/desk/{file.no}/papers/"), ("收费窗口", "/desk/cash/"))
    return redirect("window:cash_case", no=file.no)


def _collect(request: HttpRequest, file: CaseFile) -> str:
    told = request.POST
    tendered = fen_typed(request, "tendered") if told.get("method") == PayMethod.CASH else 0
    paid, version = cleared(request, file)
    if paid:
        return "网上支付已经到账并入账，没有再收款"
    wish = Takings(
        On(file.no, version), told.get("method", ""), told.get("payer", ""), told.get("reference", ""), tendered
    )
    perform(request, collect_fee, wish)
    return "已收款"


def _ask(request: HttpRequest, file: CaseFile) -> str:
    kind = RefundKind.REVERSAL if request.POST.get("do") == "reverse" else RefundKind.REFUND
    wish = Return(
        On(file.no, version_in(request)), _id(request), request.POST.get("reason", ""), fen_typed(request, "amount"),
        kind, request.POST.get("method", ""),
    )  # fmt: skip
    perform(request, ask_refund, wish)
    return "已申请，等另一名人员审批"


def _answer(request: HttpRequest, file: CaseFile) -> str:
    agree, row_id = request.POST.get("do") == "agree", _id(request)
    wish = RefundAnswer(On(file.no, version_in(request)), row_id, agree, request.POST.get("words", ""))
    perform(request, answer_refund, wish)
    row = refund_of(file.region_code, file.id, row_id)
    if agree and row and row.method == PayMethod.ONLINE:
        try:
            return _send_row(request, file, row_id)
        except Refused:
            return "已同意退付；支付平台暂时连不上，连上以后自动退款"
    return "已同意" if agree else "不予退付"


def _pay_out(request: HttpRequest, file: CaseFile) -> str:
    wish = RefundOutcome(On(file.no, version_in(request)), _id(request), reference=request.POST.get("reference", ""))
    perform(request, pay_refund, wish)
    return "已登记退付"


def _send(request: HttpRequest, file: CaseFile) -> str:
    context_of(request)  # asks for the key as every form does
    return _send_row(request, file, _id(request))


def _send_row(request: HttpRequest, file: CaseFile, row_id: UUID) -> str:
    row = refund_of(file.region_code, file.id, row_id)
    if row is None:
        raise Refused("refund_not_approved", "XKF-59")
    now, at = gateway.wire_now(), request.at
    filed = gateway.asked(lambda terms: send_refund(file.no, row, terms, now=now, at=at))
    if filed is None:
        return "支付平台正在退款，有结果后自动登记"
    after_filing(filed, at)
    back = refund_of(file.region_code, file.id, row_id)
    return "已原路退回" if back and back.paid_on else "支付平台没有退成，请看说明"


_DOING: Mapping[str, Callable[[HttpRequest, CaseFile], str]] = {
    "collect": _collect, "refund": _ask, "reverse": _ask, "agree": _answer, "decline": _answer, "payout": _pay_out,
    "send": _send,
}  # fmt: skip


def _id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("row", ""))
    except ValueError:
        raise Refused("collection_unknown", "XKF-59") from None


def _page(request: HttpRequest, file: CaseFile, refused: Refusal | None = None) -> HttpResponse:
    fees = fees_of(file.region_code, file.id)
    owed, told = owed_of(file, fees), request.POST
    chosen = told.get("method") if told.get("method") in AT_DESK else PayMethod.CASH.value
    names, back = request.directory.names, refunds_of(file.region_code, file.id)
    receipts = receipts_of(request, file)
    waiting = waiting_in(file)
    context = frame(
        request,
        case=file,
        item=version_of(file.item_version_id).item,
        fees=fees,
        owed=owed,
        unpaid=owed.open and owed.told and not owed.paid,
        capital=capital(owed.total),
        methods=[(one.value, one.label, one.value == chosen) for one in AT_DESK],
        came=sums(request, file, back, receipts),
        back=[
            (row, names.get(row.asked_by_id, ""), row.asked_by_id != request.officer.user_id, receipts.get(row.no, ""))
            for row in back
        ],
        waiting=waiting,
        late=_late(request, file),
        silent=bool(waiting and gateway.standing()),
        closed=till_of(file.region_code, request.officer.user_id, request.today),
        approves="chief_representative" in request.officer.roles(),
        told=told,
        refusal=refused,
        key=told.get("key") or new_key(),
    )
    return render(request, "window/cash/case.html", context, status=422 if refused else 200)


def _late(request: HttpRequest, file: CaseFile) -> str:
    """Return why no payment counts today any more, "" while one does."""
    try:
        in_time(file, request.today).raise_if_refused()
    except Refused as said:
        return sentence(said, request.today)
    return ""
