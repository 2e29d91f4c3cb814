"""查进度: number and the last six characters of the identity number, without logging in. Only what is masked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.proofs.of_case import standing_of
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.casework.clock_page import clock_page
from yichuang.faces.common.casework.history import Teller, timeline
from yichuang.faces.common.doing import new_key
from yichuang.faces.portal.mine.progress import computed, shared
from yichuang.faces.portal.mine.turn import for_anybody
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.history import events_of
from yichuang.records.cases.tracking import proven, tracked
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.queries import is_rated
from yichuang.rules.identifiers import normalize
from yichuang.rules.masking import mask_name
from yichuang.rules.numbering import NumberKind, format_number, parse_number

_SALT, _PROOF, _GOOD_FOR = "yichuang.track", "track", 1800  # seconds
_KEPT = 5  # proofs in one session
_SAME = "没有查到。请核对办件编号和证件号码后六位，编号在收件凭证上"
_LOCKED = "试的次数太多了，请 10 分钟以后再查，或拨打咨询电话"
_MISSING = "请填办件编号和证件号码后六位"
_CODE, _NO_MAX, _TYPED_MAX = 6, 30, 60


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; unknown number and wrong code get the same sentence."""
    if request.method == "GET":
        return _page(request, _number(request.GET.get("no", "")), "")
    no, code = _number(request.POST.get("no", "")), normalize(request.POST.get("code", ""))
    if not no or len(code) != _CODE:
        return _page(request, no, _MISSING)
    attempts = Attempts(f"track:{no}", request.META.get("REMOTE_ADDR", ""))
    if attempts.locked:
        return _page(request, no, _LOCKED, status=429)
    try:
        found = proven(no, code, request.directory)
    except NotFound:
        attempts.failed()
        return _page(request, no, _SAME)
    attempts.succeeded()
    _keep_proof(request, found)
    return HttpResponseRedirect(f"/track/{found}/")


def _number(typed: str) -> str:
    """Return the number of a case as it is printed, however it was typed; what is none as it came."""
    found = parse_number(NumberKind.CASE, typed[:_TYPED_MAX])
    try:
        return format_number(found) if found else normalize(typed)[:_NO_MAX]
    except ValueError:  # longer than any number
        return normalize(typed)[:_NO_MAX]


@allow(PUBLIC)
@never_cache
@require_GET
def tracked_case(request: HttpRequest, no: str) -> HttpResponse:
    """Show how the case stands, names masked, without reasons and papers."""
    if not has_proof(request, no):
        return HttpResponseRedirect(f"/track/?no={no}")
    case = tracked(no, request.directory)
    teller = Teller(case, request.directory, lambda ref: "", public=True)
    entries = timeline(events_of(case.region_code, case.id), teller)
    told = shared(case, request)
    context = {
        **told,
        "turn": for_anybody(told["turn"]),
        "proof": standing_of(case.region_code, case.id),
        "proof_url": f"/track/{case.no}/proof.json",
        "holder": mask_name(case.applicant_name),
        "timeline": [
            replace(entry, who="申请人" if entry.who == "您" else entry.who, text="", files=()) for entry in entries
        ],
        "clock_url": f"/track/{case.no}/clock/",
        "rated": is_rated(case.region_code, case.id),
        "rate_key": new_key(),
        "crumbs": [("查进度", "/track/"), (case.no, "")],
    }
    return render(request, "portal/entrance/tracked.html", context)


@allow(PUBLIC)
@never_cache
@require_GET
def tracked_clock(request: HttpRequest, no: str) -> HttpResponse:
    """Show how the date came about; nobody is named."""
    if not has_proof(request, no):
        return HttpResponseRedirect(f"/track/?no={no}")
    case = tracked(no, request.directory)
    statutory = request.GET.get("limit") == "statutory"
    context: dict[str, Any] = {
        "page": clock_page(case, request.directory, request.today, statutory=statutory),
        "subject": [
            version_of(case.item_version_id).item.name,
            mask_name(case.applicant_name),
            computed(request.today),
        ],
        "crumbs": [("查进度", "/track/"), (case.no, f"/track/{case.no}/"), ("这个日期怎么算的", "")],
        "layout": "common/public.html",
    }
    return render(request, "common/clock.html", context)


def _keep_proof(request: HttpRequest, no: str) -> None:
    proofs = dict(list(request.session.get(_PROOF, {}).items())[-_KEPT + 1 :])
    request.session[_PROOF] = proofs | {no: signing.dumps(no, salt=_SALT)}


def has_proof(request: HttpRequest, no: str) -> bool:
    """Say whether number and code of a case were shown in this session."""
    proof = request.session.get(_PROOF, {}).get(no, "")
    try:
        return bool(proof) and signing.loads(proof, salt=_SALT, max_age=_GOOD_FOR) == no
    except signing.BadSignature:
        return False


def _page(request: HttpRequest, no: str, error: str, status: int = 422) -> HttpResponse:
    errors = [{"anchor": "no", "sentence": error}] if error else []
    context = {"no": no, "errors": errors, "form": {"errors": errors}, "crumbs": [("查进度", "")]}
    return render(request, "portal/entrance/track.html", context, status=status if error else 200)
