"""申请材料 of a draft: what each one needs (a file, nothing, the form itself, paper), and whether it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from yichuang.acts.passing.proxy import with_attorney
from yichuang.faces.portal.applying.applicant import FAMILY
from yichuang.faces.portal.applying.filling import Filling
from yichuang.faces.portal.applying.promising import spared
from yichuang.records.cases.files.earlier import Earlier
from yichuang.records.catalogue.shelf import asked

UPLOAD, EXEMPT, FORM, PAPER, PROMISED = "upload", "exempt", "form", "paper", "promised"
MISSING = "请上传这份材料"
_FORM_NAMES = ("申请书", "申请表", "备案表", "登记表")


@dataclass(frozen=True, slots=True)
class Slot:
    """One material. `files` are those in the draft; `errors` say what is wrong with what was just sent."""

    number: int
    key: str
    name: str
    how: str
    required: bool
    when: str
    copies: str
    source: str
    mistakes: tuple[str, ...]
    files: tuple[Mapping[str, Any], ...] = ()
    errors: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()  # files of earlier cases
    offers: tuple[tuple[str, str, str], ...] = ()  # certificates of the library: id, name, number

    @property
    def ready(self) -> bool:
        """Return whether nothing is missing here."""
        return self.how != UPLOAD or bool(self.files) or not self.required

    @property
    def css(self) -> str:
        """Return the class of the card."""
        if self.errors:
            return "bad"
        return "done" if self.how != UPLOAD or self.files else ""

    @property
    def state(self) -> str:
        """Return the state in words."""
        if self.errors:
            return "还没有" if self.errors == (MISSING,) else "不能使用"
        fixed = {EXEMPT: "免提交", FORM: "由填写的内容生成", PAPER: "到窗口交", PROMISED: "以承诺代替"}
        if self.how in fixed:
            return fixed[self.how]
        return "已上传" if self.files else ("还没有" if self.required else "有就传")


def slots(filling: Filling, errors: Mapping[str, Sequence[str]] | None = None) -> list[Slot]:
    """Return the materials that this situation asks for, in order."""
    proxy = filling.told.get("behalf") == FAMILY and not filling.bundle
    asked_for = asked(filling.version.materials, filling.draft.situation)
    rows = with_attorney(asked_for) if proxy else asked_for
    wrong, promised = errors or {}, spared(filling)
    found = [
        _slot(number, row, filling.draft.materials.get(row["key"], ()), wrong.get(row["key"], ()))
        for number, row in enumerate(rows, 1)
    ]
    return [replace(row, how=PROMISED) if row.key in promised else row for row in found]


def complete(rows: Sequence[Slot]) -> bool:
    """Return whether every required material is there."""
    return all(row.ready for row in rows)


def _slot(number: int, row: Mapping[str, Any], files: Sequence[Mapping[str, Any]], errors: Sequence[str]) -> Slot:
    return Slot(
        number=number,
        key=row["key"],
        name=row["name"],
        how=_how(row),
        required=bool(row.get("required", True)),
        when=row.get("when", ""),
        copies=_copies(row),
        source=row.get("share_source", "") if row.get("share_exempt") else row.get("issuer", ""),
        mistakes=tuple(row.get("common_mistakes", ())),
        files=tuple(files),
        errors=tuple(errors),
    )


def _how(row: Mapping[str, Any]) -> str:
    if row.get("share_exempt"):
        return EXEMPT
    if row.get("blank_form") and row["name"].endswith(_FORM_NAMES):
        return FORM
    return UPLOAD if row.get("electronic", True) else PAPER


def _copies(row: Mapping[str, Any]) -> str:
    counts = (("原件", row.get("originals", 0)), ("复印件", row.get("copies", 0)))
    return "、".join(f"{name} {count} 份" for name, count in counts if count)
