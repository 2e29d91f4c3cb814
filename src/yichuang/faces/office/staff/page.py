"""/staff/: who is away, who stands in, who signs by delegation, who left work behind; and the list for a hand-over."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.common.nav import around
from yichuang.faces.office.staff.circle import STAFF, Circle, circle_of, posts_in
from yichuang.faces.office.staff.delegations import verb_words
from yichuang.faces.office.staff.people import role_words, staff_of
from yichuang.faces.office.staff.reading import id_of
from yichuang.faces.office.worklist.rows import shown_applicant
from yichuang.records.cases.held import cases_held_by
from yichuang.records.org.models import Absence, Delegation
from yichuang.rules.staff.roster import Leave, stand_ins
from yichuang.rules.staff.standing import awaits_consent, posts_of


@allow(*STAFF)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show the roster of today."""
    circle, today = circle_of(request.officer), request.today
    posts = posts_in(request.directory, circle)
    people = staff_of(request.directory, posts, circle.regions, today)
    users = {post.user_id for post in posts}
    told = {
        "people": people,
        "left": [one for one in people if one.left_on],
        "unkept": [one for one in people if one.unkept],
        "absences": _absences(request, circle, users),
        "delegations": _delegations(users, request),
        "waiting": [
            (post.id, request.directory.names.get(post.user_id, ""), role_words(post))
            for post in posts
            if post.awaits_consent
        ],
        "centre": bool(circle.whole),
        "leads": bool(circle.leads),
        "heads": bool(request.officer.roles() & {"main_head", "agency_head"}),
        "lists": bool(request.officer.roles() & OFFICE),
        "key": new_key(),
    }
    return render(request, "office/staff.html", own_frame(request) | told)


@allow(*OFFICE)
@require_GET
def hand_over_list(request: HttpRequest) -> HttpResponse:
    """Show what somebody holds as a sheet to be signed by who hands over, who takes over, and who sees to it."""
    circle, user = circle_of(request.officer), id_of(request.GET.get("of", ""))
    posts = [post for post in posts_in(request.directory, circle) if post.user_id == user]
    if user is None or not posts:
        raise Http404("no such person here")
    rows = [row for region in circle.regions for row in cases_held_by(user, region)]
    told = {
        "name": request.directory.names.get(user, ""),
        "posts": "、".join(dict.fromkeys(role_words(post) for post in posts)),
        "rows": [(row, shown_applicant(row)) for row in rows],
        "printed_by": request.officer.name,
    }
    return render(request, "office/handing_list.html", told)


def own_frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the pages of the roster show around themselves: what the officer's own room shows."""
    return around(request)


def _absences(request: HttpRequest, circle: Circle, users: set[UUID]) -> list[dict[str, Any]]:
    """Return absences of today and later, with what may be done about them. One query."""
    rows = Absence.objects.filter(user__in=users, struck_on=None, ends_on__gte=request.today).order_by(
        "starts_on", "id"
    )
    noting = {post.user_id for post in posts_in(request.directory, circle) if circle.may_note(post)}
    return [_absence(row, request, row.user_id in noting, bool(circle.whole)) for row in rows]


def _absence(row: Absence, request: HttpRequest, may_end: bool, may_consent: bool) -> dict[str, Any]:
    names = request.directory.names
    leave = Leave(row.user_id, row.starts_on, row.ends_on, row.stand_in_id, row.consented_by_id is not None)
    waits = awaits_consent(leave, request.directory.roster)
    return {
        "row": row,
        "name": names.get(row.user_id, ""),
        "stand_in": names.get(row.stand_in_id, "") if row.stand_in_id else "",
        "waits": waits,
        "keepers": "、".join(names.get(keeper, "") for keeper in _keepers(row, request)),
        "consented_by": names.get(row.consented_by_id, "中心") if row.consented_by_id else "",
        "may_consent": waits and may_consent,
        "may_end": may_end,
        "now": row.starts_on <= request.today,
    }


def _keepers(row: Absence, request: HttpRequest) -> list[UUID]:
    """Return who stands in for somebody during an absence, today or from its first day."""
    roster, day = request.directory.roster, max(row.starts_on, request.today)
    found = (who for post in posts_of(row.user_id, roster, day) for who in stand_ins(roster, post, day))
    return list(dict.fromkeys(found))


def _delegations(users: set[UUID], request: HttpRequest) -> list[dict[str, Any]]:
    """Return the delegations of today and later. One query."""
    names, today = request.directory.names, request.today
    rows = Delegation.objects.filter(giver__in=users, struck_on=None, ends_on__gte=today).order_by("starts_on", "id")
    return [
        {
            "row": row,
            "giver": names.get(row.giver_id, ""),
            "taker": names.get(row.taker_id, ""),
            "verbs": "、".join(verb_words(verb) for verb in row.verbs),
            "items": len(row.items),
            "mine": row.giver_id == request.officer.user_id,
            "now": _begun(row, today),
        }
        for row in rows
    ]


def _begun(row: Delegation, today: date) -> bool:
    return row.starts_on <= today
