"""/proofs/: 每日存证根 for everybody: what it is in plain words, day by day, to be printed for the notice board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.proofs.running import interval
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.portal.proofs.machine import found_leaf
from yichuang.records.ledger.proofs import verifier as handed_out
from yichuang.records.ledger.proofs.checkpoints import latest, told_with_witnesses
from yichuang.records.ledger.proofs.models import Checkpoint, DailyRoot

PAGE = 31


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: its root, who signed it, and whether a witness did."""

    day: date
    told: dict[str, Any]
    unchanged: bool

    @property
    def witness(self) -> dict[str, Any] | None:
        """The first witness's signature, if there is one."""
        seen: Sequence[dict[str, Any]] = self.told["witnesses"]
        return seen[0] if seen else None


@allow(PUBLIC)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the newest root, and the days before."""
    found = Paginator(DailyRoot.objects.order_by("-day"), PAGE).get_page(request.GET.get("page"))
    days = list(found)
    newest = latest()
    rows = _rows(days)
    context = {
        "page": found,
        "rows": rows,
        "newest": told_with_witnesses([newest])[0] if newest else None,
        "newest_at": newest.at if newest else None,
        "seconds": round(interval()),
        "looked": _looked(request.GET.get("leaf", "")),
        "crumbs": [("公示", "/notices/"), ("每日存证根", "")],
        "tab": "proofs",
    }
    return render(request, "portal/notices/proofs.html", context)


def _looked(typed: str) -> dict[str, Any] | None:
    """Return what was found of a leaf that somebody typed from a paper."""
    if not typed.strip():
        return None
    _, place, row = found_leaf(typed)
    asked: dict[str, Any] = {"asked": typed.strip()[:90], "told": None}
    if place is not None and row is not None:
        asked |= {"told": told_with_witnesses([row])[0], "place": place + 1, "at": row.at}
    return asked


def _rows(days: Sequence[DailyRoot]) -> list[DayRow]:
    signed = Checkpoint.objects.filter(size__in={row.size for row in days})
    told = {one["size"]: one for one in told_with_witnesses(signed)}
    rows = [
        DayRow(row.day, told[row.size], unchanged=later is not None and later.size == row.size)
        for row, later in zip(days, [*days[1:], None], strict=False)
        if row.size in told
    ]
    return rows


@allow(PUBLIC)
@require_safe
def day(request: HttpRequest, day: str) -> HttpResponse:
    """Hand out the root of a day as a file, as the offline verifier reads it."""
    try:
        on = date.fromisoformat(day)
    except ValueError as fault:
        raise Http404 from fault
    size = DailyRoot.objects.filter(day=on).values_list("size", flat=True).first()
    found = told_with_witnesses(Checkpoint.objects.filter(size=size)) if size else []
    if not found:
        raise Http404
    told = {"format": "yichuang-daily-root/1", "day": on.isoformat(), "checkpoint": found[0]}
    head = {"Content-Disposition": f'attachment; filename="root-{on:%Y-%m-%d}.json"'}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1}, headers=head)


@allow(PUBLIC)
@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """Hand out the offline verifier."""
    head = {"Content-Disposition": f'attachment; filename="{handed_out.NAME}"'}
    return HttpResponse(handed_out.source(), content_type="text/x-python; charset=utf-8", headers=head)
