"""我的证照: one certificate of the visitor, whom he lets see it, and who looked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yichuang.acts.certificate_act import Of
from yichuang.acts.library.share import Grant, share
from yichuang.acts.library.take_back import TakingBackCode, take_back
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.delivered import LaterDecision, decisions_of
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.common.visitors.copying import as_file, copy_of
from yichuang.faces.common.visitors.verifying import state_of, words_of
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.reading import load
from yichuang.records.certificates.access import own_certificate
from yichuang.records.certificates.library import looks_of, open_suspension, sharings_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.types import trust_of
from yichuang.records.certificates.verifying import changed_at
from yichuang.records.documents.rendering import RenderingFault
from yichuang.rules.library.sharing import DAYS, may_open
from yichuang.rules.verdict import Refused

_WORDS = 100


@allow(USER)
@never_cache
@require_GET
def one(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """Show one certificate with codes and readings."""
    return _page(request, _own(request, certificate))


@allow(USER)
@never_cache
@require_http_methods(["GET", "POST"])
def sharing(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """Make a code; what was typed stays where it is refused."""
    row = _own(request, certificate)
    if request.method == "GET":
        return HttpResponseRedirect(f"/my/certificates/{row.id}/")
    told = {name: request.POST.get(name, "").strip()[:_WORDS] for name in ("purpose", "recipient")}
    days = request.POST.get("days", "")
    number = int(days) if days.isascii() and days.isdigit() and len(days) < 4 else 0
    try:
        perform(request, share, Grant(Of(row.region_code, row.id, version_in(request)), **told, days=number))
    except Refused as refused:
        return _page(request, row, refusal=refusal(refused, request.today), posted=request.POST, status=422)
    results.done(request, "授权码已生成，在下面的列表里。把授权码和查看地址一起告诉对方。")
    return HttpResponseRedirect(f"/my/certificates/{row.id}/#codes")


@allow(USER)
@require_POST
def ending(request: HttpRequest, certificate: UUID, sharing: UUID) -> HttpResponse:
    """Take a code back."""
    row = _own(request, certificate)
    try:
        perform(request, take_back, TakingBackCode(Of(row.region_code, row.id), sharing))
    except Refused as refused:
        return _page(request, row, refusal=refusal(refused, request.today), status=422)
    results.done(request, "授权码已收回，从现在起打不开了。")
    return HttpResponseRedirect(f"/my/certificates/{row.id}/#codes")


@allow(USER)
@never_cache
@require_GET
def copy(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """Hand out a copy with its mark."""
    row = _own(request, certificate)
    try:
        content = copy_of(row, request)
    except RenderingFault as fault:
        results.warned(request, f"副本没有生成：{fault}。")
        return HttpResponseRedirect(f"/my/certificates/{row.id}/")
    return as_file(content, row)


def _own(request: HttpRequest, certificate: UUID) -> Certificate:
    return own_certificate(certificate, request.officer, list(request.directory.centres))


def _page(request: HttpRequest, row: Certificate, *, status: int = 200, **more: Any) -> HttpResponse:
    state = state_of(row, request)
    told: dict[str, Any] = {
        "certificate": row,
        "state": state,
        "words": words_of(state),
        "light": "done" if state == "valid" else "red",
        "since": changed_at(row) if row.case_id and state not in ("valid", "expired", "suspended") else None,
        "trust": trust_of(row.type_name, row.region_code, request.directory),
        "suspension": open_suspension(row.region_code, row.id) if state == "suspended" else None,
        "codes": [
            (one, _code(one, request), may_open(one.expires_at, one.revoked_at, request.at).allowed)
            for one in sharings_of(row.region_code, row.id)
        ],
        "looks": looks_of(row),
        "decisions": _decisions(row, request),
        "may_share": state in ("valid", "suspended"),
        "days": DAYS,
        "address": f"{settings.YICHUANG_PUBLIC_URL or request.build_absolute_uri('/').rstrip('/')}/shared/",
        "key": new_key(),
        "crumbs": [("我的", "/my/"), ("我的证照", "/my/certificates/"), (row.type_name, "")],
    }
    return render(request, "portal/library/one.html", told | more, status=status)


def _decisions(row: Certificate, request: HttpRequest) -> list[LaterDecision]:
    """Return what was decided on the certificate later, with the last days against it (后续决定)."""
    case = load(row.region_code, case_id=row.case_id) if row.case_id else None
    return decisions_of(case, request.directory, certificate_no=row.no) if case else []


def _code(sharing: Any, request: HttpRequest) -> str:
    """Return the code in full to whoever made it."""
    return unseal(sharing.code_cipher, sharing.id) if sharing.user_id == request.officer.user_id else ""
