"""支付平台通知: public, and without a form's token, because each message carries the gateway's own signature."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from yichuang.acts.fees.gateway.arrival import arrive
from yichuang.acts.filing.shapes import Conflict
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.paying.gateway import gateway, wire_now

_MOST_FIELDS = 60


@csrf_exempt
@allow(PUBLIC)
@require_POST
def notify(request: HttpRequest) -> HttpResponse:
    """Answer `success` once the money is on record; `fail` asks the gateway to tell again."""
    if len(request.POST) > _MOST_FIELDS:
        return _said(taken=False)
    try:
        arrived = arrive(request.POST.dict(), gateway(), now=wire_now(), at=request.at)
    except Conflict:
        return _said(taken=False)
    if arrived.filed and not arrived.filed.repeated:
        after_filing(arrived.filed, request.at)
    return _said(taken=arrived.taken)


def _said(*, taken: bool) -> HttpResponse:
    return HttpResponse("success" if taken else "fail", content_type="text/plain")
