"""存证监察: how placing, signing and witnesses stand, what is wrong, and whether seals and numbers reconcile."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.proofs.running import interval, signing
from yichuang.acts.proofs.standing import standing
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.paying.gateway import wire_now
from yichuang.records.seals.tallies import number_tallies, seal_tallies
from yichuang.rules.supervision.counts import imbalances


@allow(*sorted(CENTRE))
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the standing. The proofs are those of the whole installation, the counts those of the region."""
    region, now = region_of(request), wire_now()
    found = standing(sorted(request.directory.centres), now)
    tallies = [*seal_tallies(region), *number_tallies(region)]
    context = {
        "found": found,
        "now": now,
        "every": round(interval()),
        "signing": signing(),
        "tallies": tallies,
        "imbalances": list(imbalances(tallies)),
        "behind": found.entries - (found.checkpoint.size if found.checkpoint else 0),
    }
    return render(request, "centre/proofs/page.html", frame(request) | context)
