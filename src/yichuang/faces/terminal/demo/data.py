"""The files of the demonstration, read with the safe loader."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
# 审查工作细则 of every guide of the demonstration: what the guides themselves don't tell.
_RULES = {
    "conclusion": "同意、不同意二者之一；不同意的写明理由和依据（示例）",
    "cautions": "只看清单列明的材料，不得要求提交清单以外的材料；受理时没有一次告知的内容，不得再要求补正；"
    "与申请事项有利害关系的应当回避；审查意见由本人填写，不得由他人代填（示例）",
    "consequences": "超时限、超权限、逆程序审查的，由监察记录并按规定发给黄牌、红牌；对符合条件的不予批准、"
    "对不符合条件的予以批准，或者不在期限内作出决定的，依照《行政许可法》第七十四条追究责任（示例）",
}


@cache
def read(name: str) -> Any:
    """Return a YAML file of this folder, by its name without ending."""
    return yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def guides() -> Mapping[str, Mapping[str, Any]]:
    """Return the complete guides by id."""
    return {guide["id"]: {"review_rules": _RULES, **guide} for guide in read("guides")["items"]}


@cache
def source_rows() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the item list by name."""
    with (_FOLDER / "items.csv").open(encoding="utf-8") as file:
        return {row["item"]: row for row in csv.DictReader(file)}
