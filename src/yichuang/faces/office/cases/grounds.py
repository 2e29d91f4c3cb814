"""The legal basis of a decision (决定依据): picked from what fits the decision, or written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from yichuang.faces.office.cases.opinion import Error
from yichuang.law.book import book
from yichuang.records.catalogue.models import ItemVersion, PowerKind
from yichuang.records.catalogue.regime import regime_of
from yichuang.rules.joint.conclusions import Particulars

REASON_MIN = 10  # characters: a denial explains itself
_MAX, _SHORT = 2000, 200
GRANT, DENY, REFUSE = "grant", "deny", "refuse"  # 准予, 不予许可, 不予受理
_LAW = {DENY: ("XKF-38.2",), REFUSE: ("XKF-32.1(2)",)}
_QUOTA = ("XKF-57",)  # 数量限制: what an item of limited number may be denied for


@dataclass(frozen=True, slots=True)
class Ground:
    """One legal basis that may be ticked."""

    number: int
    words: str
    quote: str
    ticked: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """What the decision form shows: empty, or as posted with its errors."""

    grounds: Sequence[Ground]
    other: str = ""
    reason: str = ""
    office: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)
    particulars: Particulars = field(default_factory=Particulars)

    @property
    def basis_words(self) -> str:
        """Return the bases as the paper prints them: 《水法》第七条、《…》第二十条."""
        ticked = [ground.words for ground in self.grounds if ground.ticked]
        return "、".join([*ticked, *([self.other] if self.other else [])])


def grounds_of(version: ItemVersion, kind: str, ticked: Sequence[str] | None = None) -> tuple[Ground, ...]:
    """Return the bases that fit a decision.

    A grant starts with the item's first one; what is adverse to the applicant starts with none.

    Basis: XKF-38.2, XKF-32.1
    """
    chosen = {"1"} if ticked is None and kind == GRANT else set(ticked or ())
    return tuple(
        Ground(number, words, quote, str(number) in chosen, note)
        for number, (words, quote, note) in enumerate(_fitting(version, kind), 1)
    )


def _fitting(version: ItemVersion, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield basis, quote and note: the setting basis to grant, the conditions that are not met to deny."""
    if kind == GRANT:
        rows = version.guide.get("setting_basis") or []
        yield from ((row["basis"], row.get("quote", ""), "") for row in rows if row.get("basis"))
        return
    yield from ((book().cite(basis), book().text(basis) or "", "") for basis in _law(version, kind))
    conditions: dict[str, list[str]] = {}
    for row in version.guide.get("conditions") or [] if kind == DENY else []:
        if isinstance(row, dict) and row.get("basis"):
            conditions.setdefault(row["basis"], []).append(row.get("text", ""))
    yield from ((basis, "", "；".join(filter(None, texts))) for basis, texts in conditions.items())


def _law(version: ItemVersion, kind: str) -> Sequence[str]:
    """Return what the licence law offers for what is adverse: nothing where the item is no licence."""
    if version.item.power_kind != PowerKind.LICENCE:
        return ()
    return (*_LAW[kind], *(_QUOTA if kind == DENY and regime_of(version).quota else ()))


def empty_decision(version: ItemVersion, kind: str = GRANT) -> DecisionForm:
    """Return the form before anything was written."""
    return DecisionForm(grounds_of(version, kind))


def read_decision(post: QueryDict, version: ItemVersion, kind: str = GRANT) -> DecisionForm:
    """Return the form as posted, with what is missing; what is adverse needs reasons."""
    grounds = grounds_of(version, kind, post.getlist("ground"))
    other, reason = post.get("other", "").strip()[:_MAX], post.get("reason", "").strip()
    errors = []
    if not other and not any(ground.ticked for ground in grounds):
        errors.append(Error("other", "选或写作出决定的法律依据"))
    if kind != GRANT and len(reason) < REASON_MIN:
        errors.append(Error("reason", f"写明理由，不少于 {REASON_MIN} 字；理由写进决定书，申请人看得到"))
    if len(reason) > _MAX:
        errors.append(Error("reason", f"理由太长，请压缩到 {_MAX} 字以内"))
    office = post.get("office", "").strip()[:100]
    return DecisionForm(grounds, other, reason, office, tuple(errors), read_particulars(post))


def read_particulars(post: QueryDict) -> Particulars:
    """Return what goes with an agreement as posted: fee, how it is paid, how the result is picked up, requirements."""
    return Particulars(*(post.get(name, "").strip()[:_SHORT] for name in ("fee", "fee_way", "pickup", "special")))
