"""Papers of fees, outstanding materials, promises and filings, as the acts freeze them."""

from typing import Any

_CALENDAR_DAYS = {"number": 30, "unit": "calendar_day"}


def special_fields(remedies: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the fields of each kind."""
    return {
        "tolerance": {
            "missing": ["与第三者利害关系的相关说明", "授权委托书"], "until": "2026-12-09", "term": _CALENDAR_DAYS,
            "effect": "withhold", "early": False, "until_provisional": False,
        },
        "undertaking": {
            "signer": "赵文", "text": ["已符合取水条件", "所填信息真实"], "spared": ["水质检测报告"],
            "consequence": "三十个工作日内现场核查",
        },
        "fee_notice": {
            "fees": [{"name": "水资源费", "amount": 1200050, "basis": "《取水许可和水资源费征收管理条例》第二十八条"}],
            "total": 1200050, "term": _CALENDAR_DAYS, "pay_by": "2026-12-09", "pay_by_provisional": False,
            "effect": "denied", "before": "decision",
        },
        "filed": {},
        "not_filed": {"missing": ["安全评价报告：没有盖章", "应急预案：缺少演练记录"], **remedies},
        "lapsed": {
            "reason": "授权委托书逾期没有补齐", "effect": "withhold", "recover": False, "until": "2026-11-08",
            **remedies,
        },
    }  # fmt: skip
