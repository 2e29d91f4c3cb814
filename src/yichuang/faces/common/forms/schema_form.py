"""Forms, as faces use them: read a form, bind what was posted, check typed answers, list the answers.

spec = form_spec(version.form_schema, version.form_ui, situation="new")
bound = bind(spec, request.POST, today=request.today, section="plan", given=draft.answers)
if bound.ok: draft.answers = bound.values
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.faces.common.forms import words
from yichuang.faces.common.forms.bound import BoundForm
from yichuang.faces.common.forms.checking import FieldError, check_values, error
from yichuang.faces.common.forms.reading import NO, YES, Unreadable, as_posted, posted, read
from yichuang.faces.common.forms.spec import FieldSpec, FormError, FormSpec, SectionSpec, form_spec
from yichuang.rules.identifiers import normalize

__all__ = [
    "BoundForm",
    "FieldError",
    "FormError",
    "FormSpec",
    "SectionSpec",
    "answers",
    "bind",
    "check_values",
    "complete",
    "form_spec",
    "show",
]

_NORMALIZED = frozenset({"uscc", "id", "org", "licence", "phone", "mobile", "project"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in words. `check` tells what kind of number it is, for masking; "" where nothing is filled in."""

    name: str
    title: str
    text: str
    check: str = ""


def show(spec: FormSpec, values: Mapping[str, Any], *, section: str | None = None) -> BoundForm:
    """Return the form with what is known, without complaints."""
    return BoundForm(spec, dict(values), (), {}, section)


def bind(
    spec: FormSpec,
    post: Mapping[str, Any],
    *,
    today: date,
    given: Mapping[str, Any] | None = None,
    section: str | None = None,
) -> BoundForm:
    """Return the form with what was posted for one section (all without one) over what was `given` before.

    Hidden questions are neither required nor kept; unknown names in the post are ignored.
    """
    values = {name: value for name, value in (given or {}).items() if name in spec.by_name}
    raw, unreadable = {}, {}
    for field in spec.of_section(section):
        raw[field.name] = posted(post, field)
        values.pop(field.name, None)
        try:
            value = read(raw[field.name], field)
        except Unreadable:
            unreadable[field.name] = error(field, words.unreadable(field))
            continue
        if value is not None:
            values[field.name] = normalize(value) if field.check in _NORMALIZED else value
    asked = spec.asked(values)
    kept = {field.name: values[field.name] for field in asked if field.name in values}
    errors = check_values(spec, kept, today=today, section=section)
    found = {e.field: e for e in errors} | unreadable
    here = [found[field.name] for field in asked if field.name in found]
    return BoundForm(spec, kept, tuple(here), raw, section)


def complete(spec: FormSpec, values: Mapping[str, Any], *, today: date) -> dict[str, bool]:
    """Return for each section whether everything asked in it is answered rightly (task list)."""
    return {s.key: not check_values(spec, values, today=today, section=s.key) for s in spec.sections}


def answers(spec: FormSpec, values: Mapping[str, Any]) -> list[tuple[SectionSpec, list[Answer]]]:
    """Return the answers in words by section (check answers, print-outs); hidden questions are left out."""
    rows = {s: [_answer(f, values.get(f.name)) for f in spec.asked(values, s.key)] for s in spec.sections}
    return [(section, row) for section, row in rows.items() if row]


def _answer(field: FieldSpec, value: Any) -> Answer:
    names = {YES: "是", NO: "否"} if field.type == "boolean" else {}
    said = "；".join(names.get(word, word) for word in as_posted(value))
    text = f"{said} {field.unit}" if said and field.unit else said
    return Answer(field.name, field.title, text or "未填", field.check if said and field.check in _NORMALIZED else "")
