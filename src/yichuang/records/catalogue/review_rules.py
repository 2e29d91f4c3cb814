"""审查工作细则: what the rules of review of an item tell, element by element, and which of them are missing.

The points of review stand in `review_rules["review"]`, each with its basis; what an office tells besides in its own
words stands in `review_rules["told"]`, by element. Where it tells nothing, the version itself often does: its
situations, its conditions, its stages with their days, posts and duties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from yichuang.rules.norms import Norms

# The words of the norm (审查工作细则要素) and the names that the norm gives them.
NAMES: Mapping[str, str] = MappingProxyType({
    "situations": "适用情形", "statutory_content": "法定审查内容", "key_points": "审查要点", "criteria": "审查评判依据",
    "procedure": "审查程序", "time_limit": "审查期限", "responsibility": "各级审查人责任",
    "conclusion": "审查意见（结论）", "cautions": "注意事项", "consequences": "不当审查行为的后果",
})  # fmt: skip
POINTS = "key_points"  # has rows of its own, each with its basis


@dataclass(frozen=True, slots=True)
class Told:
    """One element of the rules: its word, its name, and what they tell, "" where nothing."""

    word: str
    name: str
    text: str


def told_of(version: Any) -> tuple[Told, ...]:
    """Return every element with what is told of it.

    Basis: S3-二(二)2
    """
    own = version.review_rules.get("told") or {}
    texts = ((word, name, str(own.get(word) or "").strip()) for word, name in NAMES.items())
    return tuple(Told(word, name, text or _DERIVED.get(word, _nothing)(version)) for word, name, text in texts)


def untold(version: Any, norms: Norms | None) -> Iterator[tuple[str, str]]:
    """Yield name and article of each element that the place asks for and the version doesn't tell.

    Basis: S3-二(二)2
    """
    norm = norms.get("review_rule_fields") if norms else None
    if norm is None or not isinstance(norm.value, tuple):
        return
    asked = frozenset(norm.value)
    yield from ((one.name, norm.basis) for one in told_of(version) if one.word in asked and not one.text)


def cautions_of(version: Any) -> tuple[Told, ...]:
    """Return what whoever reviews must heed, and what follows if he doesn't (注意事项、不当审查行为的后果)."""
    return tuple(one for one in told_of(version) if one.word in ("cautions", "consequences") and one.text)


def _nothing(_version: Any) -> str:
    return ""


def _situations(version: Any) -> str:
    return "；".join(str(row.get("name", "")) for row in version.situations if row.get("name"))


def _content(version: Any) -> str:
    return "；".join(str(row.get("text", "")) for row in version.guide.get("conditions") or () if row.get("text"))


def _points(version: Any) -> str:
    return "；".join(row["text"] for row in version.review_rules.get("review") or () if row.get("text"))


def _criteria(version: Any) -> str:
    cited = (row.get("basis", "") for row in version.review_rules.get("review") or ())
    return "；".join(dict.fromkeys(basis for basis in cited if basis))


def _procedure(version: Any) -> str:
    return " → ".join(str(row.get("name", "")) for row in version.stages if row.get("name"))


def _time(version: Any) -> str:
    days = ((row.get("name", ""), row.get("days")) for row in version.stages)
    return "；".join(f"{name} {number:g} 日" for name, number in days if name and number is not None)


def _responsibility(version: Any) -> str:
    rows = ((row.get("post", ""), row.get("duties") or ()) for row in version.stages)
    return "；".join(f"{post}：{'、'.join(duties)}" for post, duties in rows if post and duties)


_DERIVED: Mapping[str, Callable[[Any], str]] = MappingProxyType({
    "situations": _situations, "statutory_content": _content, "key_points": _points, "criteria": _criteria,
    "procedure": _procedure, "time_limit": _time, "responsibility": _responsibility,
})  # fmt: skip
