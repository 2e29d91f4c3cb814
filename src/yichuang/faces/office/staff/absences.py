"""请假登记: put an absence down, end it, agree for the centre to who stands in at a window."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.acts.staffing.agree_posting import PostingConsent, agree_posting
from yichuang.acts.staffing.agree_stand_in import StandInConsent, agree_stand_in
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.end_absence import AbsenceEnd, end_absence
from yichuang.acts.staffing.note_absence import AbsenceNote, note_absence
from yichuang.faces.common import results
from yichuang.faces.common.access import allow
from yichuang.faces.common.dates import short_day
from yichuang.faces.common.doing import context_of, new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.staff.circle import STAFF, circle_of, posts_in
from yichuang.faces.office.staff.missing import gone
from yichuang.faces.office.staff.page import own_frame
from yichuang.faces.office.staff.people import named
from yichuang.faces.office.staff.reading import day_in, person_in
from yichuang.records.org.models import Absence, Posting
from yichuang.rules.staff.roster import Leave, stand_ins
from yichuang.rules.staff.standing import awaits_consent, posts_of
from yichuang.rules.verdict import Refused


@allow(*STAFF)
@require_http_methods(["GET", "POST"])
def absence_page(request: HttpRequest) -> HttpResponse:
    """Show the form of an absence; take it."""
    if request.method == "GET":
        return _form(request)
    user, stand_in = person_in(request, "user"), person_in(request, "stand_in")
    first, last = day_in(request, "starts_on"), day_in(request, "ends_on")
    if user is None or first is None or last is None:
        return _form(request, status=422, missing="请选人员，并填起止日期。")
    leave = Leave(user, first, last, stand_in)
    try:
        perform(request, note_absence, AbsenceNote(leave, request.POST.get("reason", "")))
    except Refused as refused:
        return _form(request, status=422, refusal=refusal(refused, request.today))
    results.done(request, _said(leave, request))
    return HttpResponseRedirect("/staff/")


@allow(*STAFF)
@require_POST
def absence_one(request: HttpRequest) -> HttpResponse:
    """End an absence, or agree to its stand-in."""
    context_of(request)  # raises Refused where the form brought no key
    if request.POST.get("do") == "consent_post":
        return _replaced(request)
    row = Absence.objects.filter(pk=person_in(request, "ref")).first()
    circle = circle_of(request.officer)
    if row is None or not any(post.user_id == row.user_id for post in posts_in(request.directory, circle)):
        return gone(request, "没有找到这条请假登记")
    try:
        if request.POST.get("do") == "consent":
            perform(request, agree_stand_in, StandInConsent(row.id))
            results.done(request, "已同意代岗，请假期间由其顶岗。")
        else:
            perform(request, end_absence, AbsenceEnd(row.id))
            results.done(request, "已销假，从今天起本人办理。")
    except NotInRoster:
        return gone(request, "这条请假登记已经取消或者已经结束")
    return HttpResponseRedirect("/staff/")


def _replaced(request: HttpRequest) -> HttpResponse:
    """Agree to who replaces somebody at a window."""
    row = Posting.objects.filter(pk=person_in(request, "ref"), replaces__isnull=False, consented_on=None).first()
    if row is None or row.centre.region.code not in circle_of(request.officer).regions:
        return gone(request, "没有找到这条等待同意的更换")
    perform(request, agree_posting, PostingConsent(row.id))
    results.done(request, "已同意更换，新的任岗从现在起生效。")
    return HttpResponseRedirect("/staff/")


def _form(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    circle, today = circle_of(request.officer), request.today
    posts = [post for post in posts_in(request.directory, circle) if post.holds(today)]
    told = {
        "who": named([post for post in posts if circle.may_note(post)], request.directory),
        "keepers": named([post for post in posts if not request.directory.roster.away(post.user_id, today)],
                         request.directory),
        "me": str(request.officer.user_id),
        "posted": request.POST,
        "key": new_key(),
    }  # fmt: skip
    return render(request, "office/absence.html", own_frame(request) | told | more, status=status)


def _said(leave: Leave, request: HttpRequest) -> str:
    """Say who takes over, or that nobody will."""
    names, roster = request.directory.names, request.directory.roster
    span = f"{_day(leave.starts_on, request)}到{_day(leave.ends_on, request)}"
    if awaits_consent(leave, roster):
        return f"已登记 {span} 请假；代岗人不是B岗，须经中心同意后才能顶岗。"
    after = type(roster)(roster.posts, (*roster.leaves, leave), roster.delegations)
    posts = posts_of(leave.user_id, roster, leave.starts_on)
    keepers = dict.fromkeys(k for post in posts for k in stand_ins(after, post, leave.starts_on))
    who = "、".join(names.get(keeper, "") for keeper in keepers)
    if who:
        return f"已登记 {span} 请假，期间由{who}顶岗。"
    seats, on = {post.seat for post in posts}, leave.starts_on
    reserve = any(other.is_b and other.seat in seats and other.holds(on) for other in roster.posts)
    return f"已登记 {span} 请假；{'B岗也不在' if reserve else '没有B岗'}，期间无人顶岗，请指定代岗人。"


def _day(on: date, request: HttpRequest) -> str:
    return short_day(on, request.today)
