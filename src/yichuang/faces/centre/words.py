"""The words of this face (监察用词)."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.rules.facts import FactKind
from yichuang.rules.lapses import LapseKind
from yichuang.rules.transitions import TABLE

LAPSES: Mapping[LapseKind, str] = {
    LapseKind.ANSWER: "逾期未告知",
    LapseKind.PROMISE: "超过承诺期限",
    LapseKind.DECISION: "超过法定期限",
    LapseKind.DELIVERY: "逾期未送达",
}
FACTS: Mapping[str, str] = {
    FactKind.RECEIVED: "收件",
    FactKind.CORRECTION_NOTIFIED: "一次性告知补正",
    FactKind.SUPPLEMENTED: "补正材料收齐",
    FactKind.ACCEPTED: "受理",
    FactKind.NOT_ACCEPTED: "不受理",
    FactKind.PAUSED: "中止",
    FactKind.RESUMED: "恢复",
    FactKind.EXTENDED: "延期",
    FactKind.DECIDED: "决定",
    FactKind.WITHDRAWN: "撤回",
    FactKind.CLOSED: "办结",
}
VERBS: Mapping[str, str] = {row.verb: row.words for row in reversed(TABLE)}

FINDINGS: Mapping[str, str] = {
    "trigger_missing": "账目表的防改触发器不在",
    "chain_gap": "序号不连续",
    "chain_broken": "与上一条接不上",
    "entry_changed": "内容与哈希不符，被改动过",
    "time_runs_back": "入账时间早于上一条",
    "payload_missing": "附带内容缺失",
    "payload_changed": "附带内容与摘要不符，被改动过",
    "row_missing": "账目记了，记录不在",
    "erasure_unfinished": "已记依规清除，内容还在",
    "row_unexplained": "没有账目的记录",
    "draw_differs": "抽取结果与检查点不符",
    "column_differs": "存储值与账目不符",
    "unlawful_step": "不合法的流转",
    "date_differs": "日期与重新推算不符",
    "number_gap": "编号不连续或重复",
    "counter_differs": "计数器与账目不符",
    "entry_unreadable": "账目无法读取",
    "money_differs": "缴费与收款不符",
    "leaf_gap": "存证位置不连续",
    "leaf_differs": "账目与它的存证叶不符",
    "root_differs": "存证树与签过的检查点不符",
    "head_differs": "存证树头与叶不符",
}


def verb_words(verb: str) -> str:
    """Return an act in Chinese."""
    return VERBS.get(verb, verb)
