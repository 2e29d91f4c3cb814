"""The form as interfaces publish it: a JSON Schema that asks for no more than the pages do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.common.forms.known import told_already
from yichuang.faces.common.forms.spec import FormSpec, ShowIf, form_spec


def published(schema: Mapping[str, Any], ui: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema with conditional questions required on their condition only.

    What is asked in some situations (情形) only isn't required here, a schema doesn't know the situation; nor is
    what who applies has told already.
    """
    spec = form_spec(schema, ui)
    wanted = [f for f in spec.fields if f.required and set(f.situations) <= {"*"} and not told_already(f)]
    plain = {field.name for field in wanted if field.show_if is None}
    told = dict(schema) | {"required": [name for name in schema.get("required", ()) if name in plain]}
    rules = [_rule(field.name, field.show_if, spec) for field in wanted if field.show_if is not None]
    return told | {"allOf": [*schema.get("allOf", ()), *rules]} if rules else told


def _rule(name: str, only: ShowIf, spec: FormSpec) -> dict[str, Any]:
    of, answers = only.field, {"enum": list(only.equals)}
    when = {"contains": answers} if spec.by_name[of].type == "enums" else answers
    return {"if": {"properties": {of: when}, "required": [of]}, "then": {"required": [name]}}
