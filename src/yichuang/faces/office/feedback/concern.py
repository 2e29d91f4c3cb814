"""/feedback/concerns/<no>/: one concern, what was done, and the next step; who spoke is masked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.concerns.accept import Acceptance, accept_concern
from yichuang.acts.concerns.acknowledge import acknowledge_concern
from yichuang.acts.concerns.answer import answer_concern
from yichuang.acts.concerns.call_back import ConcernCall, call_back_concern
from yichuang.acts.concerns.extend import extend_concern
from yichuang.acts.concerns.hand_back import hand_back_concern
from yichuang.acts.concerns.link import ConcernLink, link_concern
from yichuang.acts.concerns.propose import Publication, propose_publication
from yichuang.acts.concerns.publish import publish_answer
from yichuang.acts.concerns.refer import Referral, refer_concern
from yichuang.acts.concerns.refuse import refuse_concern
from yichuang.acts.concerns.reopen import reopen_concern
from yichuang.acts.concerns.steps import OnConcern
from yichuang.faces.common import nav, results
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.linking import item_of, places, target_of
from yichuang.faces.office.feedback.rating import CALLS
from yichuang.faces.office.feedback.steps import WHO, Kind, offers
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.access import concern_for, steps_of_concern
from yichuang.records.feedback.concerns import who_spoke
from yichuang.records.feedback.models import Concern
from yichuang.rules.feedback.concerns import MOVES
from yichuang.rules.masking import mask_name, mask_phone
from yichuang.rules.verdict import Refused

RESULTS = dict((*CALLS, ("late", "逾期答复")))


def _plain(no: str, words: str, told: Any) -> OnConcern:
    return OnConcern(no, words)


def _to(told: Any) -> dict[str, UUID | None]:
    return target_of(told.get("to", ""))


KINDS: dict[str, Kind] = {
    "accept": Kind(
        accept_concern, "受理", "受理", "给投诉人的说明（选填）",
        lambda no, words, told: Acceptance(no, words, department_id=_to(told)["department_id"]), "to",
    ),
    "refuse": Kind(refuse_concern, "不予受理", "不予受理", "理由（投诉人看得到）", _plain),
    "acknowledge": Kind(acknowledge_concern, "接办", "接办", "说明（选填）", _plain),
    "answer": Kind(answer_concern, "答复", "答复", "答复（提出人看得到）", _plain),
    "call": Kind(
        call_back_concern, "回访", "登记回访结果", "回访情况",
        lambda no, words, told: ConcernCall(no, words, result=told.get("result", "")), "result", CALLS,
    ),
    "refer": Kind(
        refer_concern, "首问转办", "转办", "为什么转给那里；接办以前由首问窗口跟踪",
        lambda no, words, told: Referral(no, words, **_to(told)), "to",
    ),
    "extend": Kind(extend_concern, "延长期限", "延长", "理由", _plain),
    "reopen": Kind(reopen_concern, "再次办理", "再次办理", "提出人不满意的理由", _plain),
    "hand_back": Kind(hand_back_concern, "退回热线", "退回", "理由（回传热线）", _plain),
    "link": Kind(
        link_concern, "关联", "关联", "说明（选填）",
        lambda no, words, told: ConcernLink(
            no, words, item_id=item_of(told.get("item", "")), case_no=told.get("case_no", ""),
            about_no=told.get("about_no", ""),
        ), "link",
    ),
    "propose": Kind(
        propose_publication, "提请公开问答", "提请公开", "公开的答复，不带个人信息",
        lambda no, words, told: Publication(no, words, question=told.get("question", words)), "question",
    ),
    "publish": Kind(publish_answer, "公开问答", "公开", "核对意见（选填）", _plain),
}  # fmt: skip


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the concern, or take a step."""
    row = concern_for(no, request.officer, request.directory)
    if row.owner_id == request.officer.user_id and row.owner_id is not None:
        raise NotFound(no)  # one's own is read on the public pages
    if request.method == "GET":
        return _show(request, row)
    kind = KINDS.get(request.POST.get("do", "")) or KINDS["answer"]
    try:
        perform(request, kind.act, kind.wish(row.no, request.POST.get("words", "")[:2000], request.POST))
    except Refused as refused:
        return _show(request, row, refusal(refused, request.today))
    results.done(request, f"{kind.title}已登记 {row.no}。")
    return HttpResponseRedirect(f"/feedback/concerns/{row.no}/")


def _show(request: HttpRequest, row: Concern, refused: Refusal | None = None) -> HttpResponse:
    directory = request.directory
    name, phone = who_spoke(row)
    context = {
        "row": row,
        "item": row.item,
        "name": mask_name(name) if name else "",
        "phone": mask_phone(phone) if phone else "",
        "department": directory.departments.get(row.department_id),
        "window": directory.windows.get(row.window_id),
        "person": directory.names.get(row.person_id, ""),
        "late": row.due_on is not None and row.due_on < request.today,
        "steps": [
            (
                step, MOVES[step.verb].words if step.verb in MOVES else "提出", RESULTS.get(step.result, ""),
                directory.names.get(step.officer_id, ""), directory.departments.get(step.department_id),
                directory.windows.get(step.window_id),
            )
            for step in steps_of_concern(row)
        ],
        "offers": list(offers(KINDS, row, row.no, request)),
        "places": places(request, row.region_code),
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }  # fmt: skip
    return render(
        request, "office/feedback/concern.html", nav.around(request) | context, status=422 if refused else 200
    )
