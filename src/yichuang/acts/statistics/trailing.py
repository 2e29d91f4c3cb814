"""The run that keeps trails (办理轨迹): over what was filed since the last run, or over everything.

A run that comes late, twice, or is cut short anywhere loses nothing and doubles nothing, as with counting.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.records.following.place import cases_after, looked, pages, touched
from yichuang.records.org.directory import directory
from yichuang.records.statistics.trails.keeping import Trails, page_kept, place_of_trails
from yichuang.records.statistics.trails.reading import moved
from yichuang.rules.officers import SYSTEM
from yichuang.rules.trails.folding import trail

PAGE = 1000


def follow_trails(region_code: str, ctx: Context, *, anew: bool = False) -> int:
    """Keep the trails of a region up to the moment of the run; return how many changed.

    The first run, and `anew`, begin from nothing and go on where they were cut off.

    Basis: XKF-82, S1
    """
    place, changed = place_of_trails(region_code, ctx.at, ctx.today, anew=anew), 0
    after = place.after
    while after is not None:
        page = cases_after(region_code, after, PAGE)
        after = page[-1] if len(page) == PAGE else None
        changed += _kept(region_code, page, ctx, after)
    for page in pages(touched(place, ctx.at, place.day), PAGE):  # a trail does not change by a day that passes
        changed += _kept(region_code, page, ctx, True)
    looked(place, ctx.at, ctx.today)
    return changed


def follow_anew(at: datetime) -> int:
    """Keep the trails of every region from nothing; return how many there are.  Basis: S1"""
    here = directory()
    return sum(follow_trails(region, Context(SYSTEM, at, here), anew=True) for region in here.centres)


def _kept(region_code: str, ids: Sequence[UUID], ctx: Context, after: UUID | bool | None) -> int:
    def told() -> Trails:
        found = {}
        for one in moved(region_code, ids):
            calendar = ctx.directory.calendar(one.profile)
            made = trail(one.item_id, one.moves, one.ended_on, one.limit, calendar)
            if made is not None:
                found[one.case_id] = made
        return found

    return page_kept(region_code, ids, told, after)
