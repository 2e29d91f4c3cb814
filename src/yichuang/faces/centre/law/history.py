"""历次取值: what held in one jurisdiction from when to when, as a bar and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.faces.centre.law.words import said
from yichuang.law.book import LawBook
from yichuang.law.shapes import Parameter, Value

_WIDTH, _FIRST = 1000.0, 160.0
_FITS = 60.0  # pixels for every four characters of a caption


@dataclass(frozen=True, slots=True)
class Period:
    """One value and the days it holds: `until` is the first day it no longer holds, None while it stays."""

    since: date | None
    until: date | None
    value: Value | None
    said: str
    cited: str
    whose: str
    when: str  # past, now, later


@dataclass(frozen=True, slots=True)
class Bar:
    """One period as a piece of the drawing."""

    x: float
    width: float
    middle: float
    css: str
    words: str
    since: str


def periods(law: LawBook, parameter: Parameter, profile: str, today: date) -> list[Period]:
    """Return what held and will hold, oldest first; the time before the first value is one of them."""
    days = sorted({value.since for value in law.history(parameter.name, profile)})
    changes: list[tuple[date | None, Value | None]] = [(None, None)]
    for day in days:
        value = law.value(parameter.name, profile, day)
        if value != changes[-1][1]:
            changes.append((day, value))
    return list(_periods(law, parameter, changes, today))


def _periods(
    law: LawBook, parameter: Parameter, changes: Sequence[tuple[date | None, Value | None]], today: date
) -> Iterator[Period]:
    for (since, value), following in zip(changes, [*changes[1:], None], strict=True):
        until = following[0] if following else None
        now = (since is None or since <= today) and (until is None or today < until)
        yield Period(
            since,
            until,
            value,
            said(parameter, value) or "没有规定",
            law.cite(value.basis) if value else "",
            law.profiles()[value.profile].name if value else "",
            "now" if now else "later" if since and since > today else "past",
        )


def bars(found: Sequence[Period]) -> list[Bar]:
    """Return the drawing: not to scale, each period wide enough for its words."""
    rest = (_WIDTH - _FIRST) / max(len(found) - 1, 1)
    drawn, x = [], 0.0
    for number, period in enumerate(found):
        width = _FIRST if number == 0 and len(found) > 1 else rest if number else _WIDTH
        words = period.said if len(period.said) <= max(int(width / _FITS * 4), 4) else f"{period.said[:6]}…"
        css = "none" if period.value is None else period.when
        since = period.since.isoformat() if period.since else ""
        drawn.append(Bar(round(x, 1), round(width, 1), round(x + width / 2, 1), css, words, since))
        x += width
    return drawn
