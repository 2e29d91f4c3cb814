"""只问一次: questions of an item's form that are answered already by who applies are filled in, not asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yichuang.faces.common.forms.checking import check_values
from yichuang.faces.common.forms.spec import FieldSpec, FormSpec
from yichuang.rules.identifiers import IdentifierKind, check, normalize

# The names that fields of applicants have in our forms, with the titles under which they mean just that.
_NAMES = ("姓名", "单位名称", "船舶所有人", "申请人")
_PLACES = ("住所", "注册地址", "地址", "现住址")
_MEANT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "person_name": ("person_name", _NAMES),
    "unit_name": ("unit_name", _NAMES),
    "owner_name": ("name", _NAMES),
    "person_id": ("id_no", ("公民身份号码",)),
    "birth_date": ("born", ("出生日期",)),
    "uscc": ("uscc", ("统一社会信用代码",)),
    "owner_code": ("number", ("统一社会信用代码或公民身份号码",)),
    "legal_rep": ("legal_person", ("法定代表人（负责人）", "法定代表人")),
    "reg_address": ("address", _PLACES),
    "person_address": ("address", _PLACES),
    "owner_address": ("address", _PLACES),
    "person_mobile": ("phone", ("手机",)),
    "owner_mobile": ("phone", ("联系手机",)),
    "contact_name": ("contact", ("联系人", "备案联系人")),
    "contact_mobile": ("phone", ("联系人手机",)),
}
_TYPES = ("applicant_type", "owner_type")
_WHO = ("person_name", "unit_name", "owner_name", "person_id", "uscc", "owner_code")


def told_already(field: FieldSpec) -> bool:
    """Return whether who applies answers this question."""
    return field.title in _MEANT.get(field.name, ("", ()))[1]


def someone_else(found: Mapping[str, Any], form: Mapping[str, Any]) -> Iterator[str]:
    """Yield the answers that name somebody else than who applies."""
    both = (name for name in _WHO if name in found and name in form)
    return (name for name in both if normalize(str(form[name])) != normalize(str(found[name])))


def known(spec: FormSpec, told: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the answers that need not be asked; what the form would not take is left to be asked."""
    if not told:
        return {}
    told = {
        **told,
        "name": told.get("unit_name") or told.get("person_name"),
        "number": told.get("uscc") or told.get("id_no"),
        "born": _born(told.get("id_no", ""), today),
        "contact": told.get("handler_name") or told.get("agent_name") or told.get("person_name"),
    }
    found = {
        name: told[attribute]
        for name, (attribute, titles) in _MEANT.items()
        if name in spec.by_name and spec.by_name[name].title in titles and told.get(attribute)
    }
    found |= {n: c[0] for n in _TYPES if n in spec.by_name and len(c := spec.by_name[n].choices) == 1}
    refused = {error.field for error in check_values(spec, found, today=today)}
    return {name: value for name, value in found.items() if name not in refused}


def _born(id_no: str, today: date) -> str:
    """Return the date of birth in an identity number, "" where there is none."""
    born = check(IdentifierKind.PERSON, id_no, today=today).facts.get("born")
    return born.isoformat() if isinstance(born, date) else ""
