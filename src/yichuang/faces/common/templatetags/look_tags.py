"""Small things: icons, kinds, lights, tags, masked words."""

from __future__ import annotations

import json

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yichuang.faces.common import labels
from yichuang.faces.common.access import opens
from yichuang.faces.common.casework.result_words import result_words
from yichuang.rules import masking

register = template.Library()

_MASKS = {
    "name": masking.mask_name,
    "phone": masking.mask_phone,
    "id": masking.mask_identity_number,
    "address": masking.mask_address,
}


@register.filter(name="opens")
def door(request: object, url: str) -> bool:
    """{% if request|opens:"/staff/leave/" %}: show a link only to who may enter its page."""
    return isinstance(request, HttpRequest) and opens(request, url)


@register.filter
def granting(power: str) -> str:
    """{{ item.power_kind|granting }}: 准予许可, where the item is no licence 予以办理."""
    return result_words(power)[0]


@register.filter
def denying(power: str) -> str:
    """{{ item.power_kind|denying }}: 不予许可 or 不予办理."""
    return result_words(power)[1]


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """{% icon "search" %}: decorative. {% icon "search" "搜索" %}: a lone icon with its name."""
    href = f"{static('yichuang/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="ic" role="img" aria-label="{}"><use href="{}"/></svg>', label, href)
    return format_html('<svg class="ic" aria-hidden="true"><use href="{}"/></svg>', href)


@register.simple_tag
def kind(value: str, short: bool = False) -> SafeString:
    """{% kind case.kind %} 承诺件; {% kind case.kind short=True %} 承, for dense tables."""
    css, word, character = labels.KINDS[str(value)]
    if short:
        return format_html('<span class="kind c {}" title="{}">{}</span>', css, word, character)
    return format_html('<span class="kind {}">{}</span>', css, word)


@register.simple_tag
def tag(words: str, css: str = "") -> SafeString:
    """{% tag "免提交" "ok" %}: a property of a thing (ok warn gap bad gold), never a light."""
    return format_html('<span class="tag {}">{}</span>', css, words)


@register.simple_tag
def light(value: str, remaining: int | None = None, word: str = "", unit: str = "日") -> SafeString:
    """{% light row.light row.remaining %}: shape, word, colour, number; word="审查中": 审查中 · 剩 3 日."""
    drawn = labels.light_words(value, remaining, unit=unit)
    number = drawn.words if remaining is not None or not word else ""
    words = " · ".join(part for part in (word, number) if part)
    return format_html('<span class="light {}">{}</span>', drawn.css, words)


@register.simple_tag
def cmp(promised: int, statutory: int) -> SafeString:
    """{% cmp 8 45 %}: a bar of promised beside statutory working days."""
    width = 104 if not statutory else min(104, max(3, round(104 * promised / statutory)))
    words = f"承诺 {promised} 个工作日，法定 {statutory} 个工作日"
    return format_html(
        '<svg class="cmp" viewBox="0 0 104 6" role="img" aria-label="{}">'
        '<rect class="bg" width="104" height="6" rx="3"/>'
        '<rect class="on" width="{}" height="6" rx="3"/></svg>',
        words,
        width,
    )


@register.filter
def masked(value: str | None, what: str = "name") -> str:
    """{{ name|masked:"name" }}: name, phone, id or address, by the one masking rule."""
    return _MASKS[what](value) if value else ""


@register.filter
def size_words(size: int | None) -> str:
    """{{ bytes|size_words }}: 3.1 MB, 512 KB."""
    if size is None:
        return ""
    return f"{size / 1048576:.1f} MB" if size >= 1048576 else f"{max(1, round(size / 1024))} KB"


@register.filter
def flash_links(extra: str) -> list[dict[str, str]]:
    """The links of a result line: see messages.done()."""
    try:
        links = json.loads(extra) if extra else []
    except ValueError:
        return []
    return [link for link in links if isinstance(link, dict)]
