"""缴费: what is owed, the way to the gateway, how it stands, and what came of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.fees.gateway import client
from yichuang.acts.fees.gateway.asking import ask_about
from yichuang.acts.fees.money import owed_of
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.fees.stage import in_time
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.paying import gateway
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import Checkout, CheckoutState
from yichuang.records.fees.queries import checkouts_of, collections_of, fees_of, refunds_of, returned
from yichuang.rules.fees.numerals import capital
from yichuang.rules.fees.wire import yuan_of
from yichuang.rules.verdict import Refused


@allow(USER)
@require_http_methods(["GET", "POST"])
def pay(request: HttpRequest, no: str) -> HttpResponse:
    """Show what is owed; begin a payment, or ask the gateway how it stands."""
    case = own_case(request, no)
    if request.method == "GET":
        return _page(request, case)
    do = request.POST.get("do", "open")
    if do == "open":
        gateway.asked(lambda terms: None)
        perform(request, open_checkout, CheckoutWish(On(case.no, version_in(request))))
    else:
        context_of(request)  # asks for the key as every form does
        _ask(request, case, give_up=do == "close")
    return HttpResponseRedirect(f"/my/cases/{case.no}/pay/")


def _ask(request: HttpRequest, case: CaseFile, *, give_up: bool) -> None:
    """Ask how the open payment stands, and say what came out."""
    waiting = _open(checkouts_of(case.region_code, case.id))
    if waiting is None:
        return
    arrived = gateway.asked(
        lambda terms: ask_about(waiting.no, terms, now=gateway.wire_now(), at=request.at, give_up=give_up)
    )
    if arrived.filed is None:
        results.warned(request, "支付平台还没有收到这笔款。已经支付的，请过几分钟再查询。")
        return
    after_filing(arrived.filed, request.at)
    paid = arrived.filed.verb != "case.checkout_closed"
    results.done(request, "支付成功，已经入账" if paid else "这次支付已经关闭，没有扣款")


def _page(request: HttpRequest, case: CaseFile) -> HttpResponse:
    fees = [fee for fee in fees_of(case.region_code, case.id) if fee.notified_on]
    owed, waiting = owed_of(case, fees), _open(checkouts_of(case.region_code, case.id))
    unpaid = owed.open and owed.told and not owed.paid
    back = refunds_of(case.region_code, case.id) if fees else []
    gone = returned(back)
    stands = gateway.standing() if unpaid or waiting else ""
    late = "" if not unpaid else _why_late(case, request)
    context = {
        "case": case,
        "late": late,
        "item": version_of(case.item_version_id).item,
        "fees": fees,
        "total": owed.total,
        "capital": capital(owed.total),
        "unpaid": unpaid,
        "lapsed": owed.lapsed,
        "waiting": waiting,
        "stands": stands,
        "link": _link(request, case, waiting) if unpaid and waiting and not stands else "",
        "came": [(row, gone.get(row.id, 0)) for row in collections_of(case.region_code, case.id)] if fees else [],
        "back": back,
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("缴费", "")],
        "title": "缴费",
    }
    return render(request, "portal/paying/pay.html", context)


def _why_late(case: CaseFile, request: HttpRequest) -> str:
    """Return in words why the fee is taken no more: its last day has passed, and the law says what follows."""
    said = in_time(case, request.today)
    if said.allowed:
        return ""
    return refusal(Refused(said.code, said.basis, said.facts), request.today).what


def _open(rows: list[Checkout]) -> Checkout | None:
    return next((row for row in rows if row.state == CheckoutState.OPEN), None)


def _link(request: HttpRequest, case: CaseFile, waiting: Checkout) -> str:
    """Return the gateway's page for this payment, signed now."""
    terms, site = gateway.gateway(), settings.YICHUANG_PUBLIC_URL.rstrip("/")
    if terms is None:
        return ""
    wish: dict[str, Any] = {
        "out_trade_no": waiting.no, "total_amount": yuan_of(waiting.amount),
        "subject": f"{version_of(case.item_version_id).item.name} 费用",
        "notify_url": f"{site}{reverse('pay_notify')}" if site else request.build_absolute_uri(reverse("pay_notify")),
        "return_url": request.build_absolute_uri(f"/my/cases/{case.no}/pay/"),
    }  # fmt: skip
    return client.pay_address(terms, wish, gateway.wire_now())
