"""The steps on a bad rating (差评整改的步骤), as the page offers them."""

from __future__ import annotations

from typing import Any

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
from yichuang.faces.office.feedback.steps import CALLS, Kind

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
