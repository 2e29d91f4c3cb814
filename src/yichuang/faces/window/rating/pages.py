"""/desk/pad/: the address of the window's own pad; /desk/<no>/ask-rating/: the pad asks for a rating of this case.

The clerk only asks. The pad has no log-in of his, so that nobody of the staff can rate in somebody's name.
"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.common.visitors.pads import pad_token
from yichuang.faces.window.frame import frame, post_at_window
from yichuang.faces.window.rating.asking import ask_for_rating
from yichuang.records.cases.access import cases_for, read_case
from yichuang.records.cases.models import CaseState
from yichuang.records.feedback.queries import unrated_today

_MOST = 20


@allow(*WINDOW)
@require_safe
def pad(request: HttpRequest) -> HttpResponse:
    """Show the address of the pad, and who was served today and has not rated yet."""
    grant = post_at_window(request)
    token = pad_token(grant.region_code, grant.window_id) if grant.window_id else ""
    cases: Any = cases_for(request.officer, grant.region_code).filter(state=CaseState.CLOSED)
    found = Paginator(unrated_today(cases, grant.region_code, request.today), _MOST).get_page(1)
    told = {"pad_url": f"/rate/pad/{token}/" if token else "", "rows": list(found), "key": new_key()}
    return render(request, "window/rating/pad.html", frame(request, **told))


@allow(*WINDOW)
@require_POST
def ask(request: HttpRequest, no: str) -> HttpResponse:
    """Let the screens of the window ask for a rating of this case for a few minutes."""
    case = read_case(no, request.officer, request.directory)
    ask_for_rating(request, case.no)
    results.done(request, f"评价屏和对客副屏正在请办事人评价 {case.no}，几分钟内没有评价的自动收回。")
    return HttpResponseRedirect("/desk/pad/")
