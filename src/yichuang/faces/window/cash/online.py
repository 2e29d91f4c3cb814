"""网上支付未了: before the desk takes money, the gateway is asked about a payment that the applicant began on line."""

from __future__ import annotations

from django.http import HttpRequest

from yichuang.acts.fees.gateway.asking import ask_about
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.doing import context_of, version_in
from yichuang.faces.common.paying import gateway
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Checkout, CheckoutState
from yichuang.records.fees.queries import checkouts_of
from yichuang.rules.verdict import Refused

_CLOSED = "case.checkout_closed"


def waiting_in(file: CaseFile) -> Checkout | None:
    """Return the payment on line of which nobody knows yet what came of it."""
    rows = checkouts_of(file.region_code, file.id)
    return next((row for row in rows if row.state == CheckoutState.OPEN), None)


def cleared(request: HttpRequest, file: CaseFile) -> tuple[bool, int | None]:
    """Book or close what was begun on line; return whether it was paid, and the version to go on from.

    Where the gateway says nothing, the cashier has asked the payer himself.  Raises: Refused.  Basis: XKF-59
    """
    row, shown = waiting_in(file), version_in(request)
    if row is None or shown not in (None, file.version):
        return False, shown
    context_of(request)  # asks for the key as every form does
    asked_payer = request.POST.get("asked") == "yes"
    try:
        arrived = gateway.asked(
            lambda terms: ask_about(row.no, terms, now=gateway.wire_now(), at=request.at, give_up=True)
        )
    except Refused:
        arrived = None
    if arrived is None or arrived.filed is None:
        if asked_payer:
            return False, shown
        raise Refused("checkout_desk", "YC", {"no": row.no})
    after_filing(arrived.filed, request.at)
    if arrived.filed.verb != _CLOSED:
        return True, shown
    return False, None if shown is None else read_case(file.no, request.officer, request.directory).version
