"""What was brought (所交材料): the materials that an item asks of a situation, and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.filing.shapes import Row
from yichuang.acts.passing.proxy import asked_of
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.catalogue import shelf
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.ids import new_id

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


def material_rows(region_code: str, case_id: UUID, wish: Submission) -> tuple[Row, ...]:
    """Return one row for each material that the item version asks of this situation."""
    rows = []
    for position, slot in enumerate(asked_of(wish, asked(wish.version, wish.situation)), 1):
        given = wish.materials.get(slot["key"], {})
        rows.append(
            Row(
                Material,
                {
                    "id": new_id(), "region_code": region_code, "case_id": case_id, "key": slot["key"],
                    "name": slot["name"], "required": bool(slot.get("required", True)), "position": position,
                    "verdict": given.get("verdict", MaterialVerdict.UNSEEN.value), "defect": given.get("defect", ""),
                    "files": list(given.get("files", ())), "originals": int(given.get("originals", 0)),
                    "copies": int(given.get("copies", 0)),
                },
            )
        )  # fmt: skip
    return tuple(rows)


def asked(version: ItemVersion, situation: str) -> list[dict[str, Any]]:
    """Return the materials asked in a situation ("" or "*" means all)."""
    return list(shelf.asked(version.materials, situation))
