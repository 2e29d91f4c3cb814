"""演示短信: what the demonstration would have sent to telephones, newest first, with links that lead somewhere."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.portal.entrance.demo import only_in_demo
from yichuang.records.feedback.sms import FileSms, sms

_MOST = 50


@only_in_demo
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """Show the last messages."""
    sender = sms()
    sent = sender.sent(_MOST) if isinstance(sender, FileSms) else []
    rows = [one | {"at": datetime.fromisoformat(one["at"])} for one in sent]
    told = {"rows": rows, "crumbs": [("演示入口", "/demo/"), ("演示短信", "")]}
    return render(request, "portal/entrance/messages.html", told)
