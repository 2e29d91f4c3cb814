"""The opinion form (审查意见): conclusion, words, and the points that were checked (审查要点)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from yichuang.records.catalogue.models import ItemVersion

VERDICTS = (("ok", "符合", "y-on"), ("no", "不符", "n-on"), ("doubt", "存疑", "w-on"))
_WORDS = {value: words for value, words, _ in VERDICTS}
_NOTE_MAX, _OPINION_MAX = 300, 4000


@dataclass(frozen=True, slots=True)
class Error:
    """One error of a form, for the summary on top."""

    anchor: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Point:
    """One review point with what was found about it. `pin` is its number on the materials."""

    pin: int
    key: str
    text: str
    basis: str
    quote: str = ""
    verdict: str = ""
    note: str = ""
    material: str = ""

    @property
    def words(self) -> str:
        """Return 符合, 不符, 存疑 or 未看."""
        return _WORDS.get(self.verdict, "未看")


@dataclass(frozen=True, slots=True)
class OpinionForm:
    """What the form shows: empty, or as it was posted with its errors."""

    points: Sequence[Point]
    agree: str = ""
    opinion: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)

    @property
    def checks(self) -> list[dict[str, Any]]:
        """Return the checked points as they go on record with the opinion."""
        return [
            {
                "key": point.key, "text": point.text, "verdict": point.verdict, "note": point.note,
                "material": point.material,
            }
            for point in self.points
            if point.verdict or point.note
        ]  # fmt: skip

    @property
    def tally(self) -> str:
        """Return 4 条：2 符合 · 1 不符 · 1 未看."""
        return tally(self.points)


def points_of(version: ItemVersion, checks: Sequence[Mapping[str, Any]] = ()) -> tuple[Point, ...]:
    """Return the review points of an item version with what a review found, if given."""
    found = {check.get("key"): check for check in checks}
    rules = version.review_rules.get("review") or []
    return tuple(
        Point(
            number, rule["key"], rule["text"], rule.get("basis", ""), rule.get("quote", ""),
            *(str(found.get(rule["key"], {}).get(name, "")) for name in ("verdict", "note", "material")),
        )
        for number, rule in enumerate(rules, 1)
    )  # fmt: skip


def tally(points: Sequence[Point]) -> str:
    """Return how many points have which verdict."""
    counts = [(words, sum(p.verdict == value for p in points)) for value, words, _ in VERDICTS]
    rest = len(points) - sum(count for _, count in counts)
    parts = [f"{count} {words}" for words, count in [*counts, ("未看", rest)] if count]
    return f"{len(points)} 条：{' · '.join(parts)}" if points else ""


def read_opinion(post: QueryDict, version: ItemVersion) -> OpinionForm:
    """Return the form as posted, with what is missing."""
    checks = [
        {
            "key": point.key,
            "verdict": _known(post.get(f"c-{point.key}", "")),
            "note": post.get(f"n-{point.key}", "").strip()[:_NOTE_MAX],
            "material": post.get(f"m-{point.key}", "")[:40],
        }
        for point in points_of(version)
    ]
    agree, opinion = post.get("agree", ""), post.get("opinion", "").strip()
    errors = []
    if agree not in ("yes", "no"):
        errors.append(Error("agree-yes", "选结论：同意，或不同意"))
    if not opinion:
        errors.append(Error("opinion", "写意见和依据"))
    if len(opinion) > _OPINION_MAX:
        errors.append(Error("opinion", f"意见太长，请压缩到 {_OPINION_MAX} 字以内"))
    return OpinionForm(points_of(version, checks), agree, opinion, tuple(errors))


def _known(verdict: str) -> str:
    return verdict if verdict in _WORDS else ""
