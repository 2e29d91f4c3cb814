"""The item's form for who applies: the kinds of applicant are those that fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.common.forms.schema_form import FormSpec, form_spec
from yichuang.faces.portal.applying.applicant import COMPANY
from yichuang.records.catalogue.models import ItemVersion

_TYPES = ("applicant_type", "owner_type")
_NATURAL = frozenset({"自然人", "个人"})


def spec_of(version: ItemVersion, situation: str, told: Mapping[str, Any]) -> FormSpec:
    """Return the item's form for this situation; the kinds of applicant are those that fit who applies."""
    schema = dict(version.form_schema)
    questions = dict(schema.get("properties", {}))
    for name in _TYPES:
        if "enum" in questions.get(name, {}):
            questions[name] = questions[name] | {"enum": _fitting(questions[name]["enum"], told)}
    return form_spec(schema | {"properties": questions}, version.form_ui, situation=situation)


def _fitting(choices: list[str], told: Mapping[str, Any]) -> list[str]:
    company = told.get("behalf") == COMPANY
    return [word for word in choices if (word in _NATURAL) != company] or choices
