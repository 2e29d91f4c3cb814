"""事后补齐的材料: what a department wants later stands as required materials of the case, so acceptance asks for it."""

from __future__ import annotations

from uuid import UUID

from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.ids import new_id
from yichuang.rules.meeting.concluding import may_want_later
from yichuang.rules.verdict import Refused

_MOST, _LONGEST = 20, 120


def later_rows(case: CaseFile, seat_id: UUID, wanted: str, *, conclusion: str, department: str) -> tuple[Row, ...]:
    """Return one required material for each line of what is wanted, named after who wants it.

    Raises: Refused.  Basis: S0h-三.9
    """
    names = [words for line in wanted.splitlines() if (words := line.strip(" \t、；;。"))]
    if not names:
        return ()
    may_want_later(conclusion, accepted=case.accepted_on is not None).raise_if_refused()
    if len(names) > _MOST or any(len(name) > _LONGEST for name in names):
        raise Refused("later_materials_long", "S0h-三.9", {"most": _MOST, "longest": _LONGEST})
    return tuple(_row(case, f"later-{seat_id.hex[-12:]}-{n}", f"{name}（{department}要求补齐）", n)
        for n, name in enumerate(names, 1))  # fmt: skip


def _row(case: CaseFile, key: str, name: str, place: int) -> Row:
    return Row(
        Material,
        {
            "id": new_id(), "region_code": case.region_code, "case_id": case.id, "key": key, "name": name,
            "required": True, "position": len(case.materials) + place, "verdict": MaterialVerdict.UNSEEN.value,
            "defect": "", "files": [], "originals": 0, "copies": 0,
        },
    )  # fmt: skip
