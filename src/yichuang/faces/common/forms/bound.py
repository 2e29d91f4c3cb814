"""A form with answers in it (表单内容): what the templates draw."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.common.forms.reading import NO, YES, as_posted
from yichuang.faces.common.forms.spec import FieldSpec, FormSpec, SectionSpec

_NUMERIC = {"number": "decimal", "integer": "numeric"}
_KEYBOARDS = {"phone": "tel", "mobile": "tel"}
_AUTOCOMPLETE = {"phone": "tel", "mobile": "tel"}
_NARROW = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen."""

    value: str
    label: str
    chosen: bool
    id: str


@dataclass(frozen=True, slots=True)
class BoundField:
    """One question with its answer, for `common/form/field.html`."""

    spec: FieldSpec
    words: Sequence[str]
    error: str
    when: str

    @property
    def id(self) -> str:
        """Return the id of the control; errors in the summary link to it."""
        return f"f-{self.spec.name}"

    @property
    def value(self) -> str:
        """Return what stands in the control."""
        return "\n".join(self.words) if self.spec.type == "lines" else (self.words[-1] if self.words else "")

    @property
    def grouped(self) -> bool:
        """Return whether the control is a group with a legend."""
        return self.spec.widget in {"radios", "checkboxes"}

    @property
    def choices(self) -> list[Choice]:
        """Return what may be chosen; the first has the id that errors link to."""
        pairs = [(YES, "是"), (NO, "否")] if self.spec.type == "boolean" else [(str(c),) * 2 for c in self.spec.choices]
        return [
            Choice(value, label, value in self.words, self.id if not place else f"{self.id}-{place}")
            for place, (value, label) in enumerate(pairs)
        ]

    @property
    def described_by(self) -> str:
        """Return the ids of hint and error, in the order of the page."""
        hint = [f"{self.id}-h"] if self.spec.help or self.when or self.spec.type == "lines" else []
        return " ".join([*hint, *([f"{self.id}-e"] if self.error else [])])

    @property
    def input_type(self) -> str:
        """Return the type of an input."""
        return "date" if self.spec.type == "date" else "text"

    @property
    def input_mode(self) -> str:
        """Return which keyboard a phone shows."""
        return _NUMERIC.get(self.spec.type) or _KEYBOARDS.get(self.spec.check, "")

    @property
    def autocomplete(self) -> str:
        """Return what the browser may fill in."""
        return _AUTOCOMPLETE.get(self.spec.check, "")

    @property
    def max_length(self) -> int | None:
        """Return how many characters the schema allows, for texts alone."""
        return self.spec.schema.get("maxLength") if self.spec.type in {"string", "text"} else None

    @property
    def width(self) -> str:
        """Return how wide the control is: as wide as the answer."""
        if self.spec.type == "date":
            return "w-s"
        return "w-m" if self.max_length and self.max_length <= _NARROW else ""

    @property
    def show_if(self) -> str:
        """Return the condition for page.js, "" when the question is always asked."""
        rule = self.spec.show_if
        if rule is None:
            return ""
        equals = [word for value in rule.equals for word in as_posted(value)]
        return json.dumps({"field": rule.field, "equals": equals}, ensure_ascii=False)


@dataclass(frozen=True)
class BoundForm:
    """A form with answers. `values` are the typed answers of all sections, `errors` what to mend."""

    spec: FormSpec
    values: Mapping[str, Any]
    errors: Sequence[FieldError]
    raw: Mapping[str, Sequence[str]]
    section: str | None

    @property
    def ok(self) -> bool:
        """Return whether everything is right."""
        return not self.errors

    @property
    def title(self) -> str:
        """Return the title of the section shown."""
        return next((s.title for s in self.spec.sections if s.key == self.section), "")

    @property
    def fields(self) -> list[BoundField]:
        """Return the questions of the section shown (all without one)."""
        here = [f for f in self.spec.of_section(self.section) if self._possible(f)]
        names = {field.name for field in here}
        return [self._bound(field, names) for field in here]

    @property
    def groups(self) -> list[tuple[SectionSpec, list[BoundField]]]:
        """Return the questions by section, for a form on one page."""
        fields = self.fields
        pairs = [(s, [f for f in fields if f.spec.section == s.key]) for s in self.spec.sections]
        return [pair for pair in pairs if pair[1]]

    def _possible(self, field: FieldSpec) -> bool:
        """A question is drawn if its condition can be met on this page, or was met on another."""
        rule = field.show_if
        if rule and self.spec.by_name[rule.field] not in self.spec.of_section(self.section):
            return field.asked(self.values)
        return True

    def _bound(self, field: FieldSpec, here: set[str]) -> BoundField:
        wrong = next((e.words for e in self.errors if e.field == field.name), "")
        when = _when(field, self.spec) if field.show_if and field.show_if.field in here else ""
        shown = self.raw.get(field.name, as_posted(self.values.get(field.name)))
        return BoundField(field, shown, wrong, when)


def _when(field: FieldSpec, spec: FormSpec) -> str:
    """Return when a question must be answered, for those without script."""
    rule = field.show_if
    if rule is None:
        return ""
    names = {YES: "是", NO: "否"}
    words = [names.get(word, word) for value in rule.equals for word in as_posted(value)]
    return f"“{spec.by_name[rule.field].title}”选“{'、'.join(words)}”时填写"
