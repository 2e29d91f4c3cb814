"""The application form of a guide: its fields, grouped into pages of the wizard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.common.forms.from_fields import from_fields

_ABOUT_APPLICANT = frozenset(
    "applicant_type owner_type unit_name uscc person_name person_id owner_name owner_code legal_rep "
    "legal_rep_id reg_address person_address owner_address contact_name contact_mobile person_mobile "
    "owner_mobile gender age".split()
)
_SECTIONS = (
    {"key": "applicant", "title": "申请人信息"},
    {"key": "matter", "title": "申请内容"},
    {"key": "details", "title": "具体情况"},
)
_MANY = 9  # more questions than this on one page are split


def form_of(guide: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return schema and layout of a guide's form: who applies, for what, and the rest where there is much."""
    matter = [field["key"] for field in guide["form_fields"] if field["key"] not in _ABOUT_APPLICANT]
    first = set(matter if len(matter) <= _MANY else matter[: (len(matter) + 1) // 2])
    fields = [field | {"section": _section(field["key"], first)} for field in guide["form_fields"]]
    schema, layout = from_fields(fields, _SECTIONS)
    note = {"note": guide["form_note"], "sample": bool(guide["form_sample"])}
    return schema | {"title": f"{guide['name']}申请表"}, layout | note


def _section(key: str, first: set[str]) -> str:
    if key in _ABOUT_APPLICANT:
        return "applicant"
    return "matter" if key in first else "details"
