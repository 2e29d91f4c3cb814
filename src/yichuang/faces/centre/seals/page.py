"""一枚印章: its imprint, state and log; its keeper or the centre suspends it, the centre resumes or destroys it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.papers.stamping import imprint_of
from yichuang.acts.seals.destroy import destroy
from yichuang.acts.seals.frame import OnSeal
from yichuang.acts.seals.resume import resume
from yichuang.acts.seals.suspend import suspend
from yichuang.faces.centre.scope import regions_of
from yichuang.faces.common.access import STAFF, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.nav import around
from yichuang.faces.common.results import done
from yichuang.faces.common.sentences import refusal
from yichuang.records.bulletins.queries import sealed_with
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.press import THE_PRESS
from yichuang.records.seals.access import NoSeal, seal_for
from yichuang.records.seals.drawing import Imprint, picture
from yichuang.records.seals.models import Seal
from yichuang.records.seals.queries import balance_of, uses_of
from yichuang.rules.seals.life import may_move
from yichuang.rules.verdict import Refused

PAGE = 50
_LONGEST = 200
_ONLINE, _BY_LAW = "网上提交，系统出具", "依规定由系统出具"
_ACTS: Mapping[str, tuple[str, Callable[[OnSeal, Context], Filed], str]] = {
    "suspend": ("seal.suspended", suspend, "已停用。需要这枚印章的文书会等到恢复用印以后再制作。"),
    "resume": ("seal.resumed", resume, "已恢复用印，等待的文书会自动制作。"),
    "destroy": ("seal.destroyed", destroy, "已销毁，签章证书已吊销；此前盖过的文书仍然有效。"),
}


@allow(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show a seal; on POST change its state."""
    seal = _seal(request, no)
    if request.method != "POST":
        return _shown(request, seal)
    act = _ACTS.get(request.POST.get("do", ""), _ACTS["suspend"])
    wish = OnSeal(seal.region_code, seal.no, version_in(request), request.POST.get("reason", "")[:_LONGEST])
    try:
        perform(request, act[1], wish)
    except Refused as refused:
        if refused.code == "key_missing":
            raise
        return _shown(request, _seal(request, no), refused)
    done(request, act[2])
    return HttpResponseRedirect(f"/centre/seals/{seal.no}/")


def _seal(request: HttpRequest, no: str) -> Seal:
    for code in regions_of(request.officer, STAFF):
        try:
            return seal_for(code, no, request.officer)
        except NoSeal:
            continue
    raise NotFound(no)


def _shown(request: HttpRequest, seal: Seal, refused: Refused | None = None) -> HttpResponse:
    asked = request.GET.get("page", "1")
    log = Paginator(uses_of(seal.region_code, seal.id), PAGE).get_page(asked)
    names = request.directory.names
    context: dict[str, Any] = {
        "seal": seal,
        "imprint": _drawn(imprint_of(seal)),
        "bulletins": sealed_with(seal.region_code, seal.no),
        "balance": balance_of(seal.region_code, seal.id),
        "page": log,
        "log": [(row, names.get(row.user_id, _ONLINE) if row.user_id else _BY_LAW) for row in log],
        "may": {name: _may(verb, request, seal) for name, (verb, *_) in _ACTS.items()},
        "refusal": refusal(refused, request.today) if refused else None,
        "key": new_key(),
    }
    return render(request, "centre/seals/page.html", around(request) | context, status=422 if refused else 200)


def _may(verb: str, request: HttpRequest, seal: Seal) -> bool:
    return may_move(verb, request.officer, seal.region_code, seal.keeper_id, seal.state).allowed


@lru_cache(maxsize=64)
def _drawn(imprint: Imprint) -> str:
    """Return the imprint as an address of its own (data:)."""
    return "data:image/png;base64," + base64.b64encode(THE_PRESS.run(picture, imprint)).decode()
