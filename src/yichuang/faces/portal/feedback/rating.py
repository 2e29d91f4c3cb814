"""/rate/<token>/: one case, one rating, by the link of an invitation; no log-in, nothing personal on the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.feedback.doing import by_link
from yichuang.faces.portal.feedback.reasons import reasons_in, told_in
from yichuang.records.feedback.models import Grade, Invitation, RatingChannel
from yichuang.records.feedback.queries import invitation_behind, is_rated
from yichuang.rules.verdict import Refused

BESIDE = frozenset({"grade_unknown", "bad_rating_reason"})
_UNKNOWN = "这个评价链接打不开。请登录后在“我的办件”里评价，或者到窗口评价。"
_OVER = "这个评价链接已经用过，或者已经过期。一件办件评价一次；没有评价过的，请登录后在“我的办件”里评价。"
STAFF = "这里登录的是工作人员，不能代办事人评价。请在办事人自己的设备上评价；是您自己的办件的，先退出登录。"
_LOCKED = "试的次数太多了，请 10 分钟以后再试。"
_GUESSES = 30  # of ours: wrong addresses from one place in ten minutes


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def rate_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the form of an invitation; take the rating."""
    guesses = Attempts("rate-link", request.META.get("REMOTE_ADDR", ""), most=_GUESSES)
    if guesses.locked:
        return shut(request, _LOCKED, 429)
    row: Any = invitation_behind(token, list(request.directory.centres))
    if row is None:
        guesses.failed()
        return shut(request, _UNKNOWN, 404)
    if row.used_at is not None and request.GET.get("done"):
        return shut(request, "谢谢您的评价。", 200, title="评价已收到")
    if row.used_at is not None or row.expires_at <= request.at or is_rated(row.region_code, row.case_id):
        return shut(request, _OVER, 200)
    if request.officer.grants:
        return shut(request, STAFF, 403)
    return _rated(request, row, token) if request.method == "POST" else form(request, row)


def _rated(request: HttpRequest, row: Invitation, token: str) -> HttpResponse:
    try:
        put(request, row)
    except Refused as refused:
        if refused.code not in BESIDE:
            raise
        return form(request, row, refused)
    return HttpResponseRedirect(f"/rate/{token}/?done=1")


def put(request: HttpRequest, row: Any) -> None:
    """Put the rating of an invitation on record.  Raises: Refused."""
    told = told_in(request, row.case.profile)
    wish = RatingWish(On(row.case.no), told["grade"], told["reasons"], told["words"], row.channel, row.id)
    perform(request, by_link(rate), wish)


def form(
    request: HttpRequest, row: Any, refused: Refused | None = None, template: str = "portal/feedback/rate.html"
) -> HttpResponse:
    """Show the form, with what is missing."""
    said = refusal(refused, request.today) if refused else None
    anchor = "grade-5" if refused and refused.code == "grade_unknown" else "why"
    errors = [{"anchor": anchor, "sentence": f"{said.what}，{said.todo}"}] if said else []
    window = request.directory.windows.get(row.window_id)
    context = {
        "item": row.case.item,
        "no": row.case.no,
        "window": window,
        "until": row.expires_at if row.channel != RatingChannel.PAD else None,
        "grades": list(Grade.choices),
        "reasons": reasons_in(row.case.profile, request),
        "chosen": request.POST.get("grade", ""),
        "ticked": request.POST.getlist("reasons"),
        "words": request.POST.get("words", ""),
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
    }
    return render(request, template, context, status=422 if errors else 200)


def shut(request: HttpRequest, words: str, status: int, title: str = "评价") -> HttpResponse:
    """Say why there is nothing to rate."""
    return render(request, "portal/feedback/rate_shut.html", {"shut": words, "title": title}, status=status)
