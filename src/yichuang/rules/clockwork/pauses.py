"""The spans of time that do not count (不计入期限) and the special procedures behind them (特殊环节)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType

from ..facts import ClockFact, FactKind

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
_PAUSED, _RESUMED = FactKind.PAUSED, FactKind.RESUMED
_ONE_DAY = timedelta(days=1)
_FIRST = attrgetter("first")


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
        if fact.kind is _PAUSED:
            still_open.append(fact)
        elif fact.kind is _RESUMED and still_open:
            begun = next((f for f in still_open if f.pause == fact.pause), still_open[0])
            still_open.remove(begun)
            spans.append(Pause(begun.on, fact.on, begun.pause))
    spans += [Pause(begun.on, None, begun.pause) for begun in still_open]
    return tuple(spans) if len(spans) < 2 else _apart(sorted(spans, key=_FIRST))


def standing(pauses: Iterable[Pause], on: date) -> Pause | None:
    """Return the pause that has begun by this day and is not yet ended on record (正在中止)."""
    for pause in pauses:
        if pause.first <= on and (pause.last is None or on < pause.last):
            return pause
    return None


def covers(pauses: Iterable[Pause], on: date) -> bool:
    """Return whether this day lies in a pause, its last day included."""
    return any(pause.first <= on and (pause.last is None or on <= pause.last) for pause in pauses)


def _apart(spans: Iterable[Pause]) -> tuple[Pause, ...]:
    """Return the spans so that each day is in one: the later begun, if it does not lie inside another."""
    apart: list[Pause] = []
    for span in spans:
        earlier = apart[-1] if apart else None
        if earlier is not None and (earlier.last is None or earlier.last >= span.first):
            if earlier.last is None or (span.last is not None and span.last <= earlier.last):
                continue
            apart.pop()
            if earlier.first < span.first:
                apart.append(Pause(earlier.first, span.first - _ONE_DAY, earlier.kind))
        apart.append(span)
    return tuple(apart)
