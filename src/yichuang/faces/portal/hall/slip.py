"""叫号小票: the strip of 80 mm of a number of today, for the printers of kiosks and of the reception."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from yichuang.acts.context import ZONE
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.live.codes import address_of
from yichuang.faces.portal.hall.number import standing
from yichuang.records.documents.codes import qr
from yichuang.records.documents.rendering import sheet_of
from yichuang.records.hall.place import place
from yichuang.records.hall.queries import number_by_token

_TEMPLATE = "queue_slip@2026-11"


@allow(PUBLIC)
@never_cache
@require_safe
def slip(request: HttpRequest, token: str) -> HttpResponse:
    """Return the slip of a number of today: the same for the same standing, nothing personal on it."""
    row = number_by_token(list(request.directory.centres), token)
    if row is None or row.day != request.today:
        raise Http404
    one = standing(place(row.hall, request.directory, request.today), row, request.today)
    ahead = f"前面 {one.estimate.ahead} 人，约等 {one.estimate.minutes} 分" if one.estimate else ""
    sheet = {
        "title": f"排队号 {row.no}", "hall": row.hall.name, "no": row.no, "line": row.line.name, "ahead": ahead,
        "priority": "" if row.priority == "ordinary" else row.get_priority_display(),
        "taken": f"{row.taken_at.astimezone(ZONE):%Y-%m-%d %H:%M}",
        "qr": qr(address_of(f"/number/{row.token}/", request)),
    }  # fmt: skip
    made = sheet_of(_TEMPLATE, sheet, row.taken_at.replace(microsecond=0))
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{row.no}.pdf"'
    return response
