"""The Chinese words of closed lists that have no model of their own (界面用词)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KINDS: Mapping[str, tuple[str, str, str]] = {  # css class, word, one character
    "instant": ("ji", "即办件", "即"),
    "promised": ("cn", "承诺件", "承"),
    "joint": ("lb", "联办件", "联"),
    "upward": ("sb", "上报件", "报"),
}

UNITS: Mapping[str, str] = {
    "working_day": "个工作日",
    "calendar_day": "日",
    "hour": "小时",
    "month": "个月",
    "year": "年",
}

LIGHTS: Mapping[str, str] = {
    "green": "正常",
    "yellow": "临期",
    "red": "超时",
    "pause": "暂停",
    "done": "办结",
    "no": "不同意",
}


@dataclass(frozen=True, slots=True)
class LightWords:
    """A light as it is drawn: css class and visible words."""

    css: str
    words: str


def light_words(light: str, remaining: int | None = None, *, unit: str = "日") -> LightWords:
    """Return shape, word and number of a light: 剩 3 日, 今天到期, 超 1 日, 暂停, 办结."""
    css = str(light)
    if css in {"green", "yellow", "red"} and remaining is not None:
        return LightWords(css, left_words(remaining, unit))
    return LightWords(css, LIGHTS.get(css, css))


def left_words(remaining: int, unit: str = "日") -> str:
    """Return 剩 3 日, 今天到期 or 超 1 日."""
    if remaining == 0:
        return "今天到期"
    return f"剩 {remaining} {unit}" if remaining > 0 else f"超 {-remaining} {unit}"


def term_words(number: int, unit: str) -> str:
    """Return 20 个工作日, 6 个月, 60 日."""
    return f"{number} {UNITS.get(str(unit), str(unit))}"
