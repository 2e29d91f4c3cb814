"""/staff/leave/: requests that wait for me; supported by the unit, agreed by the centre, or refused with reasons."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.leave.agree import LeaveAgreement, agree_leave
from yichuang.acts.staffing.leave.refuse import LeaveRefusal, refuse_leave
from yichuang.acts.staffing.leave.support import LeaveSupport, support_leave
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.reading import person_in
from yichuang.faces.office.staffing.common import LEADS, ROLES, Missing, Step, region_of, shown, taken
from yichuang.records.staffing.access import answered_requests, open_requests
from yichuang.records.staffing.models import LeaveRequest
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff import leave
from yichuang.rules.staff.roster import stand_ins
from yichuang.rules.staff.standing import posts_of

_STEPS = {"asked": leave.UNIT, "supported": leave.CENTRE}


@allow(*LEADS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what waits and what was answered; take an answer."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region = region_of(request)
    waiting = [_row(row, request) for row in open_requests(region)]
    before = [_row(row, request) for row in answered_requests(region)]
    told = {"mine": [one for one in waiting if one["may"]], "others": [one for one in waiting if not one["may"]
            and one["seen"]], "answered": [one for one in before if one["seen"]]}  # fmt: skip
    return shown(request, "leaves", told | more, status=status)


def _row(row: LeaveRequest, request: HttpRequest) -> dict[str, Any]:
    directory = request.directory
    own = posts_of(row.user_id, directory.roster, row.starts_on)
    posts = placed(own, directory)
    chain = leave.chain_of(posts)
    step = _STEPS.get(row.state, chain[-1])
    officer = request.officer.acting("staff.leave_agreed")
    may = leave.may_answer(leave.Asking(row.user_id, posts, step, row.unit_by_id), officer).allowed
    led = {grant.department_id for grant in officer.grants if grant.department_id}
    keepers = [row.stand_in_id] if row.stand_in_id else _b_of(own, request)
    return {
        "row": row, "name": directory.names.get(row.user_id, ""),
        "posts": "、".join(dict.fromkeys(ROLES[post.role] for post in posts)),
        "keepers": "、".join(directory.names.get(keeper, "") for keeper in keepers if keeper),
        "may": may and row.state in _STEPS, "last": step == chain[-1],
        "seen": may or bool(officer.roles() & {"centre_manager"}) or any(post.department_id in led for post in posts),
        "unit_by": directory.names.get(row.unit_by_id, "") if row.unit_by_id else "",
    }  # fmt: skip


def _b_of(posts: Any, request: HttpRequest) -> list[Any]:
    """Return the B persons of somebody's posts: who will take over by himself."""
    roster = request.directory.roster
    return [
        other.user_id for post in posts for other in roster.posts
        if other.is_b and other.seat == post.seat and other.holds(request.today)
    ] or [keeper for post in posts for keeper in stand_ins(roster, post, request.today)]  # fmt: skip


def _ref(request: HttpRequest) -> Any:
    ref = person_in(request, "ref")
    if ref is None:
        raise Missing("请选要审批的请假。")
    return ref


def _support(request: HttpRequest) -> Step:
    wish = LeaveSupport(region_of(request), _ref(request), request.POST.get("opinion", ""))
    return Step(support_leave, wish, "已审核，转中心批准。")


def _agree(request: HttpRequest) -> Step:
    wish = LeaveAgreement(region_of(request), _ref(request), request.POST.get("opinion", ""))
    kept = any(row.id == wish.id and _row(row, request)["keepers"] for row in open_requests(wish.region_code))
    after = "请假期间由B岗或者代岗人自动顶岗，期满收回" if kept else "没有B岗，请假期间无人顶岗，请指定代岗人"
    return Step(agree_leave, wish, f"已批准；{after}。")


def _refuse(request: HttpRequest) -> Step:
    wish = LeaveRefusal(region_of(request), _ref(request), request.POST.get("opinion", ""))
    return Step(refuse_leave, wish, "已答复不批准。")


STEPS = {"support": _support, "agree": _agree, "refuse": _refuse}
