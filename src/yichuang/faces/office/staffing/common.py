"""What the pages of the staff room share: the region, who may enter, and one way from a form to an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yichuang.acts.staffing.book import NotInRoster
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, WINDOW
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.nav import around
from yichuang.faces.common.sentences import refusal
from yichuang.law.book import book
from yichuang.records.org.models import Role
from yichuang.records.staffing.attendance import window_posts
from yichuang.rules.norms import Norms
from yichuang.rules.staff.roster import Post
from yichuang.rules.verdict import Refused

MANAGER = frozenset({"centre_manager"})
HALL = OFFICE | WINDOW | MANAGER | {"supervisor"}
LEADS = frozenset({"chief_representative", "deputy_head", "main_head", "agency_head"}) | MANAGER
WATCH = LEADS | {"supervisor"}
COMMUNITY = frozenset({"community_committee"})
ROLES: Mapping[str, str] = dict(Role.choices)
GRADES = {"excellent": "优秀", "competent": "合格", "basic": "基本合格", "failing": "不合格"}


@dataclass(frozen=True, slots=True)
class Step:
    """What a form asks for: the act, its wish, and what is said when it is done."""

    act: Callable[..., Any]
    wish: Any
    said: str


class Missing(Exception):
    """The form lacks something that can't be left out; the words say what."""


Show = Callable[..., HttpResponse]
Steps = Mapping[str, Callable[[HttpRequest], Step | str]]


def taken(request: HttpRequest, steps: Steps, show: Show) -> HttpResponse:
    """Do what the form's button says; a step may also have done it itself and return its words."""
    context_of(request)  # raises Refused where the form brought no key
    asked = steps.get(request.POST.get("do", ""))
    if asked is None:
        return show(request, status=422, missing="请从页面上的按钮办理。")
    try:
        step = asked(request)
        if isinstance(step, Step):
            perform(request, step.act, step.wish)
    except Missing as missing:
        return show(request, status=422, missing=str(missing))
    except Refused as refused:
        return show(request, status=422, refusal=refusal(refused, request.today))
    except NotInRoster:
        return render(
            request, "office/roster/gone.html", around(request) | {"words": "没有找到，或者不归您办"}, status=404
        )
    results.done(request, step.said if isinstance(step, Step) else step)
    return HttpResponseRedirect(request.get_full_path())


def shown(request: HttpRequest, template: str, told: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """Return a page of the room."""
    mine = {"key": new_key(), "posted": request.POST, "centre": _manages(request), "region": region_of(request)}
    return render(request, f"office/staffing/{template}.html", around(request) | mine | told, status=status)


def _manages(request: HttpRequest) -> bool:
    return bool(request.officer.roles() & MANAGER)


def region_of(request: HttpRequest) -> str:
    """Return the region that the officer works in: the one he manages before the others."""
    grants = [grant for grant in request.officer.grants if not grant.verbs]
    grants.sort(key=lambda grant: grant.role not in MANAGER)
    return next((grant.region_code for grant in grants), "")


def norms_now(request: HttpRequest) -> Norms:
    """Return the norms of the officer's centre today."""
    return book().norms(request.directory.centres[region_of(request)].profile, request.today)


def led(request: HttpRequest) -> list[Post]:
    """Return the posts at the windows that the officer sees to: all of them for the centre, else his department's."""
    posts = list(window_posts(request.directory, region_of(request), request.today))
    if request.officer.roles() & {"centre_manager", "supervisor"}:
        return posts
    mine = {grant.department_id for grant in request.officer.grants if grant.role in LEADS and grant.department_id}
    windows = {grant.window_id for grant in request.officer.grants if grant.role in LEADS and grant.window_id}
    return [post for post in posts if post.department_id in mine or post.window_id in windows]


def people_in(posts: list[Post], request: HttpRequest) -> list[tuple[UUID, str]]:
    """Return people once, by name, with what they do."""
    names = request.directory.names
    found = {post.user_id: f"{names.get(post.user_id, '')}（{ROLES[post.role]}）" for post in posts}
    return sorted(found.items(), key=lambda pair: pair[1])


def window_words(post: Post, request: HttpRequest) -> str:
    """Return the number of somebody's window."""
    window = request.directory.windows.get(post.window_id) if post.window_id else None
    return f"{window.no} 窗口" if window else "—"


def department_words(key: UUID | None, request: HttpRequest) -> str:
    """Return the short name of a department."""
    found = request.directory.departments.get(key) if key else None
    return found.short_name if found else "—"


def offices_here(request: HttpRequest) -> list[tuple[UUID, str]]:
    """Return the departments of the centre."""
    here = [row for row in request.directory.departments.values() if row.centre.region.code == region_of(request)]
    return sorted(((row.id, row.short_name) for row in here), key=lambda pair: pair[1])


def windows_here(request: HttpRequest) -> list[tuple[UUID, str]]:
    """Return the windows of the centre."""
    centre = request.directory.centres[region_of(request)].pk
    rows = [row for row in request.directory.windows.values() if row.centre_id == centre]
    return [(row.id, f"{row.no} {row.name}") for row in sorted(rows, key=lambda row: row.no)]


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a whole number from the form."""
    told = request.POST.get(name, "").strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 9 else None
