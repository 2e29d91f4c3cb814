"""Tags of statistics: every number is the link to its cases."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yichuang.faces.centre.statistics.asked import Asked
from yichuang.faces.common.casework.clock_rows import cited as words_of
from yichuang.records.statistics.board import Board, Number, Part

register = template.Library()


@register.simple_tag
def behind(asked: Asked, one: Number, key: str = "") -> str:
    """Return the address of the cases above the line of a figure; of the registers, where it has none."""
    part = one.over[0]
    return f"/centre/statistics/cases/?{asked.query(of=part.measure, key=key)}" if part.listed else _registers(asked)


@register.simple_tag
def number(asked: Asked, part: Part, shown: str = "", key: str = "") -> SafeString:
    """Return a sum as a link to its cases."""
    words = shown or f"{part.amount:,}"
    address = f"/centre/statistics/cases/?{asked.query(of=part.measure, key=key)}" if part.listed else _registers(asked)
    return format_html('<a class="num" href="{}">{}</a>', address, words)


@register.simple_tag
def figure_of(board: Board, name: str) -> Number:
    """Return a figure of a board by its name."""
    return board.number(name)


@register.simple_tag
def cited(basis: str) -> str:
    """Return the articles in words."""
    return words_of(basis)


def _registers(asked: Asked) -> str:
    return f"/centre/statistics/registers/?{asked.query()}"
