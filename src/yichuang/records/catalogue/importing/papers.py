"""What people bring and what they get: materials, situations, result (材料、情形、结果)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.records.catalogue.importing.citing import citation

Guide = Mapping[str, Any]
_NO_CONDITION = frozenset({"见所列情形", "所有情形"})


def situations(guide: Guide) -> list[dict[str, Any]]:
    """Return the situations people can be in."""
    rows = guide.get("situations") or ()
    return [{"code": row["code"], "name": row["name"], **citation(row)} for row in rows]


def materials(guide: Guide) -> list[dict[str, Any]]:
    """Return the materials. `required` False: only when `when` holds (情形必要)."""
    return [
        {
            "key": row["code"],
            "name": row["name"],
            "required": row["required"] == "必要",
            "when": "" if row["when"] in _NO_CONDITION else row["when"],
            "originals": row["originals"],
            "copies": row["copies"],
            "paper": "纸质" in row["medium"],
            "electronic": "电子" in row["medium"],
            "issuer": row["issued_by"],
            "share_exempt": row["share_exempt"],
            "share_source": row.get("share_source", ""),
            "deferrable": row["deferrable"],
            "blank_form": row["blank_form"],
            "legal_basis": citation(row["legal_basis"]),
            "common_mistakes": row.get("mistakes", []),
            "situations": row["situations"],
            "sample_fields": row.get("sample_fields", []),
        }
        for row in guide["materials"]
    ]


def certificate(guide: Guide, extra: Guide) -> dict[str, Any]:
    """Return what is issued. `extra` brings the type's short name, its word (字号) and years of validity."""
    result = guide["result"]
    return {
        "type_name": extra["type_name"],
        "name": result["name"],
        "kind": result["kind"],
        "word": extra["word"],
        "valid_years": extra.get("valid_years"),
        "number_pattern": result["number_pattern"],
        "number_sample": result["number_sample"],
        "validity": {"text": result["validity"]["text"], **citation(result["validity"])},
        "sample": bool(result.get("sample")),
    }
