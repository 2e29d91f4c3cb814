"""/asked/: what my department is asked (待我反馈), what it asked others, and whose answer is overdue this month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.dates import civil
from yichuang.faces.office.asking.rows import own
from yichuang.faces.office.scope import frame, leading, scope_of
from yichuang.records.cases.asked import late_in, sent_out, to_answer
from yichuang.rules.consulting.silence import is_overdue

MINE, SENT, LATE = "mine", "sent", "late"
_WORDS = {MINE: "待我反馈", SENT: "我部门发出", LATE: "逾期未反馈"}
_WHERE = {"meeting": "meetings", "extension": "extend"}
_PAGE = 50
_EARLIEST = date(2000, 1, 1)


@allow(*OFFICE)
@require_GET
def asked_list(request: HttpRequest) -> HttpResponse:
    """Show one of the three lists."""
    tab = request.GET.get("tab", MINE)
    tab = tab if tab in _WORDS else MINE
    regions, mine, month = list(request.directory.centres), own(request), _month(request)
    waiting = to_answer(regions, mine, leading(request.officer))
    found: Any = waiting if tab == MINE else sent_out(regions, mine)
    if tab == LATE:
        found = late_in(regions, mine, month, request.today)
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    told = {
        "tab": tab,
        "tabs": [(key, words, tab == key) for key, words in _WORDS.items()],
        "waiting": waiting.count(),
        "page": page,
        "rows": [_row(stage, request) for stage in page],
        "month": month,
        "before": _other(month, -1),
        "after": _other(month, 1) if _other(month, 1) <= request.today else None,
    }
    scope = scope_of(request.officer, request.directory, request.today)
    return render(request, "office/asked/list.html", frame(request, scope) | told)


def _row(stage: Any, request: HttpRequest) -> dict[str, Any]:
    answered = civil(stage.done_at) if stage.done_at else None
    return {
        "stage": stage,
        "case": stage.case,
        "late": is_overdue(stage.due_on, answered, request.today),
        "asker": request.directory.departments[stage.case.department_id].short_name,
        "department": request.directory.departments[stage.department_id].short_name,
        "url": f"/cases/{stage.case.no}/{_WHERE.get(stage.kind) or f'asked/{stage.id}'}/",
    }


def _month(request: HttpRequest) -> date:
    try:
        wanted = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        wanted = request.today
    return max(min(wanted, request.today), _EARLIEST).replace(day=1)


def _other(month: date, step: int) -> date:
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)
