"""增加与排序: stages and materials that the newest version has not, and the place each stands at, as typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yichuang.rules.typed import seen

MOST = 8  # new rows of one kind in one draft
STAGE_KINDS: Mapping[str, str] = {
    "acceptance": "受理", "review": "审查", "verification": "核准", "decision": "决定", "issue": "制证发证",
}  # fmt: skip
_POSTS: Mapping[str, str] = {
    "acceptance": "窗口人员",
    "review": "审查人",
    "verification": "核准人",
    "issue": "窗口人员",
}
_NAME, _BASIS, _LARGEST = 60, 300, 999
_SLOT: Mapping[str, Any] = {
    "when": "", "originals": 1, "copies": 0, "paper": True, "electronic": True, "issuer": "", "share_exempt": False,
    "share_source": "", "deferrable": False, "blank_form": "", "common_mistakes": [], "situations": [],
    "sample_fields": [],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Blank:
    """One line of the form for something new: what was typed in it, "" where nothing was."""

    number: int
    name: str = ""
    kind: str = ""
    days: str = ""
    basis: str = ""
    place: str = ""
    required: bool = True


def typed_rows(told: Any, what: str, most: int = _NAME) -> list[Blank]:
    """Return the lines that were filled in: `what` is stage, slot or point; `most` characters of its name count."""
    lines = (_line(told, f"new-{what}-{number}", number, most) for number in range(1, MOST + 1))
    return [line for line in lines if line.name]


def blanks(filled: Sequence[Blank]) -> list[Blank]:
    """Return what was filled in, and one empty line more while there is room."""
    following = max((line.number for line in filled), default=0) + 1
    return [*filled, Blank(following)] if following <= MOST else list(filled)


def with_stages(kept: Sequence[dict[str, Any]], told: Any, errors: list[str], department: str) -> list[dict[str, Any]]:
    """Return the stages that stay and the new ones, each at its place."""
    taken, rows = {row["key"] for row in kept}, list(kept)
    for line in typed_rows(told, "stage"):
        kind = line.kind if line.kind in STAGE_KINDS else "review"
        key = free(f"new{line.number}", taken)
        rows.append({
            "key": key, "kind": kind, "name": line.name, "days": _days(line, errors), "unit": "working_day",
            "department": department, "post": _POSTS.get(kind, "负责人"), "duties": [], "sample": False,
        })  # fmt: skip
    return placed(rows, told, typed_rows(told, "stage"), len(kept))


def with_slots(kept: Sequence[dict[str, Any]], told: Any) -> list[dict[str, Any]]:
    """Return the materials that stay and the new ones, each at its place; the check-up asks for the basis."""
    taken, rows, lines = {row["key"] for row in kept}, list(kept), typed_rows(told, "slot")
    for line in lines:
        key = free(f"new{line.number}", taken)
        told_basis = {"basis": line.basis}
        rows.append({**_SLOT, "key": key, "name": line.name, "required": line.required, "legal_basis": told_basis})
    return placed(rows, told, lines, len(kept))


def _line(told: Any, name: str, number: int, longest: int) -> Blank:
    def word(part: str, most: int) -> str:
        return seen(str(told.get(f"{name}{part}", "")))[:most]

    required = f"{name}-need" in told
    return Blank(
        number,
        word("", longest),
        word("-kind", 16),
        word("-days", 6),
        word("-basis", _BASIS),
        word("-place", 3),
        required,
    )


def placed(
    rows: list[dict[str, Any]], told: Any, lines: Sequence[Blank], kept: int, named: str = "place-"
) -> list[dict[str, Any]]:
    """Put the rows in the order typed; what names no place stays where it was, what is new comes last."""
    words = [str(told.get(f"{named}{row['key']}", "")) for row in rows[:kept]] + [line.place for line in lines]
    places = [
        int(w) if w.isascii() and w.isdigit() and len(w) <= len(str(_LARGEST)) else n for n, w in enumerate(words, 1)
    ]
    return [row for _, _, row in sorted(zip(places, range(len(rows)), rows, strict=True), key=lambda one: one[:2])]


def _days(line: Blank, errors: list[str]) -> float:
    try:
        days = float(line.days or 0)
    except ValueError:
        days = -1.0
    if not 0 <= days <= _LARGEST:  # this also catches what is no number
        errors.append(f"环节“{line.name}”的天数不是数字")
        return 0
    return int(days) if days.is_integer() else days


def free(key: str, taken: set[str]) -> str:
    """Return a key that nothing has yet."""
    while key in taken:
        key += "x"
    taken.add(key)
    return key
