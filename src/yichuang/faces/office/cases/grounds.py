"""The legal basis of a decision (决定依据): picked from the item's own setting basis, or written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from yichuang.faces.office.cases.opinion import Error
from yichuang.records.catalogue.models import ItemVersion

REASON_MIN = 10  # characters: a denial explains itself
_MAX = 2000


@dataclass(frozen=True, slots=True)
class Ground:
    """One legal basis that may be ticked."""

    number: int
    words: str
    quote: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """What the decision form shows: empty, or as posted with its errors."""

    grounds: Sequence[Ground]
    other: str = ""
    reason: str = ""
    office: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)

    @property
    def basis_words(self) -> str:
        """Return the bases as the paper prints them: 《水法》第七条、《…》第二十条."""
        ticked = [ground.words for ground in self.grounds if ground.ticked]
        return "、".join([*ticked, *([self.other] if self.other else [])])


def grounds_of(version: ItemVersion, ticked: Sequence[str] | None = None) -> tuple[Ground, ...]:
    """Return the bases of the item; the first is ticked until somebody says otherwise."""
    rows = [row for row in version.guide.get("setting_basis") or [] if row.get("basis")]
    chosen = {"1"} if ticked is None else set(ticked)
    return tuple(
        Ground(number, row["basis"], row.get("quote", ""), str(number) in chosen) for number, row in enumerate(rows, 1)
    )


def empty_decision(version: ItemVersion) -> DecisionForm:
    """Return the form before anything was written."""
    return DecisionForm(grounds_of(version))


def read_decision(post: QueryDict, version: ItemVersion, *, reasons: bool) -> DecisionForm:
    """Return the form as posted, with what is missing; `reasons` asks for reasons (不予)."""
    grounds = grounds_of(version, post.getlist("ground"))
    other, reason = post.get("other", "").strip()[:_MAX], post.get("reason", "").strip()
    errors = []
    if not other and not any(ground.ticked for ground in grounds):
        errors.append(Error("other", "选或写作出决定的法律依据"))
    if reasons and len(reason) < REASON_MIN:
        errors.append(Error("reason", f"写明理由，不少于 {REASON_MIN} 字；理由写进决定书，申请人看得到"))
    if len(reason) > _MAX:
        errors.append(Error("reason", f"理由太长，请压缩到 {_MAX} 字以内"))
    return DecisionForm(grounds, other, reason, post.get("office", "").strip()[:100], tuple(errors))
