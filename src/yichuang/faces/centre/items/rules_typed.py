"""审查工作细则 as typed in the draft of a version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.records.catalogue.review_rules import NAMES, POINTS, told_of
from yichuang.rules.typed import seen

RULE_MAX = 2000  # characters of one element


@dataclass(frozen=True, slots=True)
class Line:
    """One element in the form: what the office tells in its own words, and what the version tells without them."""

    word: str
    name: str
    own: str
    told: str


def typed_rules(draft: Any) -> list[Line]:
    """Return the elements for the form; the points of review have rows of their own."""
    own = draft.review_rules.get("told") or {}
    return [Line(one.word, one.name, str(own.get(one.word) or ""), one.text) for one in told_of(draft)]


def with_rules(rules: dict[str, Any], told: Any, errors: list[str]) -> dict[str, Any]:
    """Return the rules of review with what was typed of each element; what was left empty is told by the version."""
    own = {}
    for word, name in NAMES.items():
        text = seen(str(told.get(f"rule-{word}", "")))
        if len(text) > RULE_MAX:
            errors.append(f"审查工作细则“{name}”写到 {RULE_MAX} 字以内")
        if text and word != POINTS:
            own[word] = text
    kept = {name: value for name, value in rules.items() if name != "told"}
    return kept | ({"told": own} if own else {})
