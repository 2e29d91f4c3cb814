"""/centre/statistics/joint/ (并联审批实施情况): the report of a period for the government, by lead; as a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.statistics.asked import around, asked
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.statistics.joint import CASES, PARTS, joint_report, joint_sheet

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show how joint approval went in a period, one line for each lead department."""
    wanted = asked(request)
    lines, total = joint_report(wanted.region, wanted.period, request.directory, request.today)
    context = around(request, wanted) | {
        "lines": lines,
        "total": total,
        "case_heads": list(CASES.values()),
        "part_heads": list(PARTS.values()),
        "here": "/centre/statistics/joint/",
    }
    return render(request, "centre/statistics/joint.html", context)


@allow(*CENTRE)
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Send the same as a workbook."""
    wanted = asked(request)
    lines, total = joint_report(wanted.region, wanted.period, request.directory, request.today)
    title = f"{request.directory.centres[wanted.region].name} 并联审批实施情况 {wanted.period.name}"
    answer = HttpResponse(joint_sheet(lines, total, title), content_type=_MIME)
    answer["Content-Disposition"] = f'attachment; filename="joint-{wanted.period.first:%Y%m%d}.xlsx"'
    return answer
