"""Are these answers right (校验)? Required, schema, identifiers; the same for a browser and an interface."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator

from yichuang.faces.common.forms import words
from yichuang.faces.common.forms.spec import FieldSpec, FormSpec
from yichuang.faces.common.wording.identifiers import identifier_sentence
from yichuang.rules.identifiers import IdentifierKind, check, normalize

TEXT_LIMIT = 5000
_YEARS = (1900, 2100)
_ENDS_IN_NUMBER = re.compile(r"(.*[^\d.])?\d+(\.\d+)?")
_FORMATS = Draft202012Validator.FORMAT_CHECKER


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing to mend. `words` stand beside the field, `sentence` in the summary."""

    field: str
    title: str
    words: str

    @property
    def anchor(self) -> str:
        """Return the id of the field's control."""
        return f"f-{self.field}"

    @property
    def sentence(self) -> str:
        """Return the words with the field's name before them."""
        return f"{self.title}：{self.words}"


def check_values(
    spec: FormSpec, values: Mapping[str, Any], *, today: date, section: str | None = None
) -> list[FieldError]:
    """Return what is wrong with typed answers, in the order of the form; hidden questions are not asked."""
    asked = spec.asked(values, section)
    errors = [e for e in (_one(field, values.get(field.name), today) for field in asked) if e]
    if section is None and not errors:
        errors = _whole(spec, values, asked)
    return errors


def error(field: FieldSpec, said: str) -> FieldError:
    """Return an error of one field."""
    return FieldError(field.name, field.title, said)


def _one(field: FieldSpec, value: Any, today: date) -> FieldError | None:
    if value is None or value == "" or value == []:
        return error(field, words.missing(field)) if field.required else None
    if isinstance(value, str) and len(value) > TEXT_LIMIT:
        return error(field, words.too_long(min(TEXT_LIMIT, field.schema.get("maxLength", TEXT_LIMIT))))
    found = next(iter(Draft202012Validator(field.schema, format_checker=_FORMATS).iter_errors(value)), None)
    if found is not None:
        return error(field, words.broken(field, found))
    if field.type == "date" and not _YEARS[0] <= int(str(value)[:4]) <= _YEARS[1]:
        return error(field, words.YEARS.format(*_YEARS))
    typed = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    said = _CHECKS[field.check](typed, today) if field.check in _CHECKS else ""
    return error(field, said) if said else None


def _whole(spec: FormSpec, values: Mapping[str, Any], asked: Sequence[FieldSpec]) -> list[FieldError]:
    """Check what the schema says across fields (if, dependentRequired …), hidden questions left out."""
    names = {field.name for field in asked}
    schema = dict(spec.schema) | {"required": [n for n in spec.schema.get("required", ()) if n in names]}
    given = {name: value for name, value in values.items() if name in names and value is not None}
    validator = Draft202012Validator(schema, format_checker=_FORMATS)
    return [_across(spec, found.absolute_path, found, asked) for found in validator.iter_errors(given)]


def _across(spec: FormSpec, path: Sequence[Any], found: Any, asked: Sequence[FieldSpec]) -> FieldError:
    named = next((f for f in asked if path and f.name == path[0]), None)
    if named is None and found.validator in {"required", "dependentRequired"}:
        named = next((f for f in asked if f"'{f.name}'" in found.message), None)
        if named is not None:
            return error(named, words.missing(named))
    field = named or (asked[0] if asked else spec.fields[0])
    return error(field, words.broken(field, found))


def _identifier(kind: IdentifierKind) -> Callable[[str, date], str]:
    def said(typed: str, today: date) -> str:
        answer = check(kind, typed, today=today)
        return "" if answer.ok else identifier_sentence(answer)

    return said


def _matches(pattern: str, said: str) -> Callable[[str, date], str]:
    return lambda typed, _today: "" if re.fullmatch(pattern, normalize(typed)) else said


def _from_today(typed: str, today: date) -> str:
    return "" if date.fromisoformat(typed) >= today else "不能早于今天，请改填今天或以后的日期"


def _numbers(typed: str, _today: date) -> str:
    """Every line is a number, or ends in one: 1 月 2.5."""
    lines = enumerate(typed.splitlines(), 1)
    wrong = next((number for number, line in lines if not _ENDS_IN_NUMBER.fullmatch(normalize(line))), 0)
    return f"第 {wrong} 行没有写数字，每行写一个数字，例如“1 月 2.5”" if wrong else ""


_CHECKS: Mapping[str, Callable[[str, date], str]] = {
    "uscc": _identifier(IdentifierKind.USCC),
    "id": _identifier(IdentifierKind.PERSON),
    "org": _identifier(IdentifierKind.ORGANISATION),
    "licence": _identifier(IdentifierKind.LICENCE),
    "phone": _matches(
        r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?",
        "请填 11 位手机号码，或带区号的固定电话，例如 0000-2110000",
    ),
    "mobile": _matches(r"1[3-9]\d{9}", "请填 11 位手机号码，例如 13800002207"),
    "from_today": _from_today,
    "numbers": _numbers,
    "project": _matches(
        r"\d{4}-\d{6}-\d{2}-\d{2}-\d{6}", "项目代码是 24 位，例如 2026-990100-04-01-000123，请照备案证明填写"
    ),
}
CHECKS = frozenset(_CHECKS)
