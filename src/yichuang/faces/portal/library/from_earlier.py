"""用过的材料: a file that the applicant handed in with an earlier case goes into the draft again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest

from yichuang.faces.portal.applying.applicant import name_of
from yichuang.faces.portal.applying.filling import Filling
from yichuang.faces.portal.applying.slots import UPLOAD, Slot, slots
from yichuang.records.cases.drafts import keep
from yichuang.records.cases.files.earlier import Earlier, used_before


def offered(request: HttpRequest, filling: Filling, rows: Sequence[Slot]) -> list[Slot]:
    """Return the slots that are still empty with what was handed in before for the same applicant."""
    names = [row.name for row in rows if row.how == UPLOAD and not row.files]
    old = _old(request, filling, names) if names else []
    return [
        replace(row, earlier=tuple(one for one in old if one.material == row.name))
        if row.how == UPLOAD and not row.files
        else row
        for row in rows
    ]


def taken_again(request: HttpRequest, filling: Filling) -> None:
    """Put the file that was pressed into the draft, if it is one of the visitor's own earlier ones."""
    key, _, digest = request.POST.get("again", "").partition(":")
    row = next((row for row in slots(filling) if row.key == key and row.how == UPLOAD), None)
    found = _old(request, filling, [row.name]) if row else []
    one = next((one for one in found if one.file["digest"] == digest), None)
    if one is None:
        return
    kept = {name: list(files) for name, files in filling.draft.materials.items()}
    kept[key] = [file for file in kept.get(key, []) if file["digest"] != digest] + [one.file]
    keep(filling.draft, request.at, materials=kept)


def _old(request: HttpRequest, filling: Filling, names: Sequence[str]) -> list[Earlier]:
    if filling.bundle:
        return []
    return used_before(request.officer, filling.draft.region_code, name_of(filling.told), names)
