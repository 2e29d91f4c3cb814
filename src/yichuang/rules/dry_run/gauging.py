"""One thing on record under another norm (试算一条记录): a last day, a number, a word, and what would break it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ..norms import Norm, Term
from ..periods import end_of, last_day, latest_before
from ..permissions import may_sign
from ..working_days import Calendar
from .stretching import moved_due

_TWO, _DECEMBER, _LAST = 2, 12, 31


class Way(StrEnum):
    """How a norm binds what is on record (约束方式)."""

    DUTY = "duty"  # 应当在期限内做
    RIGHT = "right"  # 可以在期限内做，过期不再接收
    TERM = "term"  # 期限自行届满
    KEPT = "kept"  # 保管到期满当年年底
    BAN = "ban"  # 禁止到期满前一日
    LEAD = "lead"  # 应当提前做
    MOST = "most"  # 不多于
    LEAST = "least"  # 不少于
    AMONG = "among"  # 只能是其中之一
    RANK = "rank"  # 职务不低于
    EFFECT = "effect"  # 已经发生的效力


_ANEW = (Way.LEAD, Way.KEPT, Way.BAN)
NEVER_MISSED = (Way.TERM, Way.KEPT, Way.BAN)
NUMBERS_AND_WORDS = (Way.MOST, Way.LEAST, Way.AMONG, Way.RANK)


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What the records keep: from when, until when, when it was done, how many, which word; when the case ended."""

    start: date | None = None
    due: date | None = None
    done: date | None = None
    number: int | None = None
    word: str = ""
    ended: date | None = None


class Altered(NamedTuple):
    """The norm that binds a case and the one that would; None where nothing is in force."""

    was: Norm | None
    then: Norm | None


@dataclass(frozen=True, slots=True)
class Gauged:
    """The last day as it is and as it would be; whether what is on record breaks the norm now, and would then."""

    was: date | None
    would: date | None
    broke: bool
    would_break: bool
    differs: bool


def gauge(way: Way, row: OnRecord, norms: Altered, calendar: Calendar, *, today: date) -> Gauged | None:
    """Return what a norm says of one record now and as it would be, None where it says nothing of it (试算).

    What people did in answer to the dates they saw is left as it was.

    Raises: OutsideCalendar.  Basis: XKF-42, XKF-8.1
    """
    if way is Way.EFFECT:
        reached = row.due is None or (row.done or row.ended or today) > row.due
        return Gauged(None, None, False, False, True) if reached else None
    if way in NUMBERS_AND_WORDS:
        now, later = _breaks(way, row, norms.was), _breaks(way, row, norms.then)
        return Gauged(None, None, now, later, now is not later)
    if row.start is None:
        return None
    first = _last(way, row, norms.was, calendar)
    second = _moved(way, row, norms, calendar)
    now, later = _missed(way, row, first, today), _missed(way, row, second, today)
    return Gauged(first, second, now, later, first != second or now is not later)


def _breaks(way: Way, row: OnRecord, norm: Norm | None) -> bool:
    """Return whether a number or a word goes against the norm; without a norm nothing does."""
    if norm is None:
        return False
    value = norm.value
    if way is Way.AMONG:
        return row.word not in (value if isinstance(value, tuple) else (str(value),))
    if way is Way.RANK:
        return not may_sign(frozenset({row.word}), str(value), norm.basis).allowed
    bound = _TWO if value is True else Fraction(0) if isinstance(value, bool) else Fraction(str(value))
    return row.number is not None and (row.number > bound if way is Way.MOST else row.number < bound)


def _term(norm: Norm) -> Term:
    return Term(int(str(norm.value)), norm.unit, norm.basis)


def _last(way: Way, row: OnRecord, norm: Norm | None, calendar: Calendar) -> date | None:
    """Return the last day under the norm of today: the one on record, else counted."""
    if row.due is not None or norm is None or row.start is None:
        return row.due
    return _counted(way, row.start, _term(norm), calendar)


def _counted(way: Way, start: date, term: Term, calendar: Calendar) -> date:
    if way is Way.LEAD:
        return latest_before(start, term, calendar)
    if way is Way.KEPT:
        return last_day(date(start.year, _DECEMBER, _LAST), term)
    if way is Way.BAN:
        return last_day(start, term) - timedelta(days=1)
    return end_of(start, term, calendar)


def _moved(way: Way, row: OnRecord, norms: Altered, calendar: Calendar) -> date | None:
    """Return the last day under the other norm; where none bound before, the shorter of it and the day on record."""
    (was, then), start = norms, row.start
    if then is None or start is None:
        return row.due if was is None else None
    if was is None or way in _ANEW:
        counted = _counted(way, start, _term(then), calendar)
        return min(counted, row.due) if was is None and row.due else counted
    last = row.due or end_of(start, _term(was), calendar)
    return moved_due(start, last, _term(was), _term(then), calendar)


def _missed(way: Way, row: OnRecord, last: date | None, today: date) -> bool:
    """Return whether the day was missed: a duty also while it is still owed, a right only when it was used late."""
    if last is None or way in NEVER_MISSED:
        return False
    done = row.done or (None if way in (Way.RIGHT, Way.LEAD) else row.ended or today)
    return done is not None and done > last
