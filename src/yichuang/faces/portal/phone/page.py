"""手机上传材料: the phone that scanned the code hands in files for one material; the first one binds it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.acts.uploads.arrive import Came, arrive
from yichuang.acts.uploads.chain import standing
from yichuang.faces.common import uploads
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.sentences import sentence
from yichuang.faces.common.uploads.by_phone import PREFIX, SLOT, is_genuine
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.uploads.models import UploadLink
from yichuang.records.uploads.queries import arrivals_of, link_behind
from yichuang.rules.uploads.phone import MOST, is_open, may_arrive
from yichuang.rules.verdict import Refused, Verdict

_COOKIE, _AN_HOUR = "up", 3600
_GUESSES, _FAULTS = 30, 40  # of ours: wrong addresses from one place, bad files over one link, in ten minutes
_UNKNOWN = "这个二维码打不开。请让工作人员重新出示二维码，再扫一次。"
_LOCKED = "试的次数太多了，请 10 分钟以后再试。"
_NONE = "请先拍照或者选文件，再上传。"


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def phone_upload(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is asked for; take the files."""
    guesses = Attempts("phone-link", request.META.get("REMOTE_ADDR", ""), most=_GUESSES)
    link = link_behind(token, list(request.directory.centres)) if is_genuine(token) else None
    if link is None and guesses.locked:
        return _shut(request, _LOCKED, 429)
    if link is None:
        guesses.failed()
        return _shut(request, _UNKNOWN, 404)
    opened = may_arrive(standing(link), lookup_hash(_phone(request)), request.at)
    if request.method == "GET":
        return _marked(request, _page(request, link, _said(is_open(standing(link), request.at), request)))
    if not opened.allowed:
        return _page(request, link, _said(opened, request), status=422)
    context_of(request)  # a form without its key does nothing
    wrong = _taken(request, link, request.FILES.getlist("f"))
    if wrong:
        return _page(request, link, "", wrong, status=422)
    return redirect("phone_upload", token=token)


def _taken(request: HttpRequest, link: UploadLink, sent: Sequence[UploadedFile]) -> list[str]:
    """Put each good file on record; return what is wrong with the others."""
    faults = Attempts("phone-file", str(link.id), most=_FAULTS)
    if faults.locked:
        return [_LOCKED]
    there = {row.digest for row in arrivals_of(link)}
    wrong = [] if sent else [_NONE]
    for upload in sent[: MOST + 1]:
        try:
            file = uploads.accept(upload, SLOT)
            if file.digest in there:
                continue
            mark = f"{request.POST.get('key', '')[:40]}:{file.digest[:16]}"
            named = (file.digest, file.name, file.media_type, file.size)
            perform(request, arrive, Came(link.region_code, link.id, _phone(request), *named), key=mark, digest=mark)
            there.add(file.digest)
        except uploads.UploadRefused as refused:
            faults.failed()
            wrong.append(uploads.sentence(refused))
        except Refused as refused:
            return [*wrong, sentence(refused, request.today)]
    return wrong


def _phone(request: HttpRequest) -> str:
    return request.COOKIES.get(_COOKIE, "")[:64]


def _marked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give the browser a secret by which it is known again."""
    if not _phone(request):
        response.set_cookie(
            _COOKIE, secrets.token_urlsafe(24), max_age=_AN_HOUR, path=PREFIX, httponly=True,
            samesite="Lax", secure=request.is_secure(),
        )  # fmt: skip
    return response


def _said(verdict: Verdict, request: HttpRequest) -> str:
    if verdict.allowed:
        return ""
    return sentence(Refused(verdict.code, verdict.basis, verdict.facts), request.today)


def _page(
    request: HttpRequest, link: UploadLink, shut: str, wrong: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    own = bool(link.phone_hash) and link.phone_hash == lookup_hash(_phone(request))
    errors = [{"anchor": "f-files", "sentence": words} for words in wrong]
    told: dict[str, Any] = {
        "link": link,
        "shut": shut,
        "errors": errors,
        "form": {"errors": errors},
        "accept": SLOT,
        "sent": arrivals_of(link) if own or wrong else [],
        "key": new_key(),
    }
    return render(request, "portal/phone/page.html", told, status=status)


def _shut(request: HttpRequest, words: str, status: int) -> HttpResponse:
    return render(request, "portal/phone/page.html", {"shut": words}, status=status)
