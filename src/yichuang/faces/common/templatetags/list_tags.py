"""Menus, pages of a list, addresses that keep the list's state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from yichuang.faces.common import nav

register = template.Library()


@register.inclusion_tag("common/part/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """{% pager page %}: pages of a list; keeps every other part of the query string."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "numbers": list(numbers), "query": query.urlencode()}


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """{% query light="red" page=None %}: this list's address with these changes; None takes a part away."""
    parts = context["request"].GET.copy()
    for name, value in changes.items():
        parts.pop(name, None)
        if value not in (None, ""):
            parts[name] = str(value)
    return f"?{parts.urlencode()}"


@register.simple_tag(takes_context=True)
def nav_links(context: Context, links: Sequence[nav.Link]) -> SafeString:
    """{% nav_links nav_public %}: the links of a menu, the current one marked."""
    request = context.get("request")
    here = nav.current(list(links), request.path, request.GET) if request else None
    return format_html_join(
        "",
        '<a href="{}"{}>{}</a>',
        ((n.url, SafeString(' aria-current="page"') if n is here else "", n.label) for n in links),
    )


@register.inclusion_tag("common/frame/side.html", takes_context=True)
def nav_side(context: Context, groups: Sequence[nav.Group]) -> dict[str, Any]:
    """{% nav_side nav_staff %}: the staff menu with the page's `nav_counts`."""
    counts: Mapping[str, int] = context.get("nav_counts") or {}
    every = [link for group in groups for link in group.links]
    request = context.get("request")
    here = nav.current(every, request.path, request.GET) if request else None
    rows = [(group.title, [(link, counts.get(link.key), link is here) for link in group.links]) for group in groups]
    return {"rows": rows}


@register.filter
def replace_section(url: str, key: str) -> str:
    """Return an address with the word SECTION replaced by the key of a section."""
    return url.replace("SECTION", key)
