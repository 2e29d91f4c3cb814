"""标注重大项目 and 向主要负责人汇报: a page each; after the report the deputy may sign."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.consulting.mark_major import MajorMark, mark_major
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.consulting.unmark_major import MajorUnmark, unmark_major
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, text_in
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.offers import barred_by, why_not
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.models import StageKind

_FORUMS = (("head", "主要负责人"), ("head_meeting", "办公会"))
_ANY = "预先核对"


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def report_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form; put the report on record."""
    if request.method == "GET":
        return _show(request, no)
    wish = HeadReport(on(request, no), request.POST.get("forum", "")[:16], text_in(request, "outcome"))
    deed = Deed(report_to_head, wish, "已登记汇报")
    return act_here(request, no, deed, lambda said: _show(request, no, said), f"/cases/{no}/")


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def major_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form; mark the case as a major one."""
    if request.method == "GET":
        return _show_major(request, no)
    reason = text_in(request, "reason", 2000)
    deed = Deed(mark_major, MajorMark(on(request, no), reason), "已标注为重大项目")
    if "unmark" in request.POST:
        deed = Deed(unmark_major, MajorUnmark(on(request, no), reason), "已撤销重大项目标注")
    return act_here(request, no, deed, lambda said: _show_major(request, no, said), f"/cases/{no}/")


def _show_major(request: HttpRequest, no: str, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    marked = sheet.case.stage(StageKind.HEAD_REPORT) is not None
    barred = why_not(mark_major, sheet.case, MajorMark(on(request, no), _ANY), asking(request))
    if marked:
        barred = why_not(unmark_major, sheet.case, MajorUnmark(on(request, no), _ANY), asking(request))
    told = {"form": None, "decision": None, "typed": request.POST, "refusal": refusal, "barred_why": barred}
    context = context_of(request, sheet) | told | {"marked": marked}
    return render(request, "office/asked/major.html", context, status=422 if refusal else 200)


def _show(request: HttpRequest, no: str, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    told = {
        "forums": _FORUMS,
        "form": None,
        "decision": None,
        "typed": request.POST,
        "refusal": refusal,
        "barred_why": barred_by(report_to_head, sheet.case, HeadReport(on(request, no), "head", _ANY), asking(request)),
    }
    context = context_of(request, sheet) | told
    return render(request, "office/asked/report.html", context, status=422 if refusal else 200)
