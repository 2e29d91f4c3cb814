"""/staff/files/: the files of window officers with what departs from the norms; /staff/files/<user>/: one of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.staffing.people.appraise import AppraisalWish, appraise
from yichuang.acts.staffing.people.keep_file import FileWish, keep_file
from yichuang.acts.staffing.people.plan_rotation import RotationPlan, plan_rotation
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.missing import gone
from yichuang.faces.office.staff.people import role_words
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.faces.office.staffing.common import (
    GRADES,
    LEADS,
    Missing,
    Step,
    department_words,
    led,
    norms_now,
    region_of,
    shown,
    taken,
    window_words,
)
from yichuang.faces.office.staffing.warned import worded
from yichuang.records.staffing.access import appraisals_of, points_of, rotations_of
from yichuang.records.staffing.models import Employment
from yichuang.records.staffing.placing import placed
from yichuang.records.staffing.queries import files_of, person_of
from yichuang.records.staffing.reading import read_birth
from yichuang.rules.staff import fitness
from yichuang.rules.staff.roster import Post


@allow(*LEADS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show the people at the windows."""
    posts = led(request)
    files = files_of(region_of(request), {post.user_id for post in posts})
    norms = norms_now(request)
    rows = [_line(post, files.get(post.user_id), norms, request) for post in posts]
    rows.sort(key=lambda one: (not one["warned"], one["name"]))
    return shown(request, "files", {"rows": rows, "without": sum(one["file"] is None for one in rows)})


@allow(*LEADS)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, user: UUID) -> HttpResponse:
    """Show one file; take its change, a plan of rotation, an appraisal, the wish to read the date of birth."""
    if not _posts(request, user):
        return gone(request, "没有找到这个人，或者不归您管理")

    def show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
        return _show(request, user, status=status, **more)

    if request.method == "POST" and request.POST.get("do") == "read" and request.POST.get("key"):
        return _read(request, user, show)
    steps = {"keep": lambda asked: _keep(asked, user), "rotate": lambda asked: _rotate(asked, user),
             "appraise": lambda asked: _appraise(asked, user)}  # fmt: skip
    return taken(request, steps, show) if request.method == "POST" else show(request)


def _posts(request: HttpRequest, user: UUID) -> list[Post]:
    """Return the window posts of somebody that this officer sees to, those that ended too."""
    region, mine = region_of(request), {post.seat for post in led(request)}
    posts = (post for post in request.directory.roster.posts if post.user_id == user and post.region_code == region)
    held = [post for post in placed(posts, request.directory) if post.at_window]
    whole = bool(request.officer.roles() & {"centre_manager"})
    return [post for post in held if whole or post.seat in mine]


def _line(post: Post, row: Any, norms: Any, request: HttpRequest) -> dict[str, Any]:
    due = fitness.appraisal_due(post.starts_on, post.ends_on, norms)
    return {
        "id": post.user_id, "name": request.directory.names.get(post.user_id, ""), "post": role_words(post),
        "posting": post, "window": window_words(post, request), "file": row, "due": due,
        "department": department_words(post.department_id, request),
        "over": due is not None and due < request.today,
        "warned": [worded(one) for one in
                   fitness.unfit(person_of(post, row), norms)],
    }  # fmt: skip


def _show(request: HttpRequest, user: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    region, norms, posts = region_of(request), norms_now(request), _posts(request, user)
    row = files_of(region, [user]).get(user)
    done = appraisals_of(region, user)
    lines = [_line(post, row, norms, request) | {"appraisal": done.get(post.id)} for post in posts]
    for line in lines:
        known = line["appraisal"] is not None
        line["ripe"] = fitness.may_appraise(line["due"], request.today, done=known).allowed
    told = {
        "user": user, "name": request.directory.names.get(user, ""), "row": row, "lines": lines,
        "kinds": Employment.choices, "grades": GRADES.items(), "today_iso": request.today.isoformat(),
        "points": [(point.id, point.name) for point in points_of(region)],
        "rotations": rotations_of(region, user),
    }  # fmt: skip
    return shown(request, "file", told | more, status=status)


def _read(request: HttpRequest, user: UUID, show: Any) -> HttpResponse:
    """Show the date of birth once, after it was written down who read it and what for."""
    row = files_of(region_of(request), [user]).get(user)
    purpose = request.POST.get("purpose", "").strip()
    if row is None or not row.birth_cipher or len(purpose) < 4:
        return show(request, status=422, missing="请写明查看的用途；没有登记出生日期的，没有可看的。")  # type: ignore[no-any-return]
    born = read_birth(row, purpose, request.officer.user_id, request.at)
    response: HttpResponse = show(request, born=born)
    response.headers["Cache-Control"] = "no-store"
    return response


def _keep(request: HttpRequest, user: UUID) -> Step:
    entered = day_in(request, "entered_on")
    if entered is None:
        raise Missing("请填进驻时间。")
    wish = FileWish(
        region_of(request), user, request.POST.get("employment", ""), request.POST.get("home_unit", ""), entered,
        day_in(request, "born_on"), day_in(request, "work_since"), request.POST.get("heads") == "yes",
        person_in(request, "point"), request.POST.get("badge_no", ""),
    )  # fmt: skip
    return Step(keep_file, wish, "已登记人员档案。")


def _rotate(request: HttpRequest, user: UUID) -> Step:
    first, last = day_in(request, "starts_on"), day_in(request, "ends_on")
    if first is None or last is None:
        raise Missing("请填轮岗的起止日期。")
    to_hall = request.POST.get("to") == "hall"
    wish = RotationPlan(region_of(request), user, to_hall, first, last, request.POST.get("place", ""))
    return Step(plan_rotation, wish, "已登记轮岗计划。")


def _appraise(request: HttpRequest, user: UUID) -> Step:
    posting = person_in(request, "posting")
    if posting is None or posting not in {post.id for post in _posts(request, user)}:
        raise Missing("请选派驻期满的岗位。")
    words, grade = request.POST.get("words", ""), request.POST.get("grade", "")
    return Step(appraise, AppraisalWish(region_of(request), posting, words, grade), "已出具工作鉴定。")
