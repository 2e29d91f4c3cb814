"""一次告知的内容: what a notice tells at once besides the defects, where a norm lists it (五段)."""

from __future__ import annotations

from typing import Any

from yichuang.acts.norms import norms_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of

_MANNER = {True: "时间计入办理期限", False: "时间不计入办理期限"}
_OWN = frozenset({"receipt", "acceptance"})


def told_once(case: CaseFile) -> dict[str, Any]:
    """Return the sections that the norm asks for, and what the guide of the item tells in them; nothing elsewhere.

    Basis: S3-附件三(二)1
    """
    norm = norms_of(case).get("notice_contents")
    if norm is None:
        return {}
    version = version_of(case.item_version_id)
    steps = [str(row.get("name", "")) for row in version.stages if row.get("kind") not in _OWN and row.get("name")]
    return {
        "sections": list(norm.value) if isinstance(norm.value, tuple) else [str(norm.value)],
        "special_steps": [_special(row) for row in version.special_procedures if row.get("name")],
        "next_steps": list(dict.fromkeys(steps)),
        "fee": str((version.guide.get("fee") or {}).get("text", "")),
    }


def _special(row: dict[str, Any]) -> str:
    """Return a special procedure with when it is needed and whether its time counts."""
    when = f"{row['when']}，" if row.get("when") else ""
    return f"{row['name']}（{when}{_MANNER[bool(row.get('counted'))]}）"
