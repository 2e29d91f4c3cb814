"""What guides and the wizard tell of an item's levels: ways of handling, who answers for it, who is eligible."""

from __future__ import annotations

from typing import Any

from django import template

from yichuang.faces.common.dates import full_day
from yichuang.law.book import book
from yichuang.records.catalogue.levels import Mode, modes_of
from yichuang.rules.levels.delegation import NONE, liable
from yichuang.rules.levels.eligibility import conditions_of

register = template.Library()


@register.simple_tag
def handling_modes(version: Any) -> tuple[Mode, ...]:
    """{% handling_modes version as modes %}: the ways in which the item is handled (办理方式), each with its route."""
    return modes_of(version)


@register.simple_tag
def eligibility(version: Any) -> list[tuple[str, str]]:
    """{% eligibility version as rows %}: conditions that are checked when an application enters, with their source."""
    return [(condition.words, book().cite(condition.basis)) for condition in conditions_of(version.eligibility or ())]


@register.simple_tag
def delegation(item: Any) -> list[tuple[str, str]]:
    """{% delegation item as rows %}: by whom the item was devolved or entrusted, until when, who answers for it."""
    held = item.delegation
    if held.kind == NONE:
        return []
    until = f"，到{full_day(held.until)}止" if held.until else ""
    since = f"自{full_day(held.since)}起{until}" if held.since else ""
    told = [
        ("实施方式", f"{held.delegator}{item.get_delegation_kind_display()}{item.department.name}实施"),
        ("委托协议", held.agreement),
        ("期限", since),
        ("法律责任", f"由{liable(held, item.department.name)}承担"),
    ]
    return [(label, words) for label, words in told if words]
