"""/staff/attendance/: who is there today, the month, what patrols found; signing in for somebody at the desk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.staffing.people.patrol import PatrolWish
from yichuang.acts.staffing.people.patrol import patrol as note_patrol
from yichuang.faces.common.access import allow
from yichuang.faces.common.storage import serve_file
from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.faces.common.uploads.taking import Slot, accept, sentence
from yichuang.faces.office.staff.reading import person_in
from yichuang.faces.office.staffing.common import (
    WATCH,
    Missing,
    Step,
    department_words,
    led,
    people_in,
    region_of,
    shown,
    taken,
    window_words,
    windows_here,
)
from yichuang.faces.office.staffing.marks import WORDS, month_of, rows_of, sums_of
from yichuang.records.hall.watching import call_alert, calls_among
from yichuang.records.hall.weekends import shifts_of
from yichuang.records.staffing.access import patrols_of, photographed
from yichuang.records.staffing.attendance import Asked, begun_on, days_of
from yichuang.records.staffing.desk import notices_up, sign_in, sign_out
from yichuang.records.staffing.models import Patrol, PatrolKind
from yichuang.records.supervision.queries import alert_in

_PICTURES = Slot(("jpg", "png"))
_NONE = {"present": 0, "late": 0, "early": 0, "leave": 0, "absent": 0}


@allow(*WATCH)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show attendance and patrols; take what is noted."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


@allow(*WATCH)
@require_safe
def photo(request: HttpRequest, patrol: UUID) -> HttpResponseBase:
    """Return the photo of a patrol."""
    row = photographed(region_of(request), patrol)
    if row is None or not _seen(row, {post.user_id for post in led(request)}, request):
        raise Http404("no photo")
    return serve_file(
        row.photo, row.photo_name or "巡查.jpg", "image/png" if row.photo_name.lower().endswith("png") else "image/jpeg"
    )


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region, today, posts, span = region_of(request), request.today, led(request), month_of(request)
    users = list(dict.fromkeys(post.user_id for post in posts))
    days = days_of(users, Asked(region, span, today, shifts_of(region, span)), request.directory)
    now = {one["day"].user_id: one for one in rows_of(day for day in days if day.on == today)}
    sums, names, of = sums_of(days), request.directory.names, {post.user_id: post for post in reversed(posts)}
    told = {
        "rows": [
            {"id": user, "name": names.get(user, ""), "window": window_words(of[user], request), "now": now.get(user),
             "department": department_words(of[user].department_id, request), "b": of[user].is_b,
             "sums": sums.get(user, _NONE)} for user in sorted(users, key=lambda one: names.get(one, ""))
        ],
        "month": span[0], "kept": bool(days) or begun_on(region) is not None, "working": bool(now),
        "patrols": _patrols(request, set(users)), "words": WORDS,
        "kinds": PatrolKind.choices, "people": people_in(posts, request), "windows": windows_here(request),
        "patrols_may": bool(request.officer.roles() & {"centre_manager", "supervisor"}),
        "proves": _proves(request), "notices": [(one, names.get(one.user_id, "")) for one in notices_up(region)],
    }  # fmt: skip
    return shown(request, "attendance", told | more, status=status)


def _proves(request: HttpRequest) -> dict[str, Any] | None:
    """Return the alert that a patrol is to prove, of a case or of a call, where the page was opened from it."""
    told = request.POST.get("alert", "") or request.GET.get("alert", "")
    try:
        key, here = UUID(told), [region_of(request)]
    except ValueError:
        return None
    if (alert := alert_in(here, key)) is not None:
        return {"id": key, "words": alert.case.no, "url": f"/supervision/alerts/{key}/"}
    if (call := call_alert(here, key)) is not None:
        return {"id": key, "words": f"{call.no} 号叫号", "url": f"/supervision/calls/{key}/"}
    return None


def _patrols(request: HttpRequest, users: set[UUID]) -> list[dict[str, Any]]:
    names, windows = request.directory.names, request.directory.windows
    rows = patrols_of(region_of(request))
    calls = calls_among(region_of(request), [row.alert_id for row in rows if row.alert_id])
    return [
        {"row": row, "room": "calls" if row.alert_id in calls else "alerts",
         "name": names.get(row.user_id, "") if row.user_id else "",
         "window": windows[row.window_id].no if row.window_id in windows else "", "by": names.get(row.noted_by_id, "")}
        for row in rows if _seen(row, users, request)
    ]  # fmt: skip


def _seen(row: Patrol, users: set[UUID], request: HttpRequest) -> bool:
    whole = bool(request.officer.roles() & {"centre_manager", "supervisor"})
    windows = {grant.window_id for grant in request.officer.grants if grant.window_id}
    return whole or row.user_id in users or row.window_id in windows


def _whom(request: HttpRequest) -> UUID:
    user = person_in(request, "user")
    if user is None or user not in {post.user_id for post in led(request)}:
        raise Missing("请选您管理的窗口人员。")
    if user == request.officer.user_id:
        raise Missing("不能替自己登记，请在“我的考勤”签到。")
    return user


def _come(request: HttpRequest) -> str:
    if not sign_in(region_of(request), _whom(request), request.today, request.at, by=request.officer.user_id):
        raise Missing("这个人今天已经签到过。")
    return "已代为签到，记下了登记人。"


def _go(request: HttpRequest) -> str:
    if not sign_out(region_of(request), _whom(request), request.today, request.at, by=request.officer.user_id):
        raise Missing("这个人今天还没有签到。")
    return "已代为签退，记下了登记人。"


def _patrol(request: HttpRequest) -> Step:
    photo, name = "", ""
    if request.FILES.get("photo"):
        try:
            kept = accept(request.FILES["photo"], _PICTURES)
        except UploadRefused as refused:
            raise Missing(sentence(refused)) from refused
        photo, name = kept.digest, kept.name
    wish = PatrolWish(
        region_of(request), request.POST.get("kind", ""), person_in(request, "window"), person_in(request, "user"),
        request.POST.get("words", ""), photo, name, person_in(request, "alert"),
    )  # fmt: skip
    return Step(note_patrol, wish, "已登记巡查，记入人员授权簿。")


STEPS = {"come": _come, "go": _go, "patrol": _patrol}
