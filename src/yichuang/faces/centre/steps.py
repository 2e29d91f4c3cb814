"""特殊环节审定: the steps of the region that wait for the centre, each a link to its case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.cases.steps import waiting_steps
from yichuang.rules.clockwork.pauses import name_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """One step that waits: its row with the case, its name, who asked."""

    stage: Any
    name: str
    asked_by: str


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what waits, oldest first."""
    region, directory = region_of(request), request.directory
    found = Paginator(waiting_steps(request.officer, region), PAGE).get_page(request.GET.get("page"))
    rows = [
        Waiting(stage, name_of(str(stage.particulars.get("step", ""))), directory.names.get(stage.asked_by_id, ""))
        for stage in found
    ]
    return render(request, "centre/steps.html", frame(request) | {"page": found, "rows": rows})
