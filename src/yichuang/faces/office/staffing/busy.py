"""How busy each department was in a quarter (窗口业务量分类), and who might do with a comprehensive window."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.office.staffing.common import department_words, norms_now, region_of
from yichuang.records.org.directory import Directory
from yichuang.records.staffing.access import inside
from yichuang.records.staffing.attendance import window_posts
from yichuang.records.staffing.placing import placed
from yichuang.records.staffing.queries import cases_by_department
from yichuang.rules.staff.activity import Activity, Flow, activity_of, suggests_comprehensive
from yichuang.rules.staff.gaps import gaps
from yichuang.rules.staff.roster import Roster
from yichuang.rules.staff.scoring import span_of

WORDS = {
    Activity.LARGE: "业务量较大", Activity.SPORADIC: "有零星业务", Activity.NONE: "未办理任何业务",
    Activity.WITHDRAWN: "已撤出大厅", Activity.VACANT: "长期空岗",
}  # fmt: skip
_LOOK_BACK = 60  # days in which a seat may have become empty


def classes_of(request: HttpRequest, departments: Collection[UUID]) -> list[dict[str, Any]]:
    """Return the class of each department in this quarter so far. Two queries."""
    region, today, norms = region_of(request), request.today, norms_now(request)
    span = span_of("quarter", today)
    months = today.month - span[0].month + 1
    cases = cases_by_department(region, (span[0], today))
    left = inside(region, "left")
    calendar = request.directory.calendar(request.directory.centres[region].profile)
    found = []
    for one in departments:
        empty = _empty_since(one, region, request.directory, today)
        flow = Flow(cases.get(one, 0), months, one in left, empty)
        word = activity_of(flow, today, norms, calendar)
        found.append({
            "name": department_words(one, request), "cases": flow.cases, "words": WORDS[word], "class": word.value,
            "suggested": suggests_comprehensive(flow, norms), "months": months,
        })  # fmt: skip
    return sorted(found, key=lambda row: (-row["cases"], row["name"]))


def _empty_since(department: UUID, region: str, directory: Directory, today: date) -> date | None:
    """Return since when nobody keeps the department's window, None where somebody does today, or it has none."""
    posts = tuple(post for post in placed(directory.roster.posts, directory) if post.department_id == department)
    posts = tuple(post for post in posts if post.at_window)
    if not posts or not any(post.starts_on <= today for post in posts):
        return None
    small, since = Roster(posts, directory.roster.leaves), None
    for back in range(_LOOK_BACK):
        on = today - timedelta(days=back)
        held = [post for post in window_posts(directory, region, on) if post.department_id == department]
        kept = bool(held) and len(gaps(small, on)) < len({post.seat for post in held})
        if kept:
            return since
        since = on
    return since
