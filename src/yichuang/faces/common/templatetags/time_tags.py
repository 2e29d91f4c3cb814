"""Time as it is seen: the day strip, the flow chart, dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yichuang.faces.common import dates
from yichuang.faces.common.flow import flow_down, flow_wide, in_words
from yichuang.faces.common.strips import Strip

register = template.Library()


@register.inclusion_tag("common/part/days.html")
def day_strip(strip: Strip, size: str = "", hidden: bool = False) -> dict[str, Any]:
    """{% day_strip strip "mini" %}: 日格; sizes long, mini; hidden=True where its words stand beside."""
    return {"strip": strip, "size": size, "hidden": hidden}


@register.inclusion_tag("common/part/segs.html")
def day_parts(strip: Strip) -> dict[str, Any]:
    """{% day_parts strip %}: 日格 with a caption under each part."""
    return {"strip": strip}


@register.inclusion_tag("common/part/legend.html")
def legend(*keys: str) -> dict[str, Any]:
    """{% legend %}, or {% legend "d" "p" "l" %}: what the cells mean."""
    words = {"d": "已用", "p": "暂停", "t": "今天", "l": "剩余", "e": "延长", "o": "超时", "h": "休息"}
    return {"entries": [(key, words[key]) for key in keys or ("d", "p", "t", "l", "o")]}


@register.inclusion_tag("common/part/flow.html")
def flow_chart(stages: Sequence[Any], title: str = "办理流程图") -> dict[str, Any]:
    """{% flow_chart stages %}: the flow chart of an item, wide and narrow, from flow.Stage or its like."""
    return {"flows": [flow_wide(stages), flow_down(stages)], "title": title, "words": in_words(stages)}


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | datetime | None, year: bool = False) -> SafeString:
    """{% day case.due_on %}: <time>11-30 周一</time>, with the year when it is not this year's."""
    if not value:
        return SafeString("")
    words = dates.short_day(value, None if year else context.get("today"))
    return format_html('<time datetime="{}">{}</time>', dates.civil(value).isoformat(), words)


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime | None) -> SafeString:
    """{% moment entry.at %}: 今天 15:20, 11-24 08:30."""
    if not value:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), dates.moment(value, context.get("today")))


@register.filter(name="day")
def day_filter(value: date | datetime | None, today: date | None = None) -> str:
    """{{ due|day:today }}: 11-30 周一; without argument always with the year."""
    return dates.short_day(value, today) if value else ""


@register.filter
def full_day(value: date | datetime | None) -> str:
    """{{ on|full_day }}: 2026年11月30日."""
    return dates.full_day(value) if value else ""
