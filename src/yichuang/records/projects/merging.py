"""合并表单与材料: what several items ask becomes one form and one list; what is answered goes back to each item.

Questions about who applies are asked once by themselves, others where the bundle says that they mean the same
(`same.fields`). Materials of one name are asked once, also of names that the bundle calls the same (`same.materials`).
The items' own application forms become one sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus, ItemVersion
from yichuang.records.catalogue.queries import ItemGuide, guides_of
from yichuang.records.catalogue.shelf import asked
from yichuang.records.projects.models import Bundle

SHEET = "sheet"  # the key of the one application form
_ABOUT_APPLICANT = "applicant"
_FORM_NAMES = ("申请书", "申请表", "备案表", "登记表")


@dataclass(frozen=True, slots=True)
class Share:
    """One item's share: which of its questions and materials are which of the merged ones."""

    version: ItemVersion
    situation: str
    fields: Mapping[str, str]
    materials: Mapping[str, str]

    def form(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answers to this item's own questions."""
        return {own: answers[name] for own, name in self.fields.items() if name in answers}

    def given(self, materials: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
        """Return what stands for this item's own materials."""
        return {own: materials[key] for own, key in self.materials.items() if key in materials}


@dataclass(frozen=True, slots=True)
class Merged:
    """One guide for a bundle: a version that no catalogue has, and the share of each item."""

    version: ItemVersion
    shares: tuple[Share, ...]


def merged(bundle: Bundle, today: date) -> Merged | None:
    """Return the merged guide of today, or None where an item of the bundle cannot be applied for."""
    return next((whole for _, whole in all_merged([bundle], today)), None)


def all_merged(bundles: Collection[Bundle], today: date) -> list[tuple[Bundle, Merged]]:
    """Return the bundles that can be applied for with their merged guides of today. Two queries, however many."""
    guides = guides_of({row["code"] for bundle in bundles for row in bundle.items}, today)
    found = [(bundle, _merged(bundle, guides)) for bundle in bundles]
    return [(bundle, whole) for bundle, whole in found if whole is not None]


def _merged(bundle: Bundle, guides: Mapping[str, ItemGuide]) -> Merged | None:
    versions = []
    for row in bundle.items:
        guide = guides.get(row["code"])
        if guide is None or guide.item.status != ItemStatus.OPEN:
            return None
        versions.append((guide.version, row.get("situation", "")))
    if not versions:
        return None
    form, materials = _Form(bundle), _Materials(bundle)
    shares = tuple(
        Share(version, situation, form.take(number, version, situation), materials.take(version, situation))
        for number, (version, situation) in enumerate(versions, 1)
    )
    return Merged(_version(bundle, [version for version, _ in versions], form, materials), shares)


class _Form:
    """The questions, collected item by item."""

    def __init__(self, bundle: Bundle) -> None:
        self.same = frozenset(bundle.same.get("fields", ()))
        self.properties: dict[str, dict[str, Any]] = {}
        self.required: list[str] = []
        self.fields: dict[str, dict[str, Any]] = {}
        self.order: list[str] = []
        self.sections: dict[str, str] = {_ABOUT_APPLICANT: "申请人信息", "common": "共同信息"}

    def take(self, number: int, version: ItemVersion, situation: str) -> dict[str, str]:
        """Take in the questions of an item; return which of its names is which merged one."""
        names = {name: self._name(number, name, version) for name in _asked_fields(version, situation)}
        for name, merged_name in names.items():
            body, words = version.form_schema["properties"][name], dict(_words(version, name))
            words.pop("situations", None)
            if "show_if" in words and words["show_if"]["field"] in names:
                words["show_if"] = {**words["show_if"], "field": names[words["show_if"]["field"]]}
            else:
                words.pop("show_if", None)
            words["section"] = self._section(number, name, merged_name, version)
            self._put(merged_name, body, words, required=name in version.form_schema.get("required", ()))
        return names

    def _name(self, number: int, name: str, version: ItemVersion) -> str:
        shared = name in self.same or _words(version, name).get("section") == _ABOUT_APPLICANT
        there = self.properties.get(name)
        if shared and (there is None or there.get("title") == version.form_schema["properties"][name].get("title")):
            return name
        return f"i{number}_{name}"

    def _section(self, number: int, name: str, merged_name: str, version: ItemVersion) -> str:
        if name == merged_name:
            return _ABOUT_APPLICANT if _words(version, name).get("section") == _ABOUT_APPLICANT else "common"
        self.sections[f"i{number}"] = version.item.short_name or version.item.name
        return f"i{number}"

    def _put(self, name: str, body: Mapping[str, Any], words: Mapping[str, Any], *, required: bool) -> None:
        if name not in self.properties:
            self.properties[name], self.fields[name] = dict(body), dict(words)
            self.order.append(name)
        elif "enum" in body:
            kept = [word for word in self.properties[name].get("enum", ()) if word in body["enum"]]
            self.properties[name]["enum"] = kept or list(body["enum"])
        if required and name not in self.required:
            self.required.append(name)


class _Materials:
    """The materials, collected item by item."""

    def __init__(self, bundle: Bundle) -> None:
        self.sheet = f"{bundle.name}综合申请表"
        self.groups = [frozenset(names) for names in bundle.same.get("materials", ())]
        self.rows: dict[str, dict[str, Any]] = {}
        self.known: dict[Any, str] = {}

    def take(self, version: ItemVersion, situation: str) -> dict[str, str]:
        """Take in the materials of an item; return which of its keys is which merged one."""
        return {row["key"]: self._key(row) for row in asked(version.materials, situation)}

    def _key(self, row: Mapping[str, Any]) -> str:
        if row.get("blank_form") and row["name"].endswith(_FORM_NAMES) and not row.get("share_exempt"):
            sheet = {"key": SHEET, "name": self.sheet, "blank_form": True, "required": True, "electronic": True}
            self.rows.setdefault(SHEET, sheet)
            return SHEET
        mark = next((group for group in self.groups if row["name"] in group), row["name"])
        key = self.known.setdefault(mark, f"m{len(self.known) + 1}")
        there = self.rows.get(key)
        plain = {name: value for name, value in row.items() if name != "situations"} | {"key": key}
        if there is None or (there.get("share_exempt") and not row.get("share_exempt")):
            self.rows[key] = plain
        self.rows[key]["required"] = bool(row.get("required", True) or (there or {}).get("required", False))
        return key


def _version(bundle: Bundle, versions: list[ItemVersion], form: _Form, materials: _Materials) -> ItemVersion:
    """Return the version that stands for the bundle in the wizard; it is never saved."""
    first, slow = versions[0], [version for version in versions if not _on_the_spot(version)]
    longest = max(slow or versions, key=lambda version: version.promised_number or version.statutory_number or 0)
    item = Item(
        region_code=bundle.centre.region.code, centre=bundle.centre, department=first.item.department, code=bundle.slug,
        name=bundle.name, short_name=bundle.name, power_kind=first.item.power_kind, level=first.item.level,
        status=ItemStatus.OPEN, for_person=all(version.item.for_person for version in versions),
        for_organisation=all(version.item.for_organisation for version in versions),
    )  # fmt: skip
    sections = [{"key": key, "title": title} for key, title in form.sections.items()]
    schema = {"type": "object", "properties": form.properties, "required": form.required}
    return ItemVersion(
        item=item, number=1, effective_on=max(version.effective_on for version in versions),
        kind=CaseKind.PROMISED if slow else CaseKind.INSTANT,
        statutory_number=longest.statutory_number, statutory_unit=longest.statutory_unit,
        statutory_basis=longest.statutory_basis, promised_number=longest.promised_number or None,
        promised_unit=longest.promised_unit, materials=list(materials.rows.values()), form_schema=schema,
        form_ui={"sections": sections, "order": form.order, "fields": form.fields},
    )  # fmt: skip


def _on_the_spot(version: ItemVersion) -> bool:
    return version.kind == CaseKind.INSTANT and not version.promised_number


def _asked_fields(version: ItemVersion, situation: str) -> Iterator[str]:
    """Yield the names of an item's questions in this situation, in the order of its layout."""
    listed = version.form_schema.get("properties", {})
    order = [name for name in version.form_ui.get("order", ()) if name in listed]
    for name in dict.fromkeys([*order, *listed]):
        wanted = set(_words(version, name).get("situations", ()))
        if not situation or not wanted or {situation, "*"} & wanted:
            yield name


def _words(version: ItemVersion, name: str) -> Mapping[str, Any]:
    words: Mapping[str, Any] = version.form_ui.get("fields", {}).get(name, {})
    return words
