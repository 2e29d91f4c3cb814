"""A certificate that stands for a material (免提交): how it stands at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yichuang.faces.common.visitors.verifying import state_of, words_of
from yichuang.records.certificates.reusing import used
from yichuang.rules.library.trust import LEVELS, level_of, seen

register = template.Library()


@register.simple_tag(takes_context=True)
def from_library(context: Context, file: Mapping[str, Any]) -> SafeString | str:
    """{% from_library file %}: nothing for an upload; else that it comes from the library, and its state now."""
    row = used(file) if file.get("certificate") else None
    if row is None:
        return ""
    state = state_of(row, context["request"])
    now = "现在有效" if state == "valid" else f"现在{words_of(state)}"
    return format_html(
        ' <span class="tag ok">证照库 免提交</span> <span class="tag {}">{}</span> '
        '<a class="xs" href="/verify/{}/">{}</a>',
        "ok" if state == "valid" else "bad", now, row.verify_token, row.no,
    )  # fmt: skip


@register.simple_tag
def trust_level(file: Mapping[str, Any], row: Any) -> SafeString:
    """{% trust_level file row %}: how far a file of a material can be relied on (可信等级), in words."""
    level = level_of(file, original_seen=seen(row.verdict, row.originals))
    case = format_html("（沿用 {}）", file.get("from_case")) if file.get("from_case") else ""
    tone = "warn" if level == "C" else "ok"
    return format_html(' <span class="tag {}">{} 级</span> {}{}', tone, level, LEVELS[level], case)
