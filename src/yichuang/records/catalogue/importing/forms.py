"""申请表单: fields of a guide become a JSON Schema (2020-12) and beside it how the form is laid out.

The schema says what is valid; `form_ui` says order, sections, help, units, when a field is shown and which
check of `rules/identifiers` it gets. A field of certain situations only is never required by the schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yichuang.records.catalogue.importing.words import CHECKS, first_word

Field = Mapping[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]

_ABOUT_APPLICANT = frozenset(
    "applicant_type owner_type unit_name uscc person_name person_id owner_name owner_code legal_rep "
    "legal_rep_id reg_address person_address owner_address contact_name contact_mobile person_mobile "
    "owner_mobile gender age".split()
)
_MANY = 9
_PLAIN = {name: name for name in ("string", "number", "integer", "boolean")} | {"text": "string"}
_LIMITS = ("minimum", "maximum", "maxLength")
_MOBILE = "^1[3-9][0-9]{9}$"


def form_of(guide: Field, tables: Tables) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return schema and layout. `tables` names the columns of table fields; files belong to the materials."""
    fields = [field for field in guide.get("form_fields") or () if field["type"] != "file"]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{guide['name']}申请表",
        "type": "object",
        "properties": {field["key"]: _property(field, tables.get(field["key"], ())) for field in fields},
        "required": [field["key"] for field in fields if _always(field)],
        "additionalProperties": False,
        **_conditions(fields),
    }
    layout = {
        "sections": _sections(fields),
        "order": [field["key"] for field in fields],
        "fields": {field["key"]: _layout(field, tables.get(field["key"], ())) for field in fields},
        "note": guide.get("form_note", ""),
        "sample": bool(guide.get("form_sample")),
    }
    return schema, layout


def _always(field: Field) -> bool:
    return bool(field["required"]) and not field.get("show_if") and not field.get("situations")


def _property(field: Field, columns: Sequence[Field]) -> dict[str, Any]:
    shape: dict[str, Any] = {"title": field["title"]}
    if field["type"] == "enum":
        return shape | {"type": "string", "enum": list(field["enum"])}
    if field["type"] == "date":
        return shape | {"type": "string", "format": "date"}
    if field["type"] == "table":
        least = {"minItems": 1} if field["required"] else {}
        return shape | {"type": "array", "items": _row(columns), **least}
    shape["type"] = _PLAIN[field["type"]]
    if shape["type"] == "string" and field["required"]:
        shape["minLength"] = 1
    if first_word(field.get("check") or "", CHECKS) == "mobile":
        shape["pattern"] = _MOBILE
    return shape | {name: field[name] for name in _LIMITS if name in field}


def _row(columns: Sequence[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {c["key"]: {"title": c["title"], "type": c.get("type", "string")} for c in columns},
        "required": [c["key"] for c in columns if c.get("required", True)],
        "additionalProperties": False,
    }


def _conditions(fields: Sequence[Field]) -> dict[str, Any]:
    """Require what is shown only under a condition, where the condition holds (if/then)."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for field in fields:
        if field.get("show_if") and field["required"]:
            rule = tuple((key, tuple(values)) for key, values in field["show_if"].items())
            groups.setdefault(rule, []).append(field["key"])
    rules = [{"if": _holds(dict(rule)), "then": {"required": keys}} for rule, keys in groups.items()]
    return {"allOf": rules} if rules else {}


def _holds(rule: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {"properties": {key: {"enum": list(words)} for key, words in rule.items()}, "required": list(rule)}


def _layout(field: Field, columns: Sequence[Field]) -> dict[str, Any]:
    check = first_word(field.get("check") or "", CHECKS)
    told = {
        "help": field.get("help"),
        "unit": field.get("unit"),
        "check": check,
        "check_words": field.get("check"),
        "show_if": field.get("show_if"),
        "situations": field.get("situations"),
        "prefill": field.get("prefill"),
        "widget": {"text": "textarea", "table": "table", "boolean": "yes_no"}.get(field["type"]),
        "columns": [column["key"] for column in columns],
        "required": bool(field["required"]),
    }
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _sections(fields: Sequence[Field]) -> list[dict[str, Any]]:
    """Group the fields: who applies, for what, and the rest where there is much of it."""
    who = [field["key"] for field in fields if field["key"] in _ABOUT_APPLICANT]
    what = [field["key"] for field in fields if field["key"] not in _ABOUT_APPLICANT]
    half = len(what) if len(what) <= _MANY else (len(what) + 1) // 2
    groups = [
        ("applicant", "申请人信息", who),
        ("matter", "申请内容", what[:half]),
        ("details", "具体情况", what[half:]),
    ]
    return [{"key": key, "title": title, "fields": keys} for key, title, keys in groups if keys]
