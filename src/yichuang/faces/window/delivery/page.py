"""/desk/<no>/delivery/: every manner of delivery on one page, what is under way, and the proofs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.casework.delivered import Delivered, decision_delivered, delivered_of
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.common.storage import serve_file
from yichuang.faces.window.delivery.guesses import counted
from yichuang.faces.window.delivery.steps import STEPS
from yichuang.faces.window.frame import asking, frame, region_of
from yichuang.faces.window.moves import ask
from yichuang.records.applicants.access import applicant_of, contact, given_in
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.delivery.couriers import courier
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import attempts_of, dispatches_of, undelivered, under_way
from yichuang.records.documents.models import Document
from yichuang.records.documents.queries import later_decision
from yichuang.rules.masking import mask_address
from yichuang.rules.verdict import Refused

RELATIONS = ("本人", "法定代表人", "经办人", "受委托人", "同住成年家属", "收发人员")
_MOST = 200


@allow(*WINDOW)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """List what is on its way: codes that wait, parcels, public notices; and decisions that nobody got yet."""
    rows, waiting = list(under_way(region_of(request))[:_MOST]), list(undelivered(region_of(request))[:_MOST])
    return render(request, "window/delivery/list.html", frame(request, rows=rows, waiting=waiting, today=request.today))


@allow(*WINDOW)
@require_GET
def page(request: HttpRequest, no: str, document: UUID | None = None) -> HttpResponse:
    """Show the manners of delivery of one case, or of a later decision on its certificate."""
    case = read_case(no, request.officer, request.directory)
    return _show(request, case, _named(case, document))


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, no: str, do: str, document: UUID | None = None) -> HttpResponse:
    """Do one step; what is refused is said above the forms."""
    if request.method == "GET":
        return redirect(_address(no, document))
    if do not in STEPS:
        raise Http404(do)
    case = read_case(no, request.officer, request.directory)
    decision = _named(case, document)
    act, read, words = STEPS[do]
    try:
        with counted(do, case.no):
            filed = perform(request, act, read(request, On(case.no, version_in(request), document)))
    except Refused as said:
        told = {"refusal": refusal(said, request.today), "posted": request.POST, "step": do}
        return _show(request, case, decision, status=422, **told)
    results.done(request, f"{words} {filed.no}", ("打印", f"/desk/{filed.no}/papers/"), ("下一件", "/desk/pickup/"))
    return redirect(_address(filed.no, document))


@allow(*WINDOW)
@require_GET
def proof(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Hand out a signature, a receipt of the post or a photograph."""
    case = read_case(no, request.officer, request.directory)
    for attempt in dispatches_of(case.region_code, case.id):
        for file in attempt.proofs:
            if file.get("digest") == digest:
                return serve_file(digest, file.get("name", digest[:12]), file.get("media_type", ""))
    raise Http404(digest)


def _named(case: CaseFile, document: UUID | None) -> Document | None:
    """Return the later decision that the address names.  Raises: Http404 where it is none of this case."""
    if document is None:
        return None
    found = later_decision(case.region_code, case.id, document)
    if found is None:
        raise Http404(str(document))
    return found


def _address(no: str, document: UUID | None) -> str:
    return f"/desk/{no}/delivery/of/{document}/" if document else f"/desk/{no}/delivery/"


def _show(
    request: HttpRequest, case: CaseFile, decision: Document | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    document = decision.id if decision else None
    attempts = attempts_of(case.region_code, case.id, document)
    open_ones = {one.way: one for one in attempts if one.state == DispatchState.OPEN}
    way = next((one for one in reversed(attempts) if one.state == DispatchState.CONFIRMED), None)
    delivered, call = _delivered(case, decision, request), PickupCall(On(case.no, document=document))
    blocked = ask(lambda: call_pickup.judged(case, call, asking(request)), asking(request))[0]  # type: ignore[attr-defined]
    told = {
        "case": case,
        "decision": decision,
        "base": _address(case.no, document),
        "item": version_of(case.item_version_id).item,
        "contact": contact(applicant_of(case.region_code, case.applicant_id), given_in(case.form, case.id)),
        "attempts": [one for one in attempts if one.state not in (DispatchState.CONFIRMED, DispatchState.REPLACED)],
        "pickup": open_ones.get(DeliveryMethod.WINDOW),
        "parcel": open_ones.get(DeliveryMethod.POST),
        "notice": open_ones.get(DeliveryMethod.NOTICE),
        "way": way,
        "way_address": mask_address(unseal(way.address_cipher, case.id)) if way and way.address_cipher else "",
        "agreed": any(one.state == DispatchState.AGREED for one in attempts),
        "online": bool(case.owner_id or case.applicant_user_id),
        "courier": courier(),
        "limit": norms_of(case).term("public_delivery_limit"),
        "relations": RELATIONS,
        "delivered": delivered,
        "blocked": None if delivered else blocked,
        "key": new_key(),
        "version": case.version,
        "posted": {},
        "today_iso": request.today.isoformat(),
    }
    return render(request, "window/delivery/page.html", frame(request, **(told | more)), status=status)


def _delivered(case: CaseFile, decision: Document | None, request: HttpRequest) -> Delivered | None:
    if decision is not None:
        return decision_delivered(case, decision, request.directory)
    return delivered_of(case, request.directory) if case.state == CaseState.CLOSED else None
