"""From the plain list of fields in a guide to a JSON Schema and its layout (表单转换)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from yichuang.faces.common.forms.checking import CHECKS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_CHECK_WORDS = {
    "统一社会信用代码": "uscc",
    "公民身份号码": "id",
    "组织机构代码": "org",
    "手机号": "mobile",
    "24位项目代码": "project",
    "不早于申请日": "from_today",
}
_LIMITS = ("minLength", "maxLength", "minimum", "maximum", "pattern", "minItems", "maxItems")
# What a form does not do by itself it must not promise: such clauses of a guide are not shown.
_PROMISE = re.compile("自动|不用手填|比对|校验|列出|不能进入|留存")
_STRING_LIMIT, _TEXT_LIMIT = 200, 2000


def from_fields(
    fields: Iterable[Mapping[str, Any]], sections: Iterable[Mapping[str, str]] = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (schema, layout) of fields with key title type required enum unit check help show_if situations.

    `file` fields are left out: papers are uploaded as materials.
    """
    asked = [field for field in fields if field["type"] != "file"]
    schema = {
        "$schema": DRAFT,
        "type": "object",
        "properties": {field["key"]: _schema(field) for field in asked},
        "required": [field["key"] for field in asked if field.get("required")],
        "additionalProperties": False,
    }
    order = [field["key"] for field in asked]  # a database keeps no order of properties
    return schema, {"sections": list(sections), "order": order, "fields": {f["key"]: _layout(f) for f in asked}}


def _schema(field: Mapping[str, Any]) -> dict[str, Any]:
    kind = field["type"]
    body: dict[str, Any] = {"title": field["title"]}
    if kind == "enum" and field.get("multiple"):
        body |= {"type": "array", "items": {"enum": list(field["enum"])}, "uniqueItems": True}
    elif kind == "enum":
        body |= {"enum": list(field["enum"])}
    elif kind == "table":
        body |= {"type": "array", "items": {"type": "string", "maxLength": _STRING_LIMIT}, "maxItems": 100}
    elif kind == "date":
        body |= {"type": "string", "format": "date"}
    elif kind in {"string", "text"}:
        body |= {"type": "string", "maxLength": _STRING_LIMIT if kind == "string" else _TEXT_LIMIT}
    else:
        body |= {"type": kind}
    return body | {name: field[name] for name in _LIMITS if name in field}


def _layout(field: Mapping[str, Any]) -> dict[str, Any]:
    check = field.get("check", "")
    known = check if check in CHECKS else next((c for word, c in _CHECK_WORDS.items() if word in check), "")
    if not check and field["type"] == "table" and field.get("unit"):
        known = "numbers"
    hints = [_honest(field.get("help", "")), "" if known and known != "from_today" else _honest(check)]
    words: dict[str, Any] = {"title": field["title"], "help": "；".join(hint for hint in hints if hint)}
    words |= {name: field[name] for name in ("unit", "situations", "section") if field.get(name)}
    if known:
        words["check"] = known
    if field["type"] == "text":
        words["widget"] = "textarea"
    if field.get("show_if"):
        words["show_if"] = _condition(field["show_if"])
    return words


def _honest(hint: str) -> str:
    """Return a hint without the clauses that promise automatic checks."""
    clauses = re.split("(?<=[；，])", hint)
    kept = [clause for clause in clauses if not _PROMISE.search(clause)]
    return hint if len(kept) == len(clauses) else "".join(kept).rstrip("；，")


def _condition(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Accept {field, equals} as well as {other: [values]}."""
    if "field" in rule:
        return dict(rule)
    name, equals = next(iter(rule.items()))
    return {"field": name, "equals": list(equals) if isinstance(equals, list) else [equals]}
