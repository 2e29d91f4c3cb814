"""自检: everything stored in the region is derived from the ledger again and compared; nothing is changed."""

from __future__ import annotations

from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.inspection.doctor import examine
from yichuang.acts.inspection.finding import shown
from yichuang.faces.centre.ledger import fault_words
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.records.cases.oversight import Watched, watched

MOST_CASES = 2000
MOST_FINDINGS = 200
ROLES = ("centre_manager", "auditor")


@allow(*ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Offer the run; on POST run it and show what was found. It reads only, so there is nothing to redirect to."""
    region = region_of(request, ROLES)
    count = watched(request.officer, region, Watched(), request.today).count()
    context = {"count": count, "most": MOST_CASES, "too_many": count > MOST_CASES}
    if request.method == "POST" and count <= MOST_CASES:
        found = list(islice(examine(region, request.directory), MOST_FINDINGS + 1))
        context |= {
            "ran": True,
            "more": len(found) > MOST_FINDINGS,
            "found": [
                (fault_words(one), one.subject, one.where, shown(one.stored), shown(one.derived), _is_case(one.subject))
                for one in found[:MOST_FINDINGS]
            ],
        }
    return render(request, "centre/doctor.html", frame(request) | context)


def _is_case(subject: str) -> bool:
    return subject.count("-") == 2 and subject.rsplit("-", 1)[1].isdigit()
