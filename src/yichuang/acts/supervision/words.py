"""What is found in words (异常用语): the name of each rule, and its facts in one sentence for the papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yichuang.records.cases.models import StageKind
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.supervision.history import RuleKind
from yichuang.rules.transitions import TABLE

RULES: Mapping[str, str] = {
    RuleKind.NEAR_DUE: "临近期限",
    RuleKind.ANSWER_LATE: "逾期未告知是否受理",
    RuleKind.PROMISE_LATE: "超过承诺期限",
    RuleKind.DECISION_LATE: "超过法定期限",
    RuleKind.STEP_LATE: "环节超时",
    RuleKind.DELIVERY_LATE: "逾期未送达",
    RuleKind.OUT_OF_ORDER: "逆程序",
    RuleKind.OUTSIDE: "体外循环",
    RuleKind.OVER_AUTHORITY: "超权限",
    RuleKind.ONE_PERSON: "审、核同一人",
    RuleKind.NO_NOTICE: "未书面一次性告知",
    RuleKind.SECOND_NOTICE: "再次要求补正",
    RuleKind.NO_REASONS: "不予办理未出具载明理由的文书",
    RuleKind.PAUSE_UNFOUNDED: "中止没有规定的事由",
    RuleKind.PAUSE_LONG: "中止时间过长",
    RuleKind.BAD_RATING: "差评逾期未反馈",
}
GROUPS: Mapping[str, tuple[str, ...]] = {  # 监督检查重点 and what goes with it
    "overdue": ("answer_late", "promise_late", "decision_late", "step_late", "delivery_late"),
    "near": ("near_due",),
    "order": ("out_of_order", "outside", "pause_unfounded", "pause_long"),
    "authority": ("over_authority", "one_person"),
    "telling": ("no_notice", "second_notice", "no_reasons"),
    "rating": ("bad_rating",),
}
GROUP_WORDS: Mapping[str, str] = {
    "overdue": "超时限", "near": "临期", "order": "逆程序", "authority": "超权限", "telling": "告知",
    "rating": "好差评",
}  # fmt: skip
SANCTIONS: Mapping[str, str] = {
    "correct": "责令改正",
    "talk": "约谈",
    "criticise": "通报批评",
    "transfer": "移送有权机关处理",
}
_VERBS: Mapping[str, str] = {row.verb: row.words for row in reversed(TABLE)}
_WHY: Mapping[str, str] = {
    "no_post": "没有以任何岗位签署",
    "not_held": "签署时不在所用的岗位上",
    "role": "所用的岗位没有这项职责",
    "signer": "所用的岗位不够签发层级",
    "department": "不是承办或者参与的部门",
    "lead_only": "中止、恢复只能由主办部门作出",
}

_SENDING: Mapping[str, str] = {"hand_over": "受理材料移交承办部门", "letter": "发出征求意见函"}


def facts_of(rule: str, evidence: Mapping[str, Any], on: date, ended_on: date | None) -> str:
    """Return the facts of an alert in one sentence without its full stop."""
    told = [_what(rule, evidence, on)]
    if rule in (*GROUPS["overdue"], *GROUPS["rating"]):
        told.append(f"{_day(ended_on)}才了结" if ended_on else "至今没有办")
    return "，".join(part for part in told if part)


def _what(rule: str, evidence: Mapping[str, Any], on: date) -> str:
    due = _day(date.fromisoformat(evidence["due"])) if "due" in evidence else ""
    if rule == RuleKind.NEAR_DUE:
        return f"{_day(on)}进入预警，期限到{due}"
    if rule == RuleKind.STEP_LATE:
        return _late_step(str(evidence["step"]), due, noon=evidence.get("until") == "noon")
    if rule == RuleKind.BAD_RATING:
        return f"差评整改、反馈的期限到{due}"
    if rule in GROUPS["overdue"]:
        return f"期限到{due}"
    if "pause" in evidence:
        since = _day(date.fromisoformat(evidence["since"]))
        return f"{since}以“{name_of(evidence['pause'])}”中止计时" + (f"，到{due}已超过监察门槛" if due else "")
    verb = _VERBS.get(str(evidence.get("verb", "")), "")
    why = _WHY.get(str(evidence.get("why", "")), "")
    return f"账目第{evidence.get('seq', '')}条“{verb}”（{_day(on)}）" + (f"：{why}" if why else "")


def _late_step(step: str, due: str, *, noon: bool) -> str:
    """Return the words of a step and its last day; sending a file or a letter is no stage of its own."""
    if step in _SENDING:
        return f"{_SENDING[step]}的期限到{due}{'上午' if noon else ''}"
    return f"{StageKind(step).label}环节期限到{due}"


def _day(on: date | None) -> str:
    return f"{on.year}年{on.month}月{on.day}日" if on else ""
