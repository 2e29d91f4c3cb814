"""The spans of time that do not count (不计入期限) and the special procedures behind them (特殊环节)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from .facts import ClockFact, FactKind

SPECIAL_PROCEDURES: Mapping[str, str] = MappingProxyType(
    {
        "hearing": "听证",
        "tender": "招标",
        "auction": "拍卖",
        "inspection": "检验",
        "testing": "检测",
        "quarantine": "检疫",
        "appraisal": "鉴定",
        "expert_review": "专家评审",
        "public_notice": "公示",
        "survey": "测绘",
        "province_consultation": "与其他省协商",
        "planning_committee": "提请规委会审议",
        "government_review": "报请市政府审查",
        "site_visit": "踏勘",
    }
)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    """One span that does not count: first and last day included; `last` None while it is open (中止)."""

    first: date
    last: date | None
    kind: str


def name_of(kind: str) -> str:
    """Return the Chinese name of a special procedure, or the word itself when it is not on the list."""
    return SPECIAL_PROCEDURES.get(kind, kind)


def kind_of(word: str) -> str | None:
    """Return the code of a special procedure given by code or Chinese name; None for any other word."""
    if word in SPECIAL_PROCEDURES:
        return word
    return next((kind for kind, name in SPECIAL_PROCEDURES.items() if name == word), None)


def pauses_of(facts: Iterable[ClockFact]) -> tuple[Pause, ...]:
    """Return the pauses of a history as spans in order that do not overlap.

    A resumption ends the pause of its own kind, or the earliest still open when it names none; days shared by
    two pauses are counted out once; what follows an open pause is part of it.

    Shape: facts in order of their days, those of one day in the order in which they happened.
    Basis: XKF-45.
    """
    spans: list[Pause] = []
    still_open: list[ClockFact] = []
    for fact in facts:
        if fact.kind is FactKind.PAUSED:
            still_open.append(fact)
        elif fact.kind is FactKind.RESUMED and still_open:
            begun = next((f for f in still_open if f.pause == fact.pause), still_open[0])
            still_open.remove(begun)
            spans.append(Pause(begun.on, fact.on, begun.pause))
    spans += [Pause(begun.on, None, begun.pause) for begun in still_open]
    return tuple(spans) if len(spans) < 2 else _apart(sorted(spans, key=lambda span: span.first))


def after(pauses: tuple[Pause, ...], start: date) -> tuple[Pause, ...]:
    """Return what of the pauses lies after the day on which the clock started."""
    if not pauses or pauses[0].first > start:
        return pauses
    return _apart(pauses, begin=start + _ONE_DAY)


def _apart(spans: Sequence[Pause], begin: date = date.min) -> tuple[Pause, ...]:
    apart: list[Pause] = []
    for span in spans:
        if span.last is not None and span.last < begin:
            continue
        apart.append(Pause(max(span.first, begin), span.last, span.kind))
        if span.last is None:
            break
        begin = span.last + _ONE_DAY
    return tuple(apart)
