"""/feedback/year/: the year in numbers (年度汇总): inquiries, complaints, praise cards, banners, ratings."""

from __future__ import annotations

from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.context import ZONE
from yichuang.faces.common import nav
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.office.feedback.steps import region_here
from yichuang.records.feedback.concerns import year_counts
from yichuang.records.feedback.counting import loops_of
from yichuang.records.statistics.ratings import grades_by_month
from yichuang.rules.feedback.counting import added

ROWS = (
    ("inquiries", "咨询"), ("inquiries_answered", "其中已答复"), ("complaints", "投诉"),
    ("complaints_answered", "其中已答复"), ("complaints_refused", "其中不予受理"), ("hotline", "12345热线工单"),
    ("praise", "口头、网上表扬"), ("cards", "表扬信（卡）"), ("banners", "锦旗"),
)  # fmt: skip
_YEARS = 5


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one year."""
    years = [request.today.year - number for number in range(_YEARS)]
    asked = request.GET.get("year", "")
    year = next((one for one in years if str(one) == asked), years[0])
    region, span = region_here(request), (_first(year), _first(year + 1))
    counts, loops = year_counts(region, *span), loops_of(region, *span)
    grades = added(grades_by_month(region, date(year, 1, 1), date(year, 12, 1)))
    rows = [(words, counts[name]) for name, words in ROWS]
    rows += [("评价", grades.total), ("差评", sum(loops.values())), ("其中经认定剔除", loops.get("set_aside", 0))]
    context = {"years": years, "year": year, "rows": rows, "rate": grades.rate}
    return render(request, "office/feedback/year.html", nav.around(request) | context)


def _first(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time(), tzinfo=ZONE)
