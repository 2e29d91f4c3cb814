"""批量移交: says how many will go to whom and why others will not; then each case is an act of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.acts.act import On
from yichuang.acts.filing.shapes import Conflict, KeyReused
from yichuang.acts.passing.hand_over import CaseHandOver, hand_over
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.staff.giving import receivers, why_not_given
from yichuang.faces.office.staff.people import colleagues
from yichuang.faces.office.staff.reading import person_in
from yichuang.faces.office.worklist.listing import listing_of
from yichuang.faces.office.worklist.page import PAGE
from yichuang.faces.office.worklist.rows import shown_applicant
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.cases.queries import numbered_cases
from yichuang.rules.verdict import Refused

_STALE = "列表打开以后有人先办了"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chosen case: who holds it now, and why it can't be handed over ("" when it can)."""

    ticket: str
    no: str
    item: str
    applicant: str
    step: str
    holder: str
    why: str


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def hand_over_many(request: HttpRequest) -> HttpResponse:
    """Show what a hand-over would change and ask to whom; with `go`, hand over."""
    back = f"/worklist/{listing_of(request.GET, request.directory).query}"
    tickets = list(dict.fromkeys(request.POST.getlist("case")))[:PAGE]
    if request.method == "GET" or not tickets:
        if request.method == "POST":
            results.warned(request, "没有选办件。先在列表左边打勾，再移交。")
        return HttpResponseRedirect(back)
    to, reason = person_in(request, "to"), request.POST.get("reason", "").strip()[:500]
    if not request.POST.get("go") or to is None or not reason:
        return _preview(request, tickets, back, asked=bool(request.POST.get("go")))
    done, left = _each(request, tickets, to, reason)
    _tell(request, done, left, request.directory.names.get(to, ""))
    return HttpResponseRedirect(back)


@allow(*OFFICE)
@require_GET
def hand_over_one(request: HttpRequest, no: str) -> HttpResponse:
    """Ask to whom one case shall go.  Raises: NotFound."""
    case = read_case(no, request.officer, request.directory)
    return _preview(request, [f"{case.no}:{case.version}"], f"/cases/{case.no}/", asked=False)


def _preview(request: HttpRequest, tickets: list[str], back: str, *, asked: bool) -> HttpResponse:
    scope = scope_of(request.officer, request.directory, request.today)
    versions = dict(ticket.partition(":")[::2] for ticket in tickets)
    cases = numbered_cases(scope, versions)
    chosen = [_chosen(request, case, versions[case.no]) for case in cases]
    given = [case for case, one in zip(cases, chosen, strict=True) if not one.why]
    told = {
        "can": [one for one in chosen if not one.why],
        "cannot": [one for one in chosen if one.why],
        "people": receivers(colleagues(request.directory, scope.takes if scope else (), request.today), given, request),
        "to": request.POST.get("to", ""),
        "reason": request.POST.get("reason", ""),
        "missing": asked,
        "back": back,
        "query": request.GET.urlencode(),
        "key": new_key(),
    }
    return render(request, "office/handing.html", frame(request, scope) | told, status=422 if asked else 200)


def _chosen(request: HttpRequest, case: Any, version: str) -> Chosen:
    """Return a chosen case as it stands now."""
    return Chosen(
        f"{case.no}:{version}",
        case.no,
        case.item.name,
        shown_applicant(case),
        case.get_state_display(),
        request.directory.names.get(case.handler_id, "未认领"),
        why_not_given(case, request) if str(case.version) == version else _STALE,
    )


def _each(request: HttpRequest, tickets: Iterable[str], to: UUID, reason: str) -> tuple[list[str], list[str]]:
    """Hand over one after the other; return the numbers handed over and why others were not."""
    done, left = [], []
    key = str(context_of(request).key).partition(":")[2]  # raises Refused where the form brought none
    for ticket in tickets:
        no, _, version = ticket.partition(":")
        on = On(no, int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0)
        try:
            perform(
                request, hand_over, CaseHandOver(on, to, reason), key=f"{key[:40]}.{no}"[:64],
                digest=f"{ticket}>{to}"[:64],
            )  # fmt: skip
            done.append(no)
        except Refused as refused:
            left.append(refusal(refused, request.today).what)
        except (Conflict, KeyReused):
            left.append(_STALE)
        except NotFound:
            left.append("没有找到，或者不在您能办的范围内")
    return done, left


def _tell(request: HttpRequest, done: list[str], left: list[str], name: str) -> None:
    reasons = "；".join(f"{count} 件：{why}" for why, count in Counter(left).items())
    more = f"{len(left)} 件没有移交（{reasons}）。" if left else ""
    if done:
        results.done(request, f"已移交给{name} {len(done)} 件。{more}", ("看人员与代岗", "/staff/"))
    else:
        results.warned(request, f"没有移交。{more}")
