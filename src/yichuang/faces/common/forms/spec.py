"""A form as data (表单定义): fields and sections read from a JSON Schema 2020-12 and its layout.

Layout: {"sections": [{key, title, help}], "order": [name …] (a database keeps no order of properties), "fields":
{name: {section, title, help, unit, situations, check, widget, show_if: {field, equals}}}}. Types: string,
number, integer, boolean, date, one or several of a list, lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_RADIOS_UP_TO = 6
MAIN = "main"


class FormError(ValueError):
    """The form itself is wrong: a mistake of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class ShowIf:
    """A field is asked only when another one has one of these values."""

    field: str
    equals: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One question."""

    name: str
    title: str
    type: str  # string text lines number integer boolean date enum enums
    required: bool
    schema: Mapping[str, Any]
    section: str = MAIN
    help: str = ""
    unit: str = ""
    check: str = ""
    widget: str = "input"
    show_if: ShowIf | None = None
    situations: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[Any, ...]:
        """Return what may be chosen."""
        listed = self.schema.get("items", {}) if self.type == "enums" else self.schema
        return tuple(listed.get("enum", ()))

    def fits(self, situation: str) -> bool:
        """Return whether this question belongs to a situation (情形); "" is every situation."""
        return not situation or not self.situations or bool({situation, "*"} & set(self.situations))

    def asked(self, values: Mapping[str, Any]) -> bool:
        """Return whether this question applies to what was answered elsewhere."""
        if self.show_if is None:
            return True
        answer = values.get(self.show_if.field)
        given = answer if isinstance(answer, list) else [answer]
        return any(one in self.show_if.equals for one in given)


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A group of questions on one page."""

    key: str
    title: str
    help: str = ""


@dataclass(frozen=True)
class FormSpec:
    """A whole form. `schema` is the document that the interfaces publish."""

    schema: Mapping[str, Any]
    fields: tuple[FieldSpec, ...]
    sections: tuple[SectionSpec, ...]
    by_name: Mapping[str, FieldSpec] = field(default_factory=dict)

    def of_section(self, key: str | None) -> tuple[FieldSpec, ...]:
        """Return the fields of a section, of all sections for None."""
        return tuple(f for f in self.fields if key is None or f.section == key)

    def asked(self, values: Mapping[str, Any], section: str | None = None) -> list[FieldSpec]:
        """Return the fields that apply to these answers; one that hangs on a hidden one is hidden too."""
        shown: set[str] = set()
        for one in _in_order(self.fields):
            hangs = one.show_if.field if one.show_if else None
            if (hangs is None or hangs in shown) and one.asked(values):
                shown.add(one.name)
        return [f for f in self.of_section(section) if f.name in shown]


def form_spec(schema: Mapping[str, Any], ui: Mapping[str, Any] | None = None, *, situation: str = "") -> FormSpec:
    """Read the form of one situation (of all without one).

    Raises: FormError for a type or a reference that the form does not have.
    """
    layout = ui or {}
    words = layout.get("fields", {})
    fields = tuple(
        _field(name, body, name in schema.get("required", ()), words.get(name, {}))
        for name, body in _listed_first(schema.get("properties", {}), layout.get("order", ()))
    )
    names = {f.name for f in fields}
    for one in fields:
        if one.show_if and one.show_if.field not in names:
            raise FormError(f"{one.name}: show_if names {one.show_if.field}, which the form does not have")
    asked: dict[str, FieldSpec] = {}
    for one in _in_order(fields):
        if one.fits(situation) and (one.show_if is None or one.show_if.field in asked):
            asked[one.name] = one
    fields = tuple(f for f in fields if f.name in asked)
    return FormSpec(schema, fields, tuple(_sections(layout, fields)), asked)


def _listed_first(properties: Mapping[str, Any], order: Sequence[str]) -> list[tuple[str, Any]]:
    """Return the properties in the layout's order; those it does not name come last, as they stand."""
    place = {name: number for number, name in enumerate(order)}
    return sorted(properties.items(), key=lambda pair: place.get(pair[0], len(place)))


def _field(name: str, body: Mapping[str, Any], required: bool, words: Mapping[str, Any]) -> FieldSpec:
    kind = _type(name, body, words.get("widget", ""))
    rule = words.get("show_if")
    return FieldSpec(
        name=name,
        title=words.get("title") or body.get("title") or name,
        type=kind,
        required=required,
        schema=body,
        section=words.get("section", MAIN),
        help=words.get("help") or body.get("description", ""),
        unit=words.get("unit", ""),
        check=words.get("check", ""),
        widget=words.get("widget") or _widget(kind, body),
        show_if=ShowIf(rule["field"], tuple(_listed(rule["equals"]))) if rule else None,
        situations=tuple(words.get("situations", ())),
    )


def _type(name: str, body: Mapping[str, Any], widget: str) -> str:
    kind = body.get("type", "string")
    if kind == "array":
        return "enums" if "enum" in body.get("items", {}) else "lines"
    if "enum" in body:
        return "enum"
    if kind == "string":
        return "date" if body.get("format") == "date" else "text" if widget == "textarea" else "string"
    if kind in {"number", "integer", "boolean"}:
        return str(kind)
    raise FormError(f"{name}: a form has no type {kind}")


def _widget(kind: str, body: Mapping[str, Any]) -> str:
    if kind == "enum":
        return "radios" if len(body["enum"]) <= _RADIOS_UP_TO else "select"
    return {"boolean": "radios", "enums": "checkboxes", "lines": "textarea", "text": "textarea"}.get(kind, "input")


def _sections(layout: Mapping[str, Any], fields: Iterable[FieldSpec]) -> Iterable[SectionSpec]:
    """Yield the sections that have fields: the listed ones in their order, then any other."""
    used = list(dict.fromkeys(f.section for f in fields))
    listed = {s["key"]: SectionSpec(s["key"], s["title"], s.get("help", "")) for s in layout.get("sections", ())}
    yield from (section for key, section in listed.items() if key in used)
    yield from (SectionSpec(key, "填写申请表" if key == MAIN else key) for key in used if key not in listed)


def _in_order(fields: Iterable[FieldSpec]) -> list[FieldSpec]:
    """Return the fields so that what another one hangs on comes first."""
    waiting, done, order = list(fields), set(), []
    while waiting:
        ready = [f for f in waiting if f.show_if is None or f.show_if.field in done]
        if not ready:
            raise FormError("show_if goes round in a circle")
        order += ready
        done |= {f.name for f in ready}
        waiting = [f for f in waiting if f.name not in done]
    return order


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]
