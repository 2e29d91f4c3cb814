"""/feedback/ratings/<case>/: one rating, what was done about it, and the next step."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.rating.answer import answer_rating
from yichuang.acts.rating.call_back import CallBack, call_back_rating
from yichuang.acts.rating.challenge import RatingChallenge, challenge_rating
from yichuang.acts.rating.extend import extend_rating
from yichuang.acts.rating.frame import RatingWords
from yichuang.acts.rating.judge import RatingJudgement, judge_rating
from yichuang.acts.rating.rectify import rectify_rating
from yichuang.acts.rating.show import show_rating
from yichuang.acts.rating.verify import verify_rating
from yichuang.faces.common import nav, results
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.steps import WHO, Kind, offers
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import Rating, RatingChannel
from yichuang.records.feedback.queries import rating_of, steps_of
from yichuang.rules.feedback.rating_loop import sees_who_rated
from yichuang.rules.permissions import may_see_by_post
from yichuang.rules.verdict import Refused

CALLS = (("satisfied", "满意"), ("unsatisfied", "仍不满意"), ("unreached", "联系不上"))
GROUNDS = (("mistaken", "误评"), ("malicious", "恶意评价"))
STEPS = {
    "verified": "核实", "rectified": "整改", "answered": "反馈", "called_back": "回访", "extended": "延长整改期限",
    "challenged": "申请剔除", "judged": "认定",
}  # fmt: skip
RESULTS = dict((*CALLS, *GROUNDS, ("aside", "予以剔除"), ("stands", "不予剔除，继续整改")))


def _plain(no: str, words: str, told: Any) -> RatingWords:
    return RatingWords(On(no), words)


KINDS: dict[str, Kind] = {
    "verify": Kind(verify_rating, "核实", "登记核实情况", "联系评价人核实的情况", _plain),
    "rectify": Kind(rectify_rating, "整改", "登记整改情况", "整改措施", _plain),
    "answer": Kind(answer_rating, "反馈", "反馈评价人", "给评价人的反馈（评价人看得到）", _plain),
    "call": Kind(
        call_back_rating, "回访", "登记回访结果", "回访情况",
        lambda no, words, told: CallBack(On(no), words, result=told.get("result", "")), "result", CALLS,
    ),
    "judge": Kind(
        judge_rating, "认定", "登记认定结果", "认定理由",
        lambda no, words, told: RatingJudgement(On(no), words, aside=told.get("aside") == "yes"),
        "aside", (("no", "不予剔除，继续整改"), ("yes", "予以剔除，不计入统计")),
    ),
    "extend": Kind(extend_rating, "延长整改期限", "延长", "理由", _plain),
    "challenge": Kind(
        challenge_rating, "申请剔除", "申请剔除", "事实和理由，由中心另一名人员认定",
        lambda no, words, told: RatingChallenge(On(no), words, ground=told.get("ground", "")), "ground", GROUNDS,
    ),
    "show": Kind(show_rating, "公示文字", "公示", "隐去姓名、电话、住址等个人信息以后公示", _plain),
}  # fmt: skip


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the rating, or take a step."""
    case = read_case(no, request.officer, request.directory)
    if not may_see_by_post(request.officer, place_of(case)):
        raise NotFound(no)
    row = rating_of(case.region_code, case.id)
    if row is None or not sees_who_rated(request.officer.user_id, row.clerk_id, row.loop):
        raise NotFound(no)
    if request.method == "GET":
        return _show(request, row, case)
    kind = KINDS.get(request.POST.get("do", "")) or KINDS["verify"]
    try:
        perform(request, kind.act, kind.wish(case.no, request.POST.get("words", "")[:2000], request.POST))
    except Refused as refused:
        return _show(request, row, case, refusal(refused, request.today))
    results.done(request, f"{kind.title}已登记 {case.no}。")
    return HttpResponseRedirect(f"/feedback/ratings/{case.no}/")


def _show(request: HttpRequest, row: Rating, case: CaseFile, refused: Refusal | None = None) -> HttpResponse:
    names, departments = request.directory.names, request.directory.departments
    unseen = bool(row.words and not row.shown)
    found = [one for one in offers(KINDS, case, case.no, request) if one.name != "show" or unseen]
    context = {
        "row": row,
        "case": case,
        "item": version_of(case.item_version_id).item,
        "channel": RatingChannel(row.channel).label if row.channel in RatingChannel.values else row.channel,
        "department": departments.get(row.department_id),
        "window": request.directory.windows.get(row.window_id),
        "clerk": names.get(row.clerk_id, ""),
        "late": row.due_on is not None and row.due_on < request.today,
        "steps": [
            (step, STEPS.get(step.kind, step.kind), RESULTS.get(step.result, ""), names.get(step.officer_id, ""))
            for step in steps_of(case.region_code, case.id)
        ],
        "offers": found,
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }
    return render(request, "office/feedback/rating.html", nav.around(request) | context, status=422 if refused else 200)
