"""批量认领: says how many will change and why others will not; then each case is an act of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.filing.shapes import Conflict, KeyReused
from yichuang.acts.handling.claim import Claim, claim
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.worklist.listing import listing_of
from yichuang.faces.office.worklist.page import PAGE
from yichuang.faces.office.worklist.rows import shown_applicant, why_no_claim
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.queries import numbered_cases
from yichuang.records.cases.worklist import Scope
from yichuang.rules.verdict import Refused

_STALE = "列表打开以后有人先办了"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chosen case: whether it can be claimed, and if not, why."""

    ticket: str
    no: str
    item: str
    applicant: str
    why: str
    taken_from: str


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def claim_many(request: HttpRequest) -> HttpResponse:
    """Show what claiming would change; with `sure`, claim."""
    listing = listing_of(request.GET, request.directory)
    back = f"/worklist/{listing.query}"
    tickets = list(dict.fromkeys(request.POST.getlist("case")))[:PAGE]
    if request.method == "GET" or not tickets:
        if request.method == "POST":
            results.warned(request, "没有选办件。先在列表左边打勾，再认领。")
        return HttpResponseRedirect(back)
    if not request.POST.get("sure"):
        return _preview(request, tickets, back)
    done, left = _claim_each(request, tickets)
    _tell(request, done, left)
    return HttpResponseRedirect(back)


def _preview(request: HttpRequest, tickets: list[str], back: str) -> HttpResponse:
    scope = scope_of(request.officer, request.directory, request.today)
    chosen = _chosen(request, scope, tickets)
    told = {
        "can": [one for one in chosen if not one.why],
        "cannot": [one for one in chosen if one.why],
        "back": back,
        "query": request.GET.urlencode(),
        "key": new_key(),
    }
    return render(request, "office/claiming.html", frame(request, scope) | told)


def _chosen(request: HttpRequest, scope: Scope | None, tickets: Iterable[str]) -> list[Chosen]:
    """Return the chosen cases as they stand now. One query."""
    versions = dict(ticket.partition(":")[::2] for ticket in tickets)
    return [
        Chosen(
            f"{case.no}:{versions[case.no]}",
            case.no,
            case.item.name,
            shown_applicant(case),
            why_no_claim(case, request) if str(case.version) == versions[case.no] else _STALE,
            request.directory.names.get(case.handler_id, ""),
        )
        for case in numbered_cases(scope, versions)
    ]


def _claim_each(request: HttpRequest, tickets: Iterable[str]) -> tuple[list[str], list[str]]:
    """Claim one after the other; return the numbers claimed and the reasons why others were not."""
    done, left = [], []
    key = str(context_of(request).key).partition(":")[2]  # raises Refused where the form brought none
    for ticket in tickets:
        no, _, version = ticket.partition(":")
        on = On(no, int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0)
        try:
            perform(request, claim, Claim(on), key=f"{key[:40]}.{no}"[:64], digest=ticket)
            done.append(no)
        except Refused as refused:
            left.append(refusal(refused, request.today).what)
        except (Conflict, KeyReused):
            left.append(_STALE)
        except NotFound:
            left.append("没有找到，或者不在您能办的范围内")
    return done, left


def _tell(request: HttpRequest, done: list[str], left: list[str]) -> None:
    """Say how many were claimed and why others were not."""
    reasons = "；".join(f"{count} 件：{why}" for why, count in Counter(left).items())
    more = f"{len(left)} 件没有认领（{reasons}）。" if left else ""
    if done:
        results.done(request, f"已认领 {len(done)} 件。{more}", ("看待我办理", "/worklist/"))
    else:
        results.warned(request, f"没有认领。{more}")
