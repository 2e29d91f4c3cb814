"""What law cases ask about co-departments asked again (再次征求), and about their 同意上报 (上报批复)."""

from __future__ import annotations

from typing import Any

from yichuang.faces.common.wording.joint import SENTENCES
from yichuang.law.book import book
from yichuang.rules.joint.part_clock import part_due, part_start, part_terms
from yichuang.rules.joint.rounds import may_conclude_all


def again(example: Any) -> dict[str, Any]:
    """再次征求: by when a department answers that was asked once more."""
    given, calendar = example.given, book().calendar(example.profile)
    terms = part_terms(example.norms)
    start = part_start(given["再次征求"], given.get("领取"), terms, calendar)
    return {"期满": part_due(start, terms, (), calendar, case_due=None)}


def reported(example: Any) -> dict[str, Any]:
    """上报批复: whether the lead may decide while departments have reported upwards."""
    basis = example.norms.basis("decision_conclusions")
    verdict = may_conclude_all(example.given.get("等批复", []), basis)
    if verdict.allowed:
        return {"准许": "是"}
    names = "、".join(verdict.facts["departments"])
    return {"准许": "否", "原因": SENTENCES[verdict.code][0].format(departments=names), "依据": verdict.basis}


ROUNDS = {"再次征求": again, "上报批复": reported}
