"""/staff/sheets/: signed sheets with their roll-up, drafts to sign, forms; the figures come from what is on record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.context import Context
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.sheets.drafting import Draft, Wanted, draft_of
from yichuang.acts.staffing.sheets.publish_form import FormWish, publish_form
from yichuang.acts.staffing.sheets.sign import SheetWish, may_be_signed, sign_sheet
from yichuang.faces.common.access import allow
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.staff.reading import day_in, id_of
from yichuang.faces.office.staffing.common import (
    GRADES,
    WATCH,
    Missing,
    Step,
    department_words,
    led,
    norms_now,
    number_in,
    people_in,
    region_of,
    shown,
    taken,
    windows_here,
)
from yichuang.records.staffing.access import forms_of, signed_sheets
from yichuang.records.staffing.models import Period, Sheet, SheetSubject
from yichuang.records.staffing.queries import consent_of, files_of
from yichuang.rules.staff import scoring
from yichuang.rules.verdict import Refused

SOURCES = {
    "late": "迟到（次）", "early": "早退（次）", "absent": "缺勤（日）", "patrol": "巡查发现（次）",
    "urging": "催办（次）", "card": "黄牌、红牌（张）", "bad_rating": "差评（件）", "manual": "人工评分",
}  # fmt: skip
_LINES = 8
_MANY = "综合窗口（不属于一个部门）"


@allow(*WATCH)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show sheets, roll-up, draft and forms; take a signature or a new form."""
    return taken(request, STEPS, _show) if request.method == "POST" else _show(request)


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    region, posts = region_of(request), led(request)
    whole = bool(request.officer.roles() & {"centre_manager", "supervisor"})
    users, offices = {post.user_id for post in posts}, {post.department_id for post in posts}
    found = signed_sheets(region)
    rows = [row for row in found if whole or row.subject_id in users or row.department_id in offices]
    norms = norms_now(request)
    told = {
        "rows": [row_of(row, request) for row in rows], "rolled": _rolled(rows, request),
        "people": people_in(posts, request), "windows": windows_here(request), "sources": SOURCES.items(),
        "periods": [pair for pair in Period.choices if pair[0] in norms.choices("assessment_periods")],
        "subjects": SheetSubject.choices, "grades": GRADES.items(), "numbers": range(1, _LINES + 1),
        "forms": forms_of(region),
        "asked": request.GET, "before": _before(request),
    } | _drafted(request)  # fmt: skip
    return shown(request, "sheets", told | more, status=status)


def row_of(row: Sheet, request: HttpRequest) -> dict[str, Any]:
    """Return a sheet as lists show it."""
    names, windows = request.directory.names, request.directory.windows
    window = windows.get(row.subject_id)
    return {
        "row": row, "whose": f"{window.no} 窗口" if window else names.get(row.subject_id, ""),
        "department": department_words(row.department_id, request), "grade": GRADES.get(row.grade, ""),
        "period": Period(row.period).label, "final": scoring.final(row.state, row.appeal_by, request.today),
    }  # fmt: skip


def _rolled(rows: list[Sheet], request: HttpRequest) -> list[dict[str, Any]]:
    """Return the means of the departments, period by period, windows before people."""
    groups: dict[tuple[Any, ...], list[tuple[UUID | None, int]]] = {}
    for row in rows:
        if scoring.final(row.state, row.appeal_by, request.today):
            groups.setdefault((row.starts_on, row.period, row.subject), []).append((row.department_id, row.total))
    return [
        {"starts_on": first, "period": Period(period).label, "subject": SheetSubject(subject).label,
         "means": [(department_words(key, request) if key else _MANY, f"{float(mean):.1f}")
                   for key, mean in scoring.roll_up(all_).items()]}
        for (first, period, subject), all_ in sorted(groups.items(), reverse=True)
    ]  # fmt: skip


def _before(request: HttpRequest) -> str:
    """Return a day of the month before this one: what is assessed is over."""
    return (request.today.replace(day=1) - timedelta(days=1)).isoformat()


def _wanted(given: Any, request: HttpRequest) -> Wanted | None:
    subject = given.get("subject", "")
    whose = id_of(given.get("window" if subject == "window" else "person", ""))
    try:
        on = date.fromisoformat(given.get("on", ""))
    except ValueError:
        return None
    whole = on.year < date.max.year  # its period ends within what dates can say
    return Wanted(region_of(request), subject, whose, given.get("period", ""), on) if whose and whole else None


def _drafted(request: HttpRequest) -> dict[str, Any]:
    """Return the draft that was asked for, or why there is none."""
    given = request.POST if request.POST.get("do") == "sign" else request.GET
    wanted = _wanted(given, request)
    if wanted is None or not _may(request, wanted):
        return {}
    try:
        draft = draft_of(wanted, {}, request.directory, request.today)
    except NotInRoster:
        return {}
    except Refused as refused:
        return {"refusal": refusal(refused, request.today)}
    why_not = _why_not(wanted, draft, request)
    return {"draft": draft, "wanted": wanted, "why_not": why_not} | _told(draft, wanted, request)


def _why_not(wanted: Wanted, draft: Draft, request: HttpRequest) -> Refusal | None:
    """Return why the draft can't be signed."""
    try:
        may_be_signed(wanted, draft, Context(request.officer, request.at, request.directory))
    except Refused as refused:
        return refusal(refused, request.today)
    return None


def _told(draft: Draft, wanted: Wanted, request: HttpRequest) -> dict[str, Any]:
    person = wanted.subject == SheetSubject.PERSON
    known = files_of(wanted.region_code, [wanted.subject_id]).get(wanted.subject_id) if person else None
    asked = known is not None and known.point_id is not None and wanted.period == "year"
    window = request.directory.windows.get(wanted.subject_id)
    consent = consent_of(wanted.region_code, wanted.subject_id, draft.span[0].year) if asked else None
    return {
        "whose": f"{window.no} 窗口" if window else request.directory.names.get(wanted.subject_id, ""),
        "draft_grade": GRADES[scoring.grade_of(draft.total, norms_now(request))], "community": asked,
        "consent": {None: "还没有出具意见", True: "同意", False: "不同意"}[consent],
        "manual": {item["key"] for item in draft.form.items if item["source"] == "manual"},
    }  # fmt: skip


def _may(request: HttpRequest, wanted: Wanted) -> bool:
    if request.officer.roles() & {"centre_manager", "supervisor"}:
        return True
    return any(wanted.subject_id in (post.user_id, post.window_id) for post in led(request))


def _sign(request: HttpRequest) -> Step:
    wanted = _wanted(request.POST, request)
    if wanted is None:
        raise Missing("请选考核对象、周期和日期。")
    given = {key[2:]: number_in(request, key) for key in request.POST if key.startswith("m-")}
    manual = {key: points for key, points in given.items() if points is not None}
    return Step(
        sign_sheet, SheetWish(wanted, manual, request.POST.get("grade", "")), "已签发考核表，被考核人现在看得到。"
    )


def _publish(request: HttpRequest) -> Step:
    items = []
    for number in range(1, _LINES + 1):
        name = request.POST.get(f"name-{number}", "").strip()[:40]
        if name:
            full, per = number_in(request, f"full-{number}") or 0, number_in(request, f"per-{number}") or 0
            items.append(scoring.ItemOf(f"i{number}", name, full, request.POST.get(f"source-{number}", ""), per))
    on = day_in(request, "effective_on")
    if on is None:
        raise Missing("请填启用日期。")
    wish = FormWish(
        region_of(request), request.POST.get("subject", ""), request.POST.get("period", ""),
        request.POST.get("title", ""), on, tuple(items),
    )  # fmt: skip
    return Step(publish_form, wish, "已发布考核表样。")


STEPS = {"sign": _sign, "publish": _publish}
