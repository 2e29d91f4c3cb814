"""同意电子送达、送达地址确认书、确认收悉: the applicant's own steps in a delivery."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.confirm_receipt import ReceiptConfirmed, confirm_receipt
from yichuang.acts.delivery.confirm_way import WayConfirmed, confirm_way
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.applicants.access import applicant_of, contact, given_in, own_address
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import confirmed_way, latest
from yichuang.rules import transitions
from yichuang.rules.masking import mask_address
from yichuang.rules.verdict import Refused


@allow(USER)
@require_http_methods(["GET", "POST"])
def delivery(request: HttpRequest, no: str) -> HttpResponse:
    """Agree, take the consent back, or confirm the receipt; then back to the case."""
    case = own_case(request, no)
    if request.method == "POST":
        on = On(case.no, version_in(request), _document(request))
        if request.POST.get("do") == "confirm":
            perform(request, confirm_receipt, ReceiptConfirmed(on))
            results.done(request, "已确认收悉")
        else:
            agree = request.POST.get("do") == "agree"
            perform(request, agree_electronic, ElectronicConsent(on, agree=agree))
            results.done(request, "已同意电子送达" if agree else "已撤回同意，文书改在窗口领取或者邮寄")
    return HttpResponseRedirect(f"/my/cases/{case.no}/")


def _document(request: HttpRequest) -> UUID | None:
    """Return the later decision that the form names, None for the result.  Raises: Refused for what is no id."""
    told = request.POST.get("document", "")
    try:
        return UUID(told) if told else None
    except ValueError:
        raise Refused("decision_unknown", "XKF-44") from None


@allow(USER)
@require_http_methods(["GET", "POST"])
def delivery_way(request: HttpRequest, no: str) -> HttpResponse:
    """Confirm or change how and where the result comes, until it is handed over or in the post."""
    case = own_case(request, no)
    if request.method == "GET":
        return _way(request, case)
    receiver, address = request.POST.get("receiver", ""), request.POST.get("address", "")
    if request.POST.get("registered") and not address.strip():
        applicant = applicant_of(case.region_code, case.applicant_id)
        address = own_address(applicant, given_in(case.form, case.id))
    wish = WayConfirmed(On(case.no, version_in(request)), request.POST.get("way", ""), receiver, address)
    try:
        perform(request, confirm_way, wish)
    except Refused as said:
        return _way(request, case, status=422, refusal=refusal(said, request.today))
    results.done(request, "已确认送达方式和地址，确认书在下面的文书里")
    return HttpResponseRedirect(f"/my/cases/{case.no}/")


def _way(request: HttpRequest, case: CaseFile, *, status: int = 200, **more: Any) -> HttpResponse:
    before = confirmed_way(case.region_code, case.id)
    known = contact(applicant_of(case.region_code, case.applicant_id), given_in(case.form, case.id))
    open_still = transitions.may("case.delivery_way_confirmed", case.state, kind=case.kind, paused=case.paused).allowed
    parcel = latest(case.region_code, case.id, DeliveryMethod.POST, DispatchState.OPEN)
    told = {
        "case": case, "item": version_of(case.item_version_id).item, "key": new_key(), "before": before,
        "before_address": mask_address(unseal(before.address_cipher, case.id)) if before else "",
        "registered": known.address, "parcel": parcel, "open": open_still and parcel is None, "posted": request.POST,
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("送达方式和地址", "")],
    }  # fmt: skip
    return render(request, "portal/mine/delivery_way.html", told | more, status=status)
