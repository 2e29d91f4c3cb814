"""申请材料 in words: what a situation asks for, in which form, from whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.shelf import asked


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material as the guide shows it."""

    key: str
    name: str
    necessity: str
    when: str
    form: tuple[str, ...]
    source: str
    exempt: bool
    deferrable: bool
    blank: bool
    basis: dict[str, Any]
    mistakes: tuple[str, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class MaterialList:
    """The materials of one situation, with the other situations to choose from."""

    situation: str
    situation_name: str
    situations: tuple[tuple[str, str], ...]
    rows: tuple[MaterialRow, ...]
    exempt: int
    sample: bool


def material_list(version: ItemVersion, wanted: str) -> MaterialList:
    """Return the list of the wanted situation, of the first one where the wanted is unknown."""
    names = {row["code"]: row["name"] for row in version.situations}
    situation = wanted if wanted in names else next(iter(names), "")
    rows = tuple(_row(slot) for slot in asked(version.materials, situation))
    return MaterialList(
        situation=situation,
        situation_name=names.get(situation, ""),
        situations=tuple(names.items()),
        rows=rows,
        exempt=sum(row.exempt for row in rows),
        sample=any(row.sample for row in rows),
    )


def _row(slot: dict[str, Any]) -> MaterialRow:
    exempt = bool(slot.get("share_exempt"))
    return MaterialRow(
        key=slot["key"],
        name=slot["name"],
        necessity="必要" if slot.get("required", True) else "情形必要",
        when=slot.get("when", ""),
        form=("不用交",) if exempt else _copies(slot),
        source=slot.get("share_source", "") if exempt else slot.get("issuer", ""),
        exempt=exempt,
        deferrable=bool(slot.get("deferrable")),
        blank=bool(slot.get("blank_form")),
        basis=slot.get("legal_basis") or {},
        mistakes=tuple(slot.get("common_mistakes", ())),
        sample=bool(slot.get("sample_fields")),
    )


def _copies(slot: dict[str, Any]) -> tuple[str, ...]:
    """Return 原件 2 份, 复印件 1 份; 电子件 where no paper is asked for."""
    counts = (("原件", slot.get("originals", 0)), ("复印件", slot.get("copies", 0)))
    return tuple(f"{name} {count} 份" for name, count in counts if count) or ("电子件",)
