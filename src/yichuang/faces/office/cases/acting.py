"""From a form of the office to an act and back (办一步): result line with the next case, conflict in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yichuang.acts.act import On
from yichuang.acts.filing.shapes import Conflict
from yichuang.faces.common import results
from yichuang.faces.common.casework.history import SAID, Teller, name_of_actor
from yichuang.faces.common.dates import moment
from yichuang.faces.common.doing import perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.scope import scope_of
from yichuang.faces.office.worklist.listing import Listing, listing_of
from yichuang.records.cases.access import read_case
from yichuang.records.cases.history import events_of
from yichuang.records.cases.queries import Standing, standing
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Deed:
    """An act with its wish, and what the result line says when it is done."""

    act: Any
    wish: Any
    words: str


def on(request: HttpRequest, no: str) -> On:
    """Return which case the form is about, and the version its page showed."""
    return On(no, version_in(request))


def list_behind(request: HttpRequest, case_id: Any, region: str) -> tuple[Listing, Standing | None]:
    """Return the list from which the case was opened and where the case stands in it."""
    listing = listing_of(request.GET, request.directory)
    scope = scope_of(request.officer, request.directory, request.today, region)
    if scope is None or region not in scope.regions or "tab" not in listing.told:
        return listing, None
    return listing, standing(scope, listing.wanted, request.today, case_id)


def act_on(request: HttpRequest, no: str, deed: Deed, beside: Callable[[Refusal], HttpResponse]) -> HttpResponse:
    """Do the act and go back to the case with a result line, or say who was faster.

    A refusal is shown by `beside`: the form again, with all that was written.  Raises: NotFound.
    """
    case = read_case(no, request.officer, request.directory)
    listing, place = list_behind(request, case.id, case.region_code)
    try:
        perform(request, deed.act, deed.wish)
    except Conflict:
        return conflict(request, no, listing.query)
    except Refused as refused:
        return beside(refusal(refused, request.today))
    links = [("回到列表", f"/worklist/{listing.query}")] if place else []
    if place and place.next:
        links.insert(0, ("下一件", f"/cases/{place.next}/{listing.query}"))
    results.done(request, f"{deed.words} {case.no}。", *links)
    return HttpResponseRedirect(f"/cases/{case.no}/{listing.query}")


def conflict(request: HttpRequest, no: str, query: str) -> HttpResponse:
    """Answer that somebody else was faster: who, when, what; what was written here stays readable."""
    case = read_case(no, request.officer, request.directory)
    events = events_of(case.region_code, case.id)
    told = {
        "conflict": _who_was_faster(events, case, request) if events else "",
        "yours": "\n".join(filter(None, (request.POST.get(name, "").strip() for name in ("opinion", "reason")))),
        "reload_url": f"/cases/{case.no}/{query}",
    }
    return render(request, "common/409.html", told, status=409)


def _who_was_faster(events: list[Any], case: Any, request: HttpRequest) -> str:
    last = next((event for event in reversed(events) if event.actor_id), events[-1])
    teller = Teller(case, request.directory, str)
    who, when = name_of_actor(last, teller), moment(last.at, request.today)
    said = SAID[last.verb].words if last.verb in SAID else "办过一步"
    return f"这件刚被 {who} {when} {said}。您这次的操作没有写入，原有内容没有改动。"
