"""Reading what was sent (读请求): JSON that every database can store, and pydantic's complaints in Chinese."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from yichuang.faces.api.problems import FieldProblem

_DEEPEST = 20
_LARGEST, _DIGITS = 10**15, 17
_TOO_LARGE = "有一个数的绝对值超过一千万亿（10 的 15 次方）"


class Unreadable(ValueError):
    """What was sent can't be kept; its text is the sentence that says why."""


class CleanParser(Parser):
    """JSON without what a database refuses: NUL, lone surrogates, NaN, infinity, endless depth."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Return the body. Raises ValueError for what can't be kept."""
        found = json.loads(request.body.decode("utf-8"), parse_constant=_refuse, parse_int=_whole)
        check_clean(found)
        return found


def check_clean(value: Any, depth: int = 0) -> None:
    """Raise ValueError for a value that can't be stored as it is."""
    if depth > _DEEPEST:
        raise Unreadable(f"内容套了 {_DEEPEST} 层以上")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float):
        _check_number(value)
    elif value is not None:
        parts = [*value.keys(), *value.values()] if isinstance(value, Mapping) else value
        for part in parts:
            check_clean(part, depth + 1)


def _check_text(text: str) -> None:
    if "\x00" in text:
        raise Unreadable("文字里有空字符（U+0000）")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable("文字里有不成对的代理字符（\\ud800 一类）") from None


def _check_number(number: float) -> None:
    if not math.isfinite(number) or abs(number) > _LARGEST:
        raise Unreadable(_TOO_LARGE)


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise Unreadable(_TOO_LARGE)
    return int(digits)


def _refuse(word: str) -> float:
    raise Unreadable(f"{word} 不是数")


_WORDS: Mapping[str, str] = {
    "missing": "没有填写",
    "extra_forbidden": "没有这个字段",
    "string_type": "应当是文字",
    "string_too_short": "太短，至少 {min_length} 个字",
    "string_too_long": "太长，最多 {max_length} 个字",
    "string_pattern_mismatch": "含有不允许的字符",
    "enum": "只能是：{expected}",
    "literal_error": "只能是：{expected}",
    "dict_type": "应当是对象",
    "model_attributes_type": "应当是对象",
    "model_type": "应当是对象",
    "list_type": "应当是数组",
    "too_long": "太多，最多 {max_length} 项",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "int_from_float": "应当是整数",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "date_parsing": "应当是 YYYY-MM-DD 形式的日期",
    "date_from_datetime_parsing": "应当是 YYYY-MM-DD 形式的日期",
    "date_from_datetime_inexact": "应当是 YYYY-MM-DD 形式的日期",
    "date_type": "应当是 YYYY-MM-DD 形式的日期",
}
_SOURCES = frozenset({"body", "query", "path", "header", "form", "file"})


def field_problems(errors: Sequence[Mapping[str, Any]]) -> list[FieldProblem]:
    """Return pydantic's errors as fields with Chinese words."""
    return [FieldProblem(_path(error), _words(error)) for error in errors]


def source_of(errors: Sequence[Mapping[str, Any]]) -> str:
    """Return where the first error lies: body, query, path, header, form, file."""
    first = errors[0]["loc"] if errors else ()
    return str(first[0]) if first else "body"


def _path(error: Mapping[str, Any]) -> str:
    """Return person.identity_no, materials.0.key; the name of the parameter that holds the body is left out."""
    parts = [str(part) for part in error.get("loc", ())]
    if parts and parts[0] in _SOURCES:
        parts = parts[2:] if parts[0] == "body" and len(parts) > 1 else parts[1:]
    return ".".join(parts) or "body"


def _words(error: Mapping[str, Any]) -> str:
    words = _WORDS.get(str(error.get("type", "")), "格式不对")
    told = dict(error.get("ctx", {}))
    if "expected" in told:
        told["expected"] = re.sub(r",? or |, ", "、", str(told["expected"])).replace("'", "")
    try:
        return words.format_map(told)
    except KeyError:
        return words.partition("：")[0]
