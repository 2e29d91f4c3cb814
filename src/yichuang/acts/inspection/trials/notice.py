"""放假安排试算: what a holiday notice would move before anybody imports it. It reads only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.acts.act import stored_dates
from yichuang.law.notices import first_day
from yichuang.records.cases.queries import clock_facts
from yichuang.records.cases.sweeping import notice_reaches
from yichuang.records.org.directory import Directory
from yichuang.records.org.notices import supposing
from yichuang.rules.clock import ClockTerms, fold
from yichuang.rules.working_days import YearNotice

_CHUNK = 500
_DAYS = ("answer_by", "due_on", "promised_due_on")


@dataclass(frozen=True, slots=True)
class Shift:
    """One running case that the notice reaches: the day it was told and would be, and the legal day now and then."""

    no: str
    region_code: str
    item_id: UUID
    was: date | None
    now: date | None
    provisional: bool
    legal: tuple[date | None, date | None]

    @property
    def moves(self) -> bool:
        """Return whether the applicant is told another day."""
        return self.was != self.now


def try_notice(notice: YearNotice, profile: str, place: Directory, at: datetime) -> list[Shift]:
    """Return the running cases of every region that a notice would recompute, those that move first.

    Raises: LawError, where a year would be left out.
    Basis: XKF-82, FJB-7
    """
    then = supposing(notice, profile, place, at)
    found = [shift for region in place.centres for shift in _shifts(region, notice.year, (place, then), at.date())]
    return sorted(found, key=lambda one: (not one.moves, one.now or date.max, one.no))


def _shifts(region: str, year: int, places: tuple[Directory, Directory], today: date) -> Iterator[Shift]:
    rows = list(notice_reaches(region, first_day(year)))
    for first in range(0, len(rows), _CHUNK):
        yield from _chunk(region, rows[first : first + _CHUNK], places, today)


def _chunk(region: str, rows: Sequence[Any], places: tuple[Directory, Directory], today: date) -> Iterator[Shift]:
    facts = clock_facts(region, [row.id for row in rows])
    for row in rows:
        calendar = places[1].calendar(row.profile)
        if calendar.version == places[0].calendar(row.profile).version:
            continue
        clock = fold(tuple(facts.get(row.id, ())), ClockTerms.from_facts(row.terms), calendar, as_of=today)
        dates = stored_dates(clock, calendar.version)
        if row.provisional or any(dates[name] != getattr(row, name) for name in _DAYS):
            now = dates["promised_due_on"] or dates["due_on"] or dates["answer_by"]
            was = row.promised_due_on or row.due_on or row.answer_by
            yield Shift(
                row.no, region, row.item_id, was, now, bool(dates["provisional"]), (row.due_on, dates["due_on"])
            )
