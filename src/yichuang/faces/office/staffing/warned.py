"""What departs from the norms, in words (提示): of people, of departments, of visits and contacts."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.office.staffing.common import MANAGER, norms_now, offices_here, region_of, shown
from yichuang.records.staffing.access import appraised, inside, late_orders, unarranged, visits_since
from yichuang.records.staffing.attendance import window_posts
from yichuang.records.staffing.queries import cases_by_department, files_of, person_of
from yichuang.rules.staff import fitness, units
from yichuang.rules.staff.gaps import gaps
from yichuang.rules.staff.scoring import span_of

WARNED = {
    "too_old": "派驻时满 {found} 周岁，原则上应在 {limit} 周岁以下",
    "too_new": "参加工作 {found} 年，原则上应满 {limit} 年",
    "no_civil_servant": "不是公务员",
    "chief_no_head": "首席代表不是承担审批业务科室的负责人",
}
Line = dict[str, Any]
_LOOK_BACK = 400  # days: longer than any period of visits


def worded(one: fitness.Warned) -> str:
    """Return one departure from the conditions for the window in words."""
    return WARNED[one.code].format(limit=one.limit, found=one.found)


@allow(*MANAGER)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what the manager has to see to, worst first."""
    lines = [*_gaps(request), *_orders(request), *_contacts(request), *_units(request), *_visits(request)]
    lines += [*_people(request), *_appraisals(request)]
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        same = groups.setdefault((line["what"], line["basis"]), [])
        if line not in same:  # two posts of one person are one person
            same.append(line)
    told = sorted(groups.items(), key=lambda pair: not pair[1][0]["bad"])
    return shown(request, "warnings", {"groups": told, "bad": sum(line["bad"] for line in lines)})


def _line(what: str, words: str, basis: str, url: str, *, bad: bool = False) -> Line:
    return {"what": what, "words": words, "basis": cited(basis), "url": url, "bad": bad}


def _gaps(request: HttpRequest) -> list[Line]:
    """Seats at the window that nobody keeps today."""
    names, region = request.directory.names, region_of(request)
    empty = [gap.post for gap in gaps(request.directory.roster, request.today) if gap.post.region_code == region]
    return [
        _line("今天空岗", f"{names.get(post.user_id, '')}不在，没有B岗、也没有代岗人", "S1-四2", "/staff/absence/",
              bad=True)
        for post in empty if post.at_window
    ]  # fmt: skip


def _people(request: HttpRequest) -> list[Line]:
    """People who do not fit the conditions for the window."""
    region, norms, names = region_of(request), norms_now(request), request.directory.names
    posts = [post for post in window_posts(request.directory, region, request.today) if not post.is_b]
    files = files_of(region)
    return [
        _line("派驻条件", f"{names.get(post.user_id, '')}：{worded(one)}", one.basis, f"/staff/files/{post.user_id}/")
        for post in posts for one in fitness.unfit(person_of(post, files.get(post.user_id)), norms)
    ]  # fmt: skip


def _appraisals(request: HttpRequest) -> list[Line]:
    """Postings that are over and lack their appraisal."""
    region, norms, names = region_of(request), norms_now(request), request.directory.names
    done = appraised(region)
    posts = [post for post in request.directory.roster.posts if post.region_code == region and post.at_window]
    found = []
    for post in posts:
        ended = post.ends_on is not None and post.ends_on <= request.today
        term = norms.get("posting_term") is not None
        due = fitness.appraisal_due(post.starts_on, post.ends_on, norms)
        if post.id not in done and due is not None and due <= request.today and (ended or term):
            words = f"{names.get(post.user_id, '')}：{due.isoformat()} 派驻期满，还没有工作鉴定"
            found.append(_line("工作鉴定", words, "S1-四1", f"/staff/files/{post.user_id}/"))
    return found


def _units(request: HttpRequest) -> list[Line]:
    """Departments with too few people at the window, or one though it is busy."""
    region, norms, today = region_of(request), norms_now(request), request.today
    sent = sent_of(request)
    month = span_of("month", today)
    words = dict(offices_here(request))
    few = units.too_few(sent, norms)
    busy = units.alone_though_busy(sent, cases_by_department(region, month), norms)
    found = [_line("派驻人数", f"{words.get(one, '')}只派驻 {sent[one]} 人", "S2-一", "/staff/units/") for one in few]
    return found + [
        _line("AB岗", f"{words.get(one, '')}业务量较大，没有按AB岗派驻两人", "S1-三7", "/staff/units/", bad=True)
        for one in busy
    ]


def sent_of(request: HttpRequest) -> dict[UUID, int]:
    """Return how many people each department that is in the hall has at the window, A and B."""
    region = region_of(request)
    posts = window_posts(request.directory, region, request.today)
    people = Counter(key for _, key in {(post.user_id, post.department_id) for post in posts if post.department_id})
    return {one: people.get(one, 0) for one in (*inside(region), *people)}


def _visits(request: HttpRequest) -> list[Line]:
    """Departments whose leader was not at the window in the last period."""
    seen = visits_since(region_of(request), request.today - timedelta(days=_LOOK_BACK))
    words, norms, found = dict(offices_here(request)), norms_now(request), []
    for one in sent_of(request):
        owed = units.visit_owed(seen.get(one, ()), request.today, norms)
        if owed:
            span = f"{owed[0]:%Y-%m-%d} 到 {owed[1]:%Y-%m-%d}"
            found.append(_line("领导到窗口", f"{words.get(one, '')} {span} 没有领导到窗口", "S0e", "/staff/units/"))
    return found


def _contacts(request: HttpRequest) -> list[Line]:
    """Contacts behind the window that nobody arranged."""
    names, words = request.directory.names, dict(offices_here(request))
    rows = unarranged(region_of(request))
    return [
        _line("后台接待", f"{row.on} {words.get(row.department_id, '')} {names.get(row.user_id, '')}接待申请人，"
              "没有安排", "S0b-5", "/staff/units/", bad=True) for row in rows
    ]  # fmt: skip


def _orders(request: HttpRequest) -> list[Line]:
    """Orders to correct whose term is over."""
    words = dict(offices_here(request))
    rows = late_orders(region_of(request), request.today)
    return [
        _line("责令纠正", f"{words.get(row.department_id, '')} {row.no} {row.due_on} 到期，"
              + ("已反馈，待销号" if row.replied_at else "没有反馈"), "S1-五3", "/staff/units/", bad=True)
        for row in rows
    ]  # fmt: skip
