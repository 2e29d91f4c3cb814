"""导入放假安排: a year's notice goes on record, and every running case that it moves is told so at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.handling.amending import recompute_amended
from yichuang.acts.handling.recompute_due import Recomputation, recompute_due
from yichuang.acts.papers.make import make_missing
from yichuang.records.cases.sweeping import provisional_cases
from yichuang.records.org.directory import directory
from yichuang.records.org.notices import keep_notice, supposing
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused
from yichuang.rules.working_days import YearNotice

_PAPERS = 500  # the sweep makes the rest


@dataclass(frozen=True, slots=True)
class Imported:
    """How many cases moved, and which were busy: importing once more finishes those."""

    moved: int
    left: tuple[str, ...]


def import_calendar(notice: YearNotice, number: str, profile: str, at: datetime, by: str) -> Imported:
    """Keep a holiday notice, recompute what it moves, and make the papers that tell it.

    Provisional dates become firm; of the others only those move that count days of a notice that is changed.
    `by` is the name of who imports it, as the page shows it.
    Raises: LawError, where a year would be left out.  Basis: XKF-82, FJB-7
    """
    supposing(notice, profile, directory(), at)
    keep_notice(notice, number, profile, at, by)
    place = directory()
    moved, left = 0, list[str]()
    for region in place.centres:
        moved += _firm(region, Context(SYSTEM, at, place), left)
    more, busy = recompute_amended(notice.year, at)
    for region in place.centres:
        make_missing(Context(SYSTEM, at, place), _PAPERS, region)
    return Imported(moved + more, tuple(dict.fromkeys([*left, *busy])))


def _firm(region: str, ctx: Context, left: list[str]) -> int:
    """Recompute the provisional dates of a region, and return how many cases that were."""
    done = 0
    for no, profile, version in list(provisional_cases(region)):
        if ctx.directory.calendar(profile).version == version:
            continue
        try:
            recompute_due(Recomputation(On(no)), ctx)
            done += 1
        except Refused:
            continue
        except Conflict:
            left.append(no)
    return done
