"""Words of refusals about supervision (监察)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "no_alert": ("这件办件没有这项异常", "请从异常列表重新打开"),
    "alert_cleared": ("这项异常已经核销", "请刷新页面查看"),
    "urged_already": ("已经催办过，答复期限到 {answer_by}", "请等答复期满再催办，或者发给黄牌"),
    "card_colour": ("没有选黄牌还是红牌", "请选一种再提交"),
    "carded_already": ("已经发过这种牌，仍然有效", "请等答复和复核"),
    "yellow_first": ("还没有发过黄牌，不能直接发红牌", "请先发给黄牌"),
    "appeal_open": ("被督办单位申请了复核，还没有结果", "请先复核"),
    "nothing_to_answer": ("没有等您答复的催办或者督办", "请刷新页面，看是否已经答复"),
    "not_addressed": ("这份通知不是发给您的部门的", "请由被通知的单位答复"),
    "appeal_no_card": ("催办不能申请复核，只能答复", "请写明办理情况，作为答复提交"),
    "appeal_late": ("申请复核的期限到 {answer_by}，已经过了", "可以答复，写明情况"),
    "no_appeal": ("没有等复核的申请", "请刷新页面查看"),
    "settled_by_issuer": ("牌是您发的，不能由您自己复核", "请交给另一名监察人员或者中心管理员"),
    "card_stands": ("发过的牌仍然有效，不能核销", "经复核撤销以后才能核销"),
    "no_red_card": ("没有有效的红牌，不能登记责任追究", "请先按程序发给黄牌、红牌"),
    "answer_runs": ("答复期限到 {answer_by}，还没有届满", "请等答复，或者期满以后再办"),
    "accounted_already": ("已经登记过责任追究", "请刷新页面查看"),
    "sanction_unknown": ("没有选追究方式", "请选一种再提交"),
    "measure_reason_missing": ("没有写内容", "请写明要求、理由或者情况再提交"),
}
