"""/staff/me/: my attendance, my leave, my sheets; the notice on my counter."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.context import ZONE
from yichuang.acts.staffing.leave.ask import LeaveWish, ask_leave
from yichuang.acts.staffing.leave.withdraw import LeaveWithdrawal, withdraw_leave
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.people import colleagues
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.faces.office.staffing.common import GRADES, HALL, Missing, Step, region_of, shown, taken
from yichuang.faces.office.staffing.marks import month_of, rows_of
from yichuang.records.hall.pulse import touch_window
from yichuang.records.hall.weekends import shifts_of
from yichuang.records.staffing.access import day_of, requests_of, rotations_of, sheets_of
from yichuang.records.staffing.attendance import Asked, begun_on, days_of
from yichuang.records.staffing.desk import notices_up, put_up, sign_in, sign_out, take_down
from yichuang.records.staffing.models import LeaveKind
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff.leave import chain_of
from yichuang.rules.staff.roster import Leave
from yichuang.rules.staff.standing import posts_of

_OPEN = {"asked", "supported"}
_STEPS = {"unit": "单位审核", "centre": "中心批准"}


@allow(*HALL)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what is mine; take a signing in or out, a request, its withdrawal, a notice."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region, me, today = region_of(request), request.officer.user_id, request.today
    directory, first = request.directory, month_of(request)
    posts = placed(posts_of(me, directory.roster, today), directory) if me else ()
    at_window = any(post.at_window for post in posts)
    shifts = shifts_of(region, first) if at_window else {}
    days = days_of([me], Asked(region, first, today, shifts), directory) if me and at_window else []
    row = day_of(region, me, today)
    departments = [post.department_id for post in posts if post.department_id]
    told = {
        "at_window": at_window, "day": row, "days": rows_of(days), "month": first[0],
        "kept": bool(days) or begun_on(region) is not None,
        "steps": "、".join(_STEPS[step] for step in chain_of(posts)) if posts else "",
        "requests": _requests(request), "kinds": LeaveKind.choices,
        "keepers": [pair for pair in colleagues(directory, departments, today) if pair[0] != me],
        "sheets": [
            (one, GRADES.get(one.grade, "")) for one in
            sheets_of(region, me)
        ],
        "rotations": rotations_of(region, me, today),
        "notice": next((one for one in notices_up(region) if one.user_id == me), None),
        "window": _window(request),
    }  # fmt: skip
    return shown(request, "me", told | more, status=status)


def _requests(request: HttpRequest) -> list[dict[str, Any]]:
    names = request.directory.names
    rows = requests_of(region_of(request), request.officer.user_id)
    return [
        {"row": row, "open": row.state in _OPEN, "stand_in": names.get(row.stand_in_id, "") if row.stand_in_id else ""}
        for row in rows
    ]


def _window(request: HttpRequest) -> Any:
    """Return the window that the officer sits at."""
    own = [grant.window_id for grant in request.officer.grants if grant.window_id and not grant.acting_for]
    return request.directory.windows.get(own[0]) if own else None


def _come(request: HttpRequest) -> str:
    _at_window(request)
    if not sign_in(region_of(request), request.officer.user_id, request.today, request.at):
        raise Missing("今天已经签到过，以第一次为准。")
    return f"已签到 {request.at.astimezone(ZONE):%H:%M}。"


def _go(request: HttpRequest) -> str:
    _at_window(request)
    if not sign_out(region_of(request), request.officer.user_id, request.today, request.at):
        raise Missing("今天还没有签到，不能签退。")
    return f"已签退 {request.at.astimezone(ZONE):%H:%M}，以最后一次为准。"


def _at_window(request: HttpRequest) -> None:
    if not any(post.at_window for post in posts_of(request.officer.user_id, request.directory.roster, request.today)):
        raise Missing("您今天没有窗口岗位，不用签到。")


def _ask(request: HttpRequest) -> Step:
    first, last = day_in(request, "starts_on"), day_in(request, "ends_on")
    if first is None or last is None or request.officer.user_id is None:
        raise Missing("请填起止日期。")
    leave = Leave(request.officer.user_id, first, last, person_in(request, "stand_in"))
    wish = LeaveWish(region_of(request), leave, request.POST.get("kind", ""), request.POST.get("reason", ""))
    return Step(ask_leave, wish, "已提交请假，批准以前请照常上班。")


def _withdraw(request: HttpRequest) -> Step:
    ref = person_in(request, "ref")
    if ref is None:
        raise Missing("请选要撤回的请假。")
    return Step(withdraw_leave, LeaveWithdrawal(region_of(request), ref), "已撤回请假。")


def _put_up(request: HttpRequest) -> str:
    window, words = _window(request), request.POST.get("words", "").strip()
    try:
        back = datetime.combine(request.today, time.fromisoformat(request.POST.get("back", "")), tzinfo=ZONE)
    except ValueError as odd:
        raise Missing("请填预计返回的钟点，例如 15:30。") from odd
    if window is None or not words or not request.at < back < request.at + timedelta(hours=10):
        raise Missing("请写去向；返回的钟点要在现在以后。")
    with transaction.atomic():
        put_up(region_of(request), request.officer.user_id, window.id, words, (request.at, back))
        touch_window(window.id)
    return "已挂出离岗告示。"


def _take_down(request: HttpRequest) -> str:
    window = _window(request)
    if window is None or not take_down(region_of(request), window.id, request.at):
        raise Missing("柜台上没有告示。")
    touch_window(window.id)
    return "已取下离岗告示。"


STEPS = {"come": _come, "go": _go, "ask": _ask, "withdraw": _withdraw, "put_up": _put_up, "take_down": _take_down}
