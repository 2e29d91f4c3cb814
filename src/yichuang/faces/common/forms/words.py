"""What is wrong with an answer and how to mend it, in one Chinese sentence (填写提示)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

from yichuang.faces.common.forms.spec import FieldSpec

_MISSING = {
    "boolean": "请选“是”或“否”",
    "enum": "请选一项",
    "enums": "请至少选一项",
    "date": "请填日期，例如 2027-03-01",
    "lines": "请至少填一行",
}


YEARS = "年份要在 {} 到 {} 之间，请核对"


def missing(field: FieldSpec) -> str:
    """Return the sentence for a required answer that is not there."""
    if field.type in _MISSING:
        return _MISSING[field.type]
    return f"请填数字{_unit(field)}" if field.type in {"number", "integer"} else "请填写"


def unreadable(field: FieldSpec) -> str:
    """Return the sentence for words that are not of the field's type."""
    if field.type == "integer":
        return f"请填整数{_unit(field)}"
    return missing(field)


def broken(field: FieldSpec, error: ValidationError) -> str:
    """Return the sentence for an answer that the schema refuses."""
    make = _SENTENCES.get(str(error.validator))
    return make(error.validator_value, field) if make else f"“{error.instance}”不符合要求，请核对后重填"


def too_long(limit: int) -> str:
    """Return the sentence for a text beyond the limit of every form."""
    return f"最多 {limit} 个字，请缩短"


def _unit(field: FieldSpec) -> str:
    return f"，单位是{field.unit}" if field.unit else ""


def _number(value: Any, field: FieldSpec) -> str:
    return f"{value:g} {field.unit}".strip() if isinstance(value, float) else f"{value} {field.unit}".strip()


_SENTENCES: Mapping[str, Callable[[Any, FieldSpec], str]] = {
    "type": lambda _value, field: unreadable(field),
    "enum": lambda _value, _field: "请选一项",
    "const": lambda _value, _field: "请核对后重填",
    "maxLength": lambda value, _field: too_long(value),
    "minLength": lambda value, _field: f"至少 {value} 个字，请补充",
    "pattern": lambda _value, field: f"格式不对，{field.help}" if field.help else "格式不对，请核对后重填",
    "format": lambda _value, field: missing(field) if field.type == "date" else "格式不对，请核对后重填",
    "minimum": lambda value, field: f"不能小于 {_number(value, field)}",
    "maximum": lambda value, field: f"不能大于 {_number(value, field)}",
    "exclusiveMinimum": lambda value, field: f"须大于 {_number(value, field)}",
    "exclusiveMaximum": lambda value, field: f"须小于 {_number(value, field)}",
    "multipleOf": lambda value, _field: f"须是 {value} 的整数倍",
    "minItems": lambda value, field: f"至少 {value} {'行' if field.type == 'lines' else '项'}",
    "maxItems": lambda value, field: f"最多 {value} {'行' if field.type == 'lines' else '项'}",
    "uniqueItems": lambda _value, _field: "有重复的内容，请删去重复的",
}
