"""From what a browser posts to typed answers (读取填写内容). Says which words it could not read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from yichuang.faces.common.forms.spec import FieldSpec

YES, NO = "yes", "no"
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DIGITS_MAX = 30


class Unreadable(ValueError):
    """The words are not of the field's type."""


def posted(post: Mapping[str, Any], field: FieldSpec) -> list[str]:
    """Return the words posted for a field, cleaned; [] when nothing was."""
    many = post.getlist(field.name) if hasattr(post, "getlist") else post.get(field.name, [])
    words = [many] if isinstance(many, str) else [str(one) for one in many]
    return [text for text in (_clean(word) for word in words) if text]


def read(words: list[str], field: FieldSpec) -> Any:
    """Return the typed answer, None when the field was left empty.  Raises: Unreadable."""
    if not words:
        return None
    if field.type == "enums":
        return [_choice(word, field) for word in dict.fromkeys(words)]
    if field.type == "lines":
        return [line.strip() for line in words[-1].splitlines() if line.strip()] or None
    return _READERS[field.type](words[-1], field)


def as_posted(value: Any) -> list[str]:
    """Return a typed answer as the words that a browser would post: to show it again."""
    if value is None or value == "":
        return []
    if isinstance(value, bool):
        return [YES if value else NO]
    if isinstance(value, list):
        return [str(one) for one in value]
    return [value.isoformat() if isinstance(value, date) else _plain(value)]


def _plain(value: Any) -> str:
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)


def _clean(word: str) -> str:
    return _CONTROL.sub("", word.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _text(word: str, _field: FieldSpec) -> str:
    return word


def _number(word: str, _field: FieldSpec) -> int | float:
    plain = word.translate(_HALF_WIDTH).replace(",", "").replace(" ", "")
    if len(plain) > _DIGITS_MAX or not re.fullmatch(r"[+-]?\d+(\.\d+)?", plain):
        raise Unreadable(word)
    try:
        value = Decimal(plain)
    except InvalidOperation as broken:
        raise Unreadable(word) from broken
    return int(value) if value == value.to_integral_value() and "." not in plain else float(value)


def _integer(word: str, field: FieldSpec) -> int:
    value = _number(word, field)
    if isinstance(value, float):
        raise Unreadable(word)
    return value


def _date(word: str, _field: FieldSpec) -> str:
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", word.translate(_HALF_WIDTH))
    if not found:
        raise Unreadable(word)
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError as no_day:
        raise Unreadable(word) from no_day


def _boolean(word: str, _field: FieldSpec) -> bool:
    if word not in (YES, NO):
        raise Unreadable(word)
    return word == YES


def _choice(word: str, field: FieldSpec) -> Any:
    for choice in field.choices:
        if str(choice) == word:
            return choice
    raise Unreadable(word)


_READERS = {
    "string": _text,
    "text": _text,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "date": _date,
    "enum": _choice,
}
