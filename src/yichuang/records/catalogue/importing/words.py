"""The closed lists of a guide in Chinese, and the codes they become (指南用词)."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.records.catalogue.models import CaseKind, PowerKind

UNITS: Mapping[str, str] = {"工作日": "working_day", "日": "calendar_day", "个月": "month"}
CASE_KINDS: Mapping[str, CaseKind] = {
    "即办件": CaseKind.INSTANT,
    "承诺件": CaseKind.PROMISED,
    "联办件": CaseKind.JOINT,
    "上报件": CaseKind.UPWARD,
}
POWER_KINDS: Mapping[str, PowerKind] = {
    "行政许可": PowerKind.LICENCE,
    "行政处罚": PowerKind.PENALTY,
    "行政给付": PowerKind.PAYMENT,
    "行政确认": PowerKind.CONFIRMATION,
    "备案": PowerKind.OTHER,
    "公共服务": PowerKind.SERVICE,
}

# The first word found decides: the kind of a stage, of a special procedure.
STAGE_KINDS: Mapping[str, str] = {
    "核准": "verification",
    "决定": "decision",
    "登簿": "decision",
    "制证": "decision",
    "制卡": "decision",
    "结论": "decision",
    "发证": "decision",
    "审批与公布": "decision",
    "受理": "acceptance",
    "审查": "review",
    "审核": "review",
    "上报": "review",
}
PROCEDURE_KINDS: Mapping[str, str] = {
    "听证": "hearing",
    "专家评审": "expert_review",
    "技术评审": "expert_review",
    "核查": "site_visit",
    "踏勘": "site_visit",
    "公示": "public_notice",
    "检验": "inspection",
    "检测": "testing",
    "检疫": "quarantine",
    "鉴定": "appraisal",
    "测绘": "survey",
    "招标": "tender",
    "拍卖": "auction",
    "延长": "extension",
    "意见": "consultation",
    "中止": "dispute",
    "整改": "rectification",
    "制卡": "card_making",
    "信息核对": "information_check",
}
HANDLING_FORMS: Mapping[str, str] = {
    "1": "窗口",
    "2": "网上（电脑端）",
    "3": "网上（移动端）",
    "4": "快递申请",
    "9": "其他",
}


def first_word(words: str, table: Mapping[str, str], otherwise: str = "") -> str:
    """Return the code of the first word of the table that stands in `words`."""
    return next((code for word, code in table.items() if word in words), otherwise)
