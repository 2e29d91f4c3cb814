"""/feedback/ratings/: bad ratings with their days; /feedback/ratings/words/: words that wait for a look."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common import nav
from yichuang.faces.common.access import allow
from yichuang.faces.office.feedback.steps import WHO, region_here
from yichuang.records.feedback.access import departments_of
from yichuang.records.feedback.queries import bad_ratings, words_to_review
from yichuang.rules.feedback.rating_loop import sees_who_rated
from yichuang.rules.permissions import WATCHERS, WINDOW

_PAGE = 50
REVIEWERS = ("centre_manager", "supervisor")
STANDINGS = (("open", "待办"), ("over", "已了结"), ("", "全部"))


class RatingRow(NamedTuple):
    """One rating as the list shows it; who was rated does not see which case it is."""

    row: Any
    open: bool
    department: str
    late: bool


@allow(*WHO)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the bad ratings of one's departments; the desk and the centre see all."""
    region, standing = region_here(request), request.GET.get("standing", "open")
    standing = standing if standing in dict(STANDINGS) else "open"
    everywhere = request.officer.grant(WATCHERS | WINDOW, region_code=region) is not None
    departments = None if everywhere else departments_of(request.officer, region)
    found = Paginator(bad_ratings(region, departments, standing), _PAGE).get_page(request.GET.get("page"))
    context = {
        "page": found,
        "rows": [_row(row, request) for row in found],
        "standings": STANDINGS,
        "standing": standing,
        "reviews": bool(request.officer.roles() & set(REVIEWERS)),
        "query": f"standing={standing}",
    }
    return render(request, "office/feedback/ratings.html", nav.around(request) | context)


def _row(row: Any, request: HttpRequest) -> RatingRow:
    department = request.directory.departments.get(row.department_id)
    late = row.due_on is not None and row.due_on < request.today
    seen = sees_who_rated(request.officer.user_id, row.clerk_id, row.loop)
    return RatingRow(row, seen, department.short_name if department else "", late)


@allow(*REVIEWERS)
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Show what applicants wrote and nobody has looked through yet."""
    found = Paginator(words_to_review(region_here(request)), _PAGE).get_page(request.GET.get("page"))
    return render(request, "office/feedback/words.html", nav.around(request) | {"page": found})
