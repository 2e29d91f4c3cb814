"""My number (我的排队号): how many are before me, how long, which window; by the code on the slip, without a log-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.codes import picture_of
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.hall.calling import leave
from yichuang.records.hall.models import QueueNumber
from yichuang.records.hall.place import Place, place
from yichuang.records.hall.queries import number_by_token, queues
from yichuang.rules.hall.waiting import Estimate
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """How a number stands: the estimate while it waits."""

    row: QueueNumber
    estimate: Estimate | None
    near: bool  # so few are before it that one should come
    over: bool = False  # it was of another day


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: HttpRequest, token: str) -> HttpResponse:
    """Show a number; give it up."""
    row = number_by_token(list(request.directory.centres), token)
    if row is None:
        raise Http404
    refused: Refusal | None = None
    if request.method == "POST":
        context_of(request)
        try:
            if row.day != request.today:
                raise Refused("number_over", "YC", {"day": row.day})
            leave(row.hall, row, request.at)
        except Refused as fault:
            refused = refusal(fault, request.today)
        else:
            told()
            return redirect(request.path)
    here = place(row.hall, request.directory, request.today)
    context = {
        "hall": row.hall,
        "one": standing(here, row, request.today),
        "remind": here.norms.number("queue_reminder_ahead"),
        "refusal": refused,
        "key": new_key(),
        "slip": "slip" in request.GET,
        "qr": picture_of(f"/number/{row.token}/", request),
        "crumbs": [("大厅", "/halls/"), (row.hall.name, f"/halls/{row.hall.slug}/"), (row.no, "")],
    }
    return render(request, "portal/hall/number.html", context, status=422 if refused else 200)


def standing(here: Place, row: QueueNumber, today: date) -> Standing:
    """Return how a number stands now; one of another day is over, whatever it waited for."""
    if row.day != today:
        return Standing(row, None, near=False, over=True)
    queue = queues(here, row.day)[row.line_id]
    if row.id not in queue.order:
        return Standing(row, None, row.state == "called")
    found = queue.each[queue.order.index(row.id)]
    return Standing(row, found, found.ahead <= here.norms.number("queue_reminder_ahead"))
