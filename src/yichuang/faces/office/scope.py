"""Whose work it is (待办范围): the departments of an officer, and what the officer can do in each."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.faces.common import nav
from yichuang.faces.common.access import OFFICE
from yichuang.law.book import book
from yichuang.records.cases.asked import menu_counts
from yichuang.records.cases.joint import parts_waiting
from yichuang.records.cases.levels import reach_of
from yichuang.records.cases.queries import SPECIAL, tab_counts
from yichuang.records.cases.worklist import ALERTS, MINE, UNCLAIMED, Scope
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Grant, Officer
from yichuang.rules.permissions import RIGHTS, states_for


def regions_of(officer: Officer) -> list[str]:
    """Return the regions in which the officer holds a post of an office."""
    return list(dict.fromkeys(grant.region_code for grant in _posts(officer)))


def scope_of(officer: Officer, directory: Directory, today: date, region: str = "") -> Scope | None:
    """Return the scope in one region, the first one unless told; None without a post in a department."""
    regions = regions_of(officer)
    if not regions or officer.user_id is None:
        return None
    region = region if region in regions else regions[0]
    posts = [grant for grant in _posts(officer) if grant.region_code == region]
    takes: dict[UUID, tuple[str, ...]] = {}
    for grant in posts:
        department = grant.department_id
        if department is not None:
            norms = book().norms(directory.profile(department), today)
            held = (*takes.get(department, ()), *states_for(frozenset({grant.role}), norms, grant.verbs))
            takes[department] = tuple(dict.fromkeys(held))
    refusals = RIGHTS["case.refusal_returned"].roles
    judges = dict.fromkeys(g.department_id for g in posts if g.department_id and g.role in refusals and not g.verbs)
    stands_for = dict.fromkeys(g.acting_for for g in posts if g.acting_for and not g.verbs)
    below = reach_of(directory, [region], ()).regions[1:]
    return Scope(region, officer.user_id, takes, tuple(judges), tuple(stands_for), below)


def leading(officer: Officer) -> frozenset[UUID]:
    """Return the departments whose proposals to extend wait for the officer (待批准的延期提请)."""
    may = RIGHTS["case.extended"].roles
    return frozenset(g.department_id for g in officer.grants if g.department_id and g.role in may)


def asking(request: HttpRequest) -> Context:
    """Return the circumstances in which an act is asked beforehand: nothing will be filed."""
    return Context(request.officer, request.at, request.directory)


def frame(request: HttpRequest, scope: Scope | None) -> dict[str, Any]:
    """Return what every page of the office shows around itself: counts of the menu, the search box."""
    counts = tab_counts(scope, request.today) if scope else {}
    shown = {name: counts[name] for name in (MINE, UNCLAIMED, ALERTS, SPECIAL)} if counts else {}
    if scope:
        shown |= menu_counts(list(request.directory.centres), list(scope.takes), leading(request.officer))
        shown["parts"] = sum(parts_waiting(scope.region_code, list(scope.takes)).values())
    return {
        "counts": counts,
        "nav_counts": shown,
        "nav_todo": shown.get(MINE, 0),
        "search_url": "/worklist/" if scope else "",
        "staff_home": "/worklist/" if scope else _first_page(request),
        "bar_title": "审批工作台" if scope else "",
    }


def own_frame(request: HttpRequest) -> dict[str, Any]:
    """Return the same for the officer's first region."""
    return frame(request, scope_of(request.officer, request.directory, request.today))


def _first_page(request: HttpRequest) -> str:
    """Return where somebody without a worklist begins: the first page of the staff menu."""
    return next((link.url for group in nav.staff(request) for link in group.links), "/")


def _posts(officer: Officer) -> list[Grant]:
    return [grant for grant in officer.grants if grant.role in OFFICE and grant.department_id]
