"""凭授权码查看: who was given a code says who he is and that he keeps to the purpose; each look is written down."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.dates import civil
from yichuang.faces.common.sentences import sentence
from yichuang.faces.common.visitors.copying import as_file, copy_of
from yichuang.faces.common.visitors.verifying import state_of, words_of
from yichuang.records.certificates.library import Look, note_look, shared_behind
from yichuang.records.certificates.models import LookWay, Sharing
from yichuang.records.certificates.types import trust_of
from yichuang.rules.library.sharing import may_open, plain_code
from yichuang.rules.verdict import Refused

_MOST = 10  # of ours: wrong codes from one address in ten minutes; a good one (80 bits) is never locked
_LOCKED = "试的次数太多了，请 10 分钟以后再试"
_UNKNOWN = "没有这个授权码，请与持证人核对"
_WHO = "请写您的单位或者姓名，持证人会看到"
_PURPOSE = "持证人只授权用于“{purpose}”。用于别的事情，请联系持证人另外授权"
_LONGEST, _SHORTEST = 60, 2
_CHOOSE = "请选您拿去做什么"


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest) -> HttpResponse:
    """Ask for the code; then for name and purpose; then show the certificate, or hand out its copy."""
    if request.method == "GET":
        return _page(request)
    typed, code = request.POST.get("code", "")[:_LONGEST], plain_code(request.POST.get("code", "")[:_LONGEST])
    attempts = Attempts("shared", request.META.get("REMOTE_ADDR", ""), most=_MOST)
    sharing = shared_behind(code, list(request.directory.centres)) if code else None
    if sharing is None and attempts.locked:
        return _page(request, typed=typed, error=_LOCKED, status=429)
    if sharing is None:
        if code:  # what can be no code at all is no guess
            attempts.failed()
        return _page(request, typed=typed, error=_UNKNOWN, status=422)
    found = may_open(sharing.expires_at, sharing.revoked_at, request.at)
    if not found.allowed:
        words = sentence(Refused(found.code, found.basis, found.facts), request.today)
        return _page(request, typed=typed, error=words, status=422)
    return _opened(request, sharing, code)


def _opened(request: HttpRequest, sharing: Sharing, code: str) -> HttpResponse:
    who, use = request.POST.get("who", "").strip()[:_LONGEST], request.POST.get("use", "")
    told: dict[str, Any] = {"sharing": sharing, "typed": code, "who": who}
    if not use:
        asked = {"error": _CHOOSE, "anchor": "use", "status": 422} if "step" in request.POST else {}
        return _page(request, **told, **asked)
    if use != "agreed":
        return _page(request, **told, error=_PURPOSE.format(purpose=sharing.purpose), status=422)
    if len(who) < _SHORTEST:
        return _page(request, **told, error=_WHO, anchor="who", status=422)
    row = sharing.certificate
    note_look(row, Look(LookWay.SHARED, who, sharing.purpose, request.officer.user_id, sharing.id), request.at)
    if "copy" in request.POST:
        return as_file(copy_of(row, request, civil(sharing.expires_at)), row)
    state = state_of(row, request)
    shown = {
        "certificate": row,
        "state": state,
        "words": words_of(state),
        "trust": trust_of(row.type_name, row.region_code, request.directory),
    }
    return _page(request, **told, **shown)


def _page(request: HttpRequest, *, status: int = 200, anchor: str = "code", **told: Any) -> HttpResponse:
    errors = [{"anchor": anchor, "sentence": told["error"]}] if told.get("error") else []
    context = {"errors": errors, "form": {"errors": errors}, "crumbs": [("凭授权码查看证照", "")], **told}
    return render(request, "portal/library/shared.html", context, status=status)
