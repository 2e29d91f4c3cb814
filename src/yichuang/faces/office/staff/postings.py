"""任岗、离岗: who gets which post and who leaves one; every change goes into the centre's book."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.end_posting import PostingEnd, end_posting
from yichuang.acts.staffing.post_person import NewPosting, post_person
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.staff.circle import Circle, circle_of, posts_in
from yichuang.faces.office.staff.page import own_frame
from yichuang.faces.office.staff.people import place_words, role_words
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.records.org.models import Role, User
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff.roster import Post
from yichuang.rules.verdict import Refused

_HEADS = frozenset({"main_head", "agency_head"})
_MOST = 80


@allow(*OFFICE, "centre_manager")
@require_http_methods(["GET", "POST"])
def posting_page(request: HttpRequest) -> HttpResponse:
    """Show the posts and the form of a new one; take a new posting or the end of one."""
    if request.method == "GET":
        return _form(request)
    if request.POST.get("do") == "end":
        return _end(request)
    user, starts_on = _user(request), day_in(request, "starts_on")
    if user is None or starts_on is None or request.POST.get("role") not in Role.values:
        return _form(request, status=422, missing="请填在本系统里有账号的登录名，选岗位，并填起始日期。")
    wish = NewPosting(
        user.id, request.POST["role"], _region(request), starts_on, request.POST.get("basis", ""),
        person_in(request, "department"), person_in(request, "window"), day_in(request, "ends_on"),
        request.POST.get("is_b") == "yes", person_in(request, "replaces"),
    )  # fmt: skip
    return _done(request, post_person, wish, f"已登记{user.display_name}任岗，记入人员授权簿。")


def _end(request: HttpRequest) -> HttpResponse:
    ref = person_in(request, "ref")
    if ref is None:
        return _form(request, status=422, missing="请选要办离岗的任岗。")
    said = "已办离岗，今天是最后一天；手上的办件请移交。"
    return _done(request, end_posting, PostingEnd(ref, request.POST.get("basis", "")), said)


def _done(request: HttpRequest, act: Any, wish: Any, said: str) -> HttpResponse:
    try:
        perform(request, act, wish)
    except NotInRoster:
        return _form(request, status=422, missing="这个岗位已经离岗，或者部门、窗口不在本中心。")
    except Refused as refused:
        return _form(request, status=422, refusal=refusal(refused, request.today))
    results.done(request, said)
    return HttpResponseRedirect("/staff/")


def _user(request: HttpRequest) -> User | None:
    """Return whom the log-in name belongs to."""
    name = request.POST.get("login", "").strip()[:150]
    return User.objects.filter(username=name, is_active=True).first() if name else None


def _region(request: HttpRequest) -> str:
    circle = circle_of(request.officer)
    told = request.POST.get("region", "")
    return told if told in circle.regions else next(iter((*sorted(circle.whole), *circle.regions)), "")


def _form(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    circle, directory = circle_of(request.officer), request.directory
    heads = {g.department_id for g in request.officer.grants if g.role in _HEADS and not g.acting_for}
    mine = [post for post in posts_in(directory, circle) if _may(post, circle, heads, request)]
    offices = directory.departments.items()
    here = [(key, one.short_name) for key, one in offices if key in heads or one.centre.region.code in circle.whole]
    centres = {one.pk for code, one in directory.centres.items() if code in (circle.whole or circle.regions)}
    told = {
        "posts": [(post.id, f"{directory.names.get(post.user_id, '')} {_words(post, request)}") for post in mine],
        "windowed": [
            (post.id, directory.names.get(post.user_id, ""), role_words(post))
            for post in placed(directory.roster.posts, directory)  # a window of one department is that department's
            if post.at_window and _may(post, circle, heads, request)
        ],
        "roles": [(word, label) for word, label in Role.choices if word != "system_admin"],
        "offices": here[:_MOST],
        "windows": [
            (key, f"{row.no} {row.name}") for key, row in directory.windows.items() if row.centre_id in centres
        ],
        "regions": [(code, directory.centres[code].name) for code in sorted(circle.whole)],
        "may": bool(circle.whole or heads),
        "posted": request.POST,
        "key": new_key(),
    }
    return render(request, "office/staffing/posting.html", own_frame(request) | told | more, status=status)


def _may(post: Post, circle: Circle, heads: set[UUID | None], request: HttpRequest) -> bool:
    """Say whether the posting runs and might be ended by this officer at all."""
    runs = post.ends_on is None or post.ends_on > request.today
    return runs and (post.region_code in circle.whole or post.department_id in heads)


def _words(post: Post, request: HttpRequest) -> str:
    return f"{place_words(post, request.directory)} {role_words(post)}"
