"""Items that are only listed: what the source documents tell of them, and where to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.records.catalogue.importing.words import CASE_KINDS
from yichuang.records.catalogue.models import Item, PowerKind
from yichuang.records.org.models import Level

Row = Mapping[str, Any]
_UNCHECKED = "事项名称沿用来源文件；依据、材料等要素尚未核定，是否仍在办理以实施部门公布的清单为准。"


def listed_fields(row: Row, source: Mapping[str, str], item: Item) -> dict[str, Any]:
    """Return the few fields that are known: kind of case, limits, and a notice that says the rest is not."""
    return {
        "kind": CASE_KINDS[source["case_kind"]].value,
        "statutory_number": _number(source["statutory_days"]),
        "promised_number": _number(source["promised_days"]),
        "guide": {
            "name_in_source": row["name"],
            "search_words": row.get("words", []),
            "notice": _notice(item),
        },
    }


def _number(words: str) -> int | None:
    return int(words) if words else None


def _notice(item: Item) -> str:
    if item.power_kind == PowerKind.PENALTY:
        return "本事项由行政机关依职权办理，不接受申请。" + _UNCHECKED
    if item.level == Level.PROVINCE:
        return f"本事项由省级部门实施，{item.department.short_name}提供咨询。" + _UNCHECKED
    return _UNCHECKED
