"""容缺, 缴费 and 绿色通道: three lists of the window, fifty cases a page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.window.frame import frame, region_of
from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import Case
from yichuang.records.fees import queries

_PAGE = 50


@allow(*WINDOW)
@require_GET
def gaps(request: HttpRequest) -> HttpResponse:
    """W3: cases whose outstanding materials are still to come, the nearest day first."""
    cases = queries.tolerated(cases_for(request.officer, region_of(request)))
    return _list(request, cases, kind="gaps", title="容缺", hint="补齐期限届满未补齐的，由承办部门处理。")


@allow(*WINDOW)
@require_GET
def fees(request: HttpRequest) -> HttpResponse:
    """Cases with an open payment: to be told, to be paid, to be confirmed."""
    region = region_of(request)
    cases = queries.owing(cases_for(request.officer, region), region).order_by("payment_by", "id")
    return _list(request, cases, kind="fees", title="缴费", hint="接到核定的当日书面告知申请人。")


@allow(*WINDOW)
@require_GET
def green(request: HttpRequest) -> HttpResponse:
    """Cases on the green channel."""
    cases = queries.expedited(cases_for(request.officer, region_of(request)))
    return _list(request, cases, kind="green", title="绿色通道", hint="跟踪督办、限时快办；各项期限不变。")


def _list(request: HttpRequest, cases: QuerySet[Case], **told: Any) -> HttpResponse:
    page = Paginator(cases, _PAGE).get_page(request.GET.get("page"))
    owed = queries.fees_by_case(region_of(request), [case.id for case in page.object_list])
    rows = [(case, owed.get(case.id, [])) for case in page.object_list]
    return render(request, "window/special/list.html", frame(request, page=page, rows=rows, **told))
