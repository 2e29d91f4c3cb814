"""Amounts of money (金额): stored as whole fen, shown as yuan."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def yuan(fen: int | None) -> str:
    """{{ fee.amount|yuan }}: 12,000.50 元."""
    if fen is None:
        return ""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100:,}.{abs(fen) % 100:02d} 元"


_SURPLUS = {
    "after_lapse": "逾期处理后才到账",
    "after_due": "缴费期限过后才付款",
    "paid_before": "重复支付",
    "not_owed": "没有应缴的费用",
    "amount_differs": "金额不符",
    "case_unknown": "没有这件办件",
    "checkout_unknown": "没有这张支付单",
    "checkout_amount": "金额与支付单不符",
}


@register.filter
def surplus_words(why: str) -> str:
    """{{ row.why|surplus_words }}: why money settles nothing."""
    return _SURPLUS.get(why, why)
