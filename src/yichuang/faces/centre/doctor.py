"""自检: everything stored in the region is derived from the ledger again and compared; nothing is changed.

A run takes seconds to a minute, so the page shows the last one with its time and what came since; a button runs it.
"""

from __future__ import annotations

from itertools import islice
from time import monotonic
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.inspection.doctor import examine
from yichuang.acts.inspection.finding import Finding, shown
from yichuang.acts.inspection.images import model_of
from yichuang.faces.centre.ledger import fault_words
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.records.cases.oversight import Watched, watched
from yichuang.records.org.checks import entries_in, keep_check, last_check
from yichuang.records.org.models import SelfCheck

MOST_CASES = 2000
MOST_FINDINGS = 200
ROLES = ("centre_manager", "auditor")


@allow(*ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the last run; on POST make a new one. A run reads only; its report is kept."""
    region = region_of(request, ROLES)
    count = watched(request.officer, region, Watched(), request.today).count()
    if request.method == "POST" and count <= MOST_CASES:
        _run(request, region, count)
        return HttpResponseRedirect(request.get_full_path())
    last = last_check(region)
    context = {
        "count": count,
        "most": MOST_CASES,
        "too_many": count > MOST_CASES,
        "last": last,
        "since": entries_in(region) - last.entries if last else 0,
        "found": [_told(Finding(*one)) for one in last.findings] if last else [],
    }
    return render(request, "centre/doctor.html", frame(request) | context)


def _run(request: HttpRequest, region: str, count: int) -> SelfCheck:
    entries, start = entries_in(region), monotonic()
    found = list(islice(examine(region, request.directory), MOST_FINDINGS + 1))
    values: dict[str, Any] = {
        "at": request.at,
        "by_id": request.officer.user_id,
        "seconds": round(monotonic() - start, 1),
        "cases": count,
        "entries": entries,
        "findings": [_kept(one) for one in found[:MOST_FINDINGS]],
        "more": len(found) > MOST_FINDINGS,
    }
    return keep_check(region, values)


def _kept(one: Finding) -> list[str]:
    """Return a finding as it is kept: what a private column holds is left out."""
    table, _, column = one.where.partition(" ")
    try:
        private = column.rpartition(" ")[2] in getattr(model_of(table), "PRIVATE", ())
    except LookupError:
        private = False
    values = ("（个人信息）",) * 2 if private else (shown(one.stored), shown(one.derived))
    return [one.code, one.subject, one.where, *values]


def _told(one: Finding) -> tuple[str, str, str, str, str, bool]:
    return fault_words(one), one.subject, one.where, one.stored, one.derived, _is_case(one.subject)


def _is_case(subject: str) -> bool:
    return subject.count("-") == 2 and subject.rsplit("-", 1)[1].isdigit()
