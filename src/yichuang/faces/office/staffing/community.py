"""/staff/community/: the committee of a community says whether those it hosts may be graded 合格 or better."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.sheets.consent import ConsentWish, give_consent
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.reading import person_in
from yichuang.faces.office.staffing.common import COMMUNITY, MANAGER, Missing, Step, number_in, region_of, shown, taken
from yichuang.records.staffing.access import consents_of, hosted, points_of


@allow(*COMMUNITY, *MANAGER)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show whom the community hosts and what it said; take its word."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region, names = region_of(request), request.directory.names
    whole = bool(request.officer.roles() & MANAGER)
    points = points_of(region, None if whole else request.officer.user_id)
    files = hosted(region, [point.id for point in points])
    users = [row.user_id for row in files]
    said = consents_of(region, users)
    told = {
        "points": points, "people": [(row, names.get(row.user_id, "")) for row in files],
        "said": [(row, names.get(row.user_id, "")) for row in said], "years": _years(request),
        "may": bool(request.officer.roles() & COMMUNITY),
    }  # fmt: skip
    return shown(request, "community", told | more, status=status)


def _years(request: HttpRequest) -> tuple[int, int]:
    return request.today.year, request.today.year - 1


def _say(request: HttpRequest) -> Step:
    user, year = person_in(request, "user"), number_in(request, "year")
    if user is None or year is None or request.POST.get("agreed") not in ("yes", "no"):
        raise Missing("请选人员、年度，并选同意或者不同意。")
    agreed = request.POST["agreed"] == "yes"
    wish = ConsentWish(region_of(request), user, year, agreed, request.POST.get("words", ""))
    return Step(give_consent, wish, "已出具意见。")


STEPS = {"say": _say}
