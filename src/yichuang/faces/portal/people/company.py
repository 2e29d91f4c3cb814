"""我的单位: who may act for an organisation, to what extent, until when; only its legal representative changes that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from yichuang.acts.passing.name_person import PersonNaming, name_person
from yichuang.acts.passing.remove_person import PersonRemoval, remove_person
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.applying.applicant import POWERS
from yichuang.faces.portal.people.named import Noted, noted
from yichuang.records.applicants.accounts import capacities, linked, number_of
from yichuang.records.applicants.models import Applicant, ApplicantKind
from yichuang.records.cases.access import NotFound
from yichuang.records.org.authorised import persons_of
from yichuang.records.org.models import AuthorisedPerson
from yichuang.rules.proxy.capacity import Capacity
from yichuang.rules.proxy.mandate import SCOPES, Mandate
from yichuang.rules.verdict import Refused

_FIELDS = ("name", "username", "starts_on", "ends_on")


@dataclass(frozen=True, slots=True)
class Person:
    """One authorised person as the list shows him."""

    row: AuthorisedPerson
    scope: str
    words: str
    css: str
    legal: bool

    @property
    def holds(self) -> bool:
        """Say whether the authority can still be ended."""
        return self.css != "" and not self.legal


@allow(USER)
@require_GET
def company(request: HttpRequest) -> HttpResponse:
    """Show the organisation that the visitor acts as, or the one he may act as."""
    return _page(request)


@allow(USER)
@require_POST
def name(request: HttpRequest) -> HttpResponse:
    """Name a person. What is wrong is said beside the form, with what was typed."""
    row = _own(request)
    scope = frozenset(word for word in request.POST.getlist("scope") if word in SCOPES)
    told = {field: request.POST.get(field, "").strip()[:150] for field in _FIELDS}
    try:
        mandate = Mandate(scope, _day(told["starts_on"]) or request.today, _day(told["ends_on"]))
        wish = PersonNaming(row.region_code, row.id, told["name"], told["username"], mandate)
        filed = perform(request, name_person, wish)
    except Refused as refused:
        said = refusal(refused, request.today)
        return _page(request, {**told, "scope": scope}, f"{said.what}。{said.todo}")
    results.done(request, f"已指定{filed.answer['name']}为本单位办事人员")
    return HttpResponseRedirect("/my/company/#persons")


@allow(USER)
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """End a person's authority."""
    row = _own(request)
    try:
        user_id = UUID(request.POST.get("person", ""))
    except ValueError:
        raise Refused("person_not_named", "XKF-29.2") from None
    filed = perform(request, remove_person, PersonRemoval(row.region_code, row.id, user_id))
    results.done(request, f"{filed.answer['name']}从今天起不能再以本单位名义办事")
    return HttpResponseRedirect("/my/company/#persons")


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise Refused("person_span", "XKF-29.2") from None


def _own(request: HttpRequest) -> Applicant:
    """Return the visitor's own organisation: the one named, if the log-in stands for it. Raises: NotFound."""
    uscc = request.POST.get("uscc", "")
    rows = [row for row in linked(request.officer.user_id, request.directory.centres) if _is(row, uscc)]
    if not rows:
        raise NotFound(uscc)
    return rows[0]


def _is(row: Applicant, uscc: str) -> bool:
    return row.kind == ApplicantKind.ORGANISATION and number_of(row) == uscc


def _page(request: HttpRequest, told: dict[str, Any] | None = None, wrong: str = "") -> HttpResponse:
    held = capacities(request.officer.user_id, request.directory, request.today)
    chosen = request.officer.capacity or _asked(held, request) or (held[0] if held else None)
    errors = [{"anchor": "name", "sentence": wrong}] if wrong else []
    context: dict[str, Any] = {
        "unit": chosen,
        "others": [one for one in held if chosen and one.uscc != chosen.uscc],
        "acting": request.officer.capacity is not None,
        "powers": POWERS,
        "told": told or {"starts_on": request.today.isoformat(), "scope": SCOPES[:2]},
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
        "crumbs": [("我的", "/my/"), ("我的单位", "")],
    }
    if chosen is not None:
        context |= _unit(chosen, request)
    return render(request, "portal/mine/company.html", context, status=422 if wrong else 200)


def _asked(held: list[Capacity], request: HttpRequest) -> Capacity | None:
    uscc = request.POST.get("uscc") or request.GET.get("uscc", "")
    return next((one for one in held if one.uscc == uscc), None)


def _unit(unit: Capacity, request: HttpRequest) -> dict[str, Any]:
    own = next((r for r in linked(request.officer.user_id, request.directory.centres) if _is(r, unit.uscc)), None)
    history: list[Noted] = noted(own) if own else []
    legal = own.user_id if own else None
    rows = persons_of(unit.uscc)
    persons = [_person(row, request.today, legal=row.user_id == legal) for row in rows]
    mine = next((one for one in persons if one.row.user_id == request.officer.user_id), None)
    return {"persons": sorted(persons, key=lambda one: not one.css), "mine": mine, "history": history}


def _own_words(row: AuthorisedPerson) -> str:
    """Return what the organisation's own log-in is called: its legal representative's, or its own."""
    return "法定代表人" if row.user.display_name == row.legal_person else "单位账号"


def _person(row: AuthorisedPerson, today: date, *, legal: bool) -> Person:
    scope = "、".join(title for word, title in POWERS.items() if word in row.scope)
    if row.ends_on and row.ends_on < today:
        return Person(row, scope, "已结束", "", legal)
    if row.starts_on > today:
        return Person(row, scope, "还没到起始日", "gap", legal)
    return Person(row, scope, _own_words(row) if legal else "有效", "ok", legal)
