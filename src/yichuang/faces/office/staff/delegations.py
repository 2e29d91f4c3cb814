"""授权代办: a leader lets an officer of the department sign named acts for a span; takes it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.delegate import DelegationPaper, delegate
from yichuang.acts.staffing.revoke import Recall, revoke
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.staff.missing import gone
from yichuang.faces.office.staff.people import colleagues
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.records.catalogue.queries import items_of
from yichuang.records.org.models import Delegation
from yichuang.rules.moves import RIGHTS, ROWS
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.staff.roster import Delegated
from yichuang.rules.staff.standing import DELEGABLE
from yichuang.rules.verdict import Refused

_WORDS = {row.verb: row.words for row in reversed(ROWS)} | {"case.returned": "退回"}


def verb_words(verb: str) -> str:
    """Return what an act is called."""
    return _WORDS.get(verb, verb)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def delegation_page(request: HttpRequest) -> HttpResponse:
    """Show the form of a delegation; take it."""
    if request.method == "GET":
        return _form(request)
    taker, first, last = person_in(request, "taker"), day_in(request, "starts_on"), day_in(request, "ends_on")
    giver = request.officer.user_id
    if taker is None or first is None or last is None or giver is None:
        return _form(request, status=422, missing="请选被授权人，并填起止日期。")
    paper = Delegated(giver, taker, frozenset(request.POST.getlist("verb")), _items(request), first, last)
    try:
        perform(request, delegate, DelegationPaper(paper, request.POST.get("basis", ""), day_in(request, "signed_on")))
    except Refused as refused:
        return _form(request, status=422, refusal=refusal(refused, request.today))
    results.done(request, f"已授权{request.directory.names.get(taker, '')}代办，到期自动失效。")
    return HttpResponseRedirect("/staff/")


@allow(*OFFICE)
@require_POST
def delegation_one(request: HttpRequest) -> HttpResponse:
    """Take a delegation back."""
    context_of(request)  # raises Refused where the form brought no key
    row = Delegation.objects.filter(pk=person_in(request, "ref"), giver=request.officer.user_id).first()
    if row is None:
        return gone(request, "没有找到这条授权，或者不是您授出的")
    try:
        perform(request, revoke, Recall(row.id))
    except NotInRoster:
        return gone(request, "这条授权已经收回或者已经到期")
    results.done(request, "已收回授权，从现在起失效。")
    return HttpResponseRedirect("/staff/")


def _form(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    scope = scope_of(request.officer, request.directory, request.today)
    held = {g.role for g in request.officer.grants if g.acting_for is None and g.role in LEADERS}
    departments = [g.department_id for g in request.officer.grants if g.role in LEADERS and g.department_id]
    people = colleagues(request.directory, departments, request.today)
    told = {
        "takers": [pair for pair in people if pair[0] != request.officer.user_id],
        "verbs": [(verb, verb_words(verb)) for verb in DELEGABLE if held & RIGHTS[verb].roles],
        "items": items_of(departments),
        "posted": request.POST,
        "chosen": {*request.POST.getlist("verb"), *request.POST.getlist("item")},
        "key": new_key(),
    }
    return render(request, "office/delegation.html", frame(request, scope) | told | more, status=status)


def _items(request: HttpRequest) -> frozenset[UUID]:
    found = set()
    for word in request.POST.getlist("item"):
        try:
            found.add(UUID(word))
        except ValueError:
            continue
    return frozenset(found)
