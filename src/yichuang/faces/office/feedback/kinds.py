"""The steps on a concern (诉求办理的步骤), as the page offers them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

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
from yichuang.faces.office.feedback.linking import id_of, item_of, target_of
from yichuang.faces.office.feedback.steps import CALLS, Kind

RESULTS = dict((*CALLS, ("late", "逾期答复")))


def _plain(no: str, words: str, told: Any) -> OnConcern:
    return OnConcern(no, words)


def _to(told: Any) -> dict[str, UUID | None]:
    return target_of(told.get("to", ""))


KINDS: dict[str, Kind] = {
    "accept": Kind(
        accept_concern, "受理", "受理", "给投诉人的说明（选填）",
        lambda no, words, told: Acceptance(
            no, words, department_id=_to(told)["department_id"], person_id=id_of(told.get("person", "")),
            unidentified=told.get("person") == "nobody",
        ), "to",
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
