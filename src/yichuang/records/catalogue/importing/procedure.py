"""How an item is handled: limits, stages, special procedures, review rules (时限、环节、特殊环节、细则)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.records.catalogue.importing.citing import citation, source_id
from yichuang.records.catalogue.importing.words import PROCEDURE_KINDS, STAGE_KINDS, UNITS, first_word

Guide = Mapping[str, Any]


def limits(guide: Guide) -> dict[str, Any]:
    """Return the columns of the statutory and the promised limit."""
    statutory, promised = guide.get("statutory_limit") or {}, guide.get("promised_limit") or {}
    known = statutory.get("number") is not None
    return {
        "statutory_number": statutory.get("number"),
        "statutory_unit": UNITS.get(statutory.get("unit"), "working_day"),
        "statutory_basis": source_id(statutory["basis"]) if known else "",
        "promised_number": promised.get("number"),
        "promised_unit": UNITS.get(promised.get("unit"), "working_day"),
    }


def limit_notes(guide: Guide) -> dict[str, Any]:
    """Return what a guide says about its limits besides the numbers."""
    return {
        name: {**citation(row), **_some(row, "number", "unit", "start", "excludes", "on_the_spot")}
        for name, row in (
            ("statutory", guide.get("statutory_limit")),
            ("acceptance", guide.get("acceptance_limit")),
            ("promised", guide.get("promised_limit")),
        )
        if row
    }


def stages(guide: Guide, department: str) -> list[dict[str, Any]]:
    """Return the stages in order. One that names nobody is the implementing department's."""
    return [
        {
            "key": f"s{number}",
            "kind": "acceptance" if number == 1 else first_word(row["name"], STAGE_KINDS, "review"),
            "name": row["name"],
            "days": row["days"],
            "unit": UNITS[row["unit"]],
            "department": row.get("department") or department,
            "post": row["post"],
            "duties": row.get("duties", []),
            "sample": bool(row.get("sample")),
        }
        for number, row in enumerate(guide["stages"], 1)
    ]


def special_procedures(guide: Guide) -> list[dict[str, Any]]:
    """Return the special procedures; `counted` says whether their days are part of the limit."""
    return [
        {
            "kind": first_word(row["name"], PROCEDURE_KINDS, "other"),
            "name": row["name"],
            "code": row["code"],
            "days": row["days"],
            "unit": UNITS[row["unit"]],
            "counted": row["counted"],
            "when": row["when"],
            **citation(row),
            **_some(row, "sample_note", "count_note", "approver", "once"),
        }
        for row in guide.get("special_procedures") or ()
    ]


def review_rules(guide: Guide) -> dict[str, Any]:
    """Return what acceptance and review look at (受理要点、审查要点), and what the rules of review tell besides."""
    points, told = guide.get("review_points") or {}, guide.get("review_rules") or {}
    more = {"told": dict(told)} if told else {}
    return more | {
        name: [
            {"key": f"{name[0]}{number}", "text": row["text"], **citation(row)}
            for number, row in enumerate(points.get(name, ()), 1)
        ]
        for name in ("accept", "review")
    }


def _some(row: Guide, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names if row.get(name) not in (None, "")}
