"""Amounts of money (金额): stored as whole fen, shown as yuan."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def yuan(fen: int | None) -> str:
    """{{ fee.amount|yuan }}: 12,000.50 元."""
    return "" if fen is None else f"{fen // 100:,}.{fen % 100:02d} 元"
