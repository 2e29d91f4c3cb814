"""审查要点 as typed in the draft of a version: kept, changed, taken away, added, put in order, each with its basis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yichuang.faces.centre.items.adding import Blank, blanks, free, placed, typed_rows
from yichuang.rules.typed import seen

POINT_MAX, _BASIS_MAX = 300, 300
NAMED = "point-place-"


@dataclass(frozen=True, slots=True)
class Line:
    """One point of the newest version in the form; `place` is 0 where it goes."""

    key: str
    text: str
    basis: str
    place: int


def points_shown(before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]]) -> list[Line]:
    """Return the points of the newest version as they are typed now; what goes comes last."""
    now = {row["key"]: (row, place) for place, row in enumerate(after, 1)}
    rows = [now.get(row["key"], (row, 0)) for row in before]
    lines = [Line(row["key"], row["text"], row.get("basis", ""), place) for row, place in rows]
    return sorted(lines, key=lambda line: line.place or len(after) + 1)


def new_points(told: Any) -> list[Blank]:
    """Return the lines for new points: those that were filled in, and an empty one."""
    return blanks(typed_rows(told, "point", POINT_MAX + 1))


def with_points(rules: dict[str, Any], told: Any, errors: list[str]) -> dict[str, Any]:
    """Return the rules of review with the points as typed; a form of before doesn't know of them."""
    if "points" not in told:
        return rules
    rows = [_kept(row, told) for row in rules.get("review") or () if f"point-{row['key']}" in told]
    kept, taken = len(rows), {row["key"] for row in rules.get("review") or ()}  # a key is never given again
    lines = typed_rows(told, "point", POINT_MAX + 1)
    rows += [{"key": free(f"new{line.number}", taken), "text": line.name, "basis": line.basis} for line in lines]
    if any(len(row["text"]) > POINT_MAX for row in rows):
        errors.append(f"审查要点每条写到 {POINT_MAX} 字以内")
    return rules | {"review": placed(rows, told, lines, kept, NAMED)}


def _kept(row: dict[str, Any], told: Any) -> dict[str, Any]:
    """Return a point as typed; under another basis its quotation is no longer the right one."""
    text = seen(str(told.get(f"point-text-{row['key']}", "")))
    basis = seen(str(told.get(f"point-basis-{row['key']}", "")))[:_BASIS_MAX]
    if basis == row.get("basis", ""):
        return row | {"text": text}
    return {"key": row["key"], "text": text, "basis": basis}
