"""送达公告: papers that could not be delivered otherwise; each stands there until its time has run."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.portal.notices.span import asked_of
from yichuang.records.delivery.queries import announced

RECENT = 10
_MOST = 200


@allow(PUBLIC)
@require_safe
def deliveries(request: HttpRequest) -> HttpResponse:
    """List the public notices that run: to whom, about what, until when. The name is what makes it a notice."""
    asked = asked_of(request, RECENT)
    rows = [
        (one, request.directory.departments[one.case.department_id].name, request.directory.centres[asked.region])
        for one in announced(asked.region, request.today)[:_MOST]
    ]
    context = asked.context("deliveries") | {"rows": rows, "crumbs": [("公示", "")]}
    return render(request, "portal/notices/deliveries.html", context)
