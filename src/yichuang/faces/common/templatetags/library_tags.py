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
