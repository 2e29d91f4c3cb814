"""身份: as whom one acts on these pages, and which of the office's records are one's own (实名关联)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.acts.passing.link_account import AccountLink, link_account
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.common.visitors.capacity import choose
from yichuang.records.applicants.accounts import capacities, linked, matching
from yichuang.records.applicants.models import IdentityKind
from yichuang.records.cases.tracking import told_last
from yichuang.rules.identifiers import normalize
from yichuang.rules.masking import mask_phone
from yichuang.rules.verdict import Refused

_KINDS = {"person": IdentityKind.ID_CARD.value, "unit": IdentityKind.USCC.value, "other": IdentityKind.OTHER.value}
_LOCKED = "试的次数太多了，请 10 分钟以后再试，或带证件到窗口办理"
_ALREADY = "这个证件的办事记录已经关联在您的账号上"


@allow(USER)
@require_http_methods(["GET", "POST"])
def identity(request: HttpRequest) -> HttpResponse:
    """Show as whom the visitor may act; switch."""
    if request.method == "GET":
        return _page(request)
    uscc = request.POST.get("as", "")
    if not choose(request, uscc):
        return _page(request, "您不能以这个单位的身份办事，或者授权已经结束", status=422)
    results.done(request, "身份已切换，下面是这个身份的办件")
    return HttpResponseRedirect("/my/")


@allow(USER)
@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """Link the log-in to what the office has on record of the visitor or his organisation."""
    attempts = Attempts(f"link:{request.officer.user_id}", request.META.get("REMOTE_ADDR", ""))
    if attempts.locked:
        return _page(request, _LOCKED, status=429)
    kind = _KINDS.get(request.POST.get("kind", ""), _KINDS["person"])
    number, phone = normalize(request.POST.get("number", ""))[:30], normalize(request.POST.get("phone", ""))[:20]
    regions_here = list(request.directory.centres)
    rows = [*matching(regions_here, kind, number, phone), *told_last(regions_here, kind, number, phone)]
    if rows and all(row.user_id == request.officer.user_id for row in rows):
        return _page(request, _ALREADY, status=422)
    regions = sorted({row.region_code for row in rows if row.user_id != request.officer.user_id})
    try:
        for region in regions or list(request.directory.centres)[:1]:
            wish = AccountLink(region, request.officer.user_id, kind, number, phone)
            perform(request, link_account, wish)
    except Refused as refused:
        attempts.failed()
        said = refusal(refused, request.today)
        return _page(request, f"{said.what}。{said.todo}", status=422)
    attempts.succeeded()
    results.done(request, f"已关联 {rows[0].name}（手机 {mask_phone(phone)}），在窗口办的、别人代办的都能看到了")
    return HttpResponseRedirect("/my/company/" if kind == IdentityKind.USCC else "/my/")


def _page(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    officer = request.officer
    told = request.POST if "number" in request.POST else {}
    errors = [{"anchor": "number" if told else "as-me", "sentence": wrong}] if wrong else []
    context: dict[str, Any] = {
        "capacities": capacities(officer.user_id, request.directory, request.today),
        "now": officer.capacity.uscc if officer.capacity else "",
        "linked": linked(officer.user_id, request.directory.centres),
        "told": {name: told.get(name, "")[:30] for name in ("kind", "number", "phone")},
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
        "crumbs": [("我的", "/my/"), ("身份", "")],
    }
    return render(request, "portal/mine/identity.html", context, status=status)
