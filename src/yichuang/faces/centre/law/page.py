"""一个参数: its value today in each jurisdiction, history, source, who uses it, and the dry run of a change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.law.beyond import why_not
from yichuang.faces.centre.law.history import bars, periods
from yichuang.faces.centre.law.listing import READERS, profile_of
from yichuang.faces.centre.law.rows import lines, listed
from yichuang.faces.centre.law.trying import Typed, trial_of, typed_of
from yichuang.faces.centre.law.used import used
from yichuang.faces.centre.law.words import DIRECTIONS, UNITS, after, article, plain, said
from yichuang.faces.centre.scope import frame
from yichuang.faces.common.access import CENTRE, allow
from yichuang.law.book import LawBook, book
from yichuang.law.shapes import Parameter, Value
from yichuang.records.catalogue.queries import names_of_items
from yichuang.rules.norms import Unit

SHOWN = 50


@allow(*READERS)
@require_safe
def page(request: HttpRequest, parameter: str) -> HttpResponse:
    """Show one parameter; with a value in the address try it. Nothing is ever written."""
    law = book()
    found = law.parameters().get(parameter)
    if found is None:
        raise Http404
    profile = profile_of(request)
    value = law.value(found.name, profile, request.today)
    wish = typed_of(request, found, profile)
    trial, fault = trial_of(request, found, wish, READERS)
    watches, form = bool(request.officer.roles() & CENTRE), request.GET.get("format", "")
    if trial and watches and form in ("csv", "records"):
        return listed(trial, _departments(request), form)
    course = periods(law, found, profile, request.today)
    moved = trial.answer.moved[:SHOWN] if trial else []
    names = names_of_items({one.item_id for one in moved})
    context: dict[str, Any] = {
        **_value(law, found, value),
        "parameter": found,
        "profile": law.profiles()[profile],
        "profiles": list(law.profiles().values()),
        "course": course,
        "bars": bars(course),
        "everywhere": _everywhere(found, profile, request),
        "used": used(found.name),
        "wish": wish,
        "fields": _fields(found, value, wish),
        "trial": trial,
        "fault": fault,
        "moved": [(one, names.get(one.item_id, "")) for one in moved],
        "why_not": why_not(found.name),
        "records": lines(trial, _departments(request), SHOWN) if trial and watches else [],
        "watches": watches,
    }
    return render(request, "centre/law/page.html", frame(request, READERS) | context)


def _value(law: LawBook, found: Parameter, value: Value | None) -> dict[str, Any]:
    """Return the value of today in this jurisdiction, and where it comes from."""
    return {
        "unit": UNITS[value.unit if value else found.unit],
        "value": value,
        "big": _big(found, value),
        "whose": law.profiles()[value.profile].name if value else "",
        "cited": law.cite(value.basis) if value else "",
        "direction": DIRECTIONS[found.direction],
        "article": article(law, value) if value else [],
        "departure": _departure(found, value) if value and value.departs_from else None,
    }


def _departments(request: HttpRequest) -> dict[UUID, str]:
    return {key: one.short_name for key, one in request.directory.departments.items()}


def _big(parameter: Parameter, value: Value | None) -> tuple[str, str]:
    """Return number and unit for the head, or words and nothing."""
    if value is None or value.value is None:
        return "没有规定", ""
    return plain(parameter, value.value), after(value.value, value.unit)


def _departure(parameter: Parameter, value: Value) -> dict[str, str]:
    """Return the norm above and the one here, side by side."""
    upper = book().value(parameter.name, "cn", value.since)
    return {
        "upper": book().cite(value.departs_from),
        "upper_said": said(parameter, upper) or "没有规定",
        "here": book().cite(value.basis),
        "here_said": said(parameter, value),
        "reason": value.reason,
    }


def _everywhere(parameter: Parameter, profile: str, request: HttpRequest) -> list[tuple[Any, str, bool, bool]]:
    """Return every jurisdiction with its value today: profile, words, whether its own, whether the one looked at."""
    law, rows = book(), []
    for name, one in law.profiles().items():
        value = law.value(parameter.name, name, request.today)
        rows.append((one, said(parameter, value), value is not None and value.profile == name, name == profile))
    return rows


def _fields(parameter: Parameter, value: Value | None, wish: Typed) -> dict[str, Any]:
    """Return how the new value is typed: a number, one word, several words."""
    unit = value.unit if value else parameter.unit
    chosen = set(wish.value.split(","))
    if unit is Unit.FLAG:
        return {"one": [("true", "是", "true" in chosen), ("false", "否", "false" in chosen)]}
    options = [(word, label, word in chosen) for word, label in parameter.options.items()]
    if unit is Unit.CHOICES:
        return {"many": options}
    return {"one": options} if options else {"after": after(1, unit)}
