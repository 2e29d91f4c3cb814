"""The run that counts (统计): goes over what was filed since the last run, or over everything, and keeps the roll-up.

A run that comes late, twice, or is cut short anywhere loses nothing and doubles nothing: what a case brought before
stands beside what it brings now, and both change together with the roll-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.records.following.place import cases_after, looked, looked_since, pages, touched
from yichuang.records.org.directory import Directory, directory
from yichuang.records.statistics.concerns import note_concerns
from yichuang.records.statistics.keeping import Bills, page_counted, place_of_count
from yichuang.records.statistics.reading import identified_since, stories
from yichuang.rules.officers import SYSTEM
from yichuang.rules.statistics.judging import count

PAGE = 1000


def count_region(region_code: str, ctx: Context, *, anew: bool = False) -> int:
    """Count a region up to the moment of the run; return how many cases changed in the statistics.

    The first run, and `anew`, begin from nothing and go on where they were cut off.

    Basis: S0e, S2
    """
    place, changed = place_of_count(region_code, ctx.at, ctx.today, anew=anew), 0
    after = place.after
    note_concerns(region_code, None if after is not None else looked_since(place, ctx.at))
    while after is not None:
        page = cases_after(region_code, after, PAGE)
        after = page[-1] if len(page) == PAGE else None
        changed += _counted(region_code, page, ctx, after)
    ids = {*touched(place, ctx.at, ctx.today), *identified_since(region_code, looked_since(place, ctx.at))}
    for page in pages(sorted(ids), PAGE):
        changed += _counted(region_code, page, ctx, True)
    looked(place, ctx.at, ctx.today)
    return changed


def count_anew(at: datetime) -> int:
    """Count every region from nothing; return how many cases there are.  Basis: S2"""
    here = directory()
    return sum(count_region(region, Context(SYSTEM, at, here), anew=True) for region in here.centres)


def _counted(region_code: str, ids: Sequence[UUID], ctx: Context, after: UUID | bool | None) -> int:
    windows = _windows(ctx.directory)

    def bills() -> Bills:
        here = ctx.directory
        return {
            told.case_id: (count(told.story, windows, here.calendar(told.profile), ctx.today), told.extras)
            for told in stories(region_code, ids)
        }

    return page_counted(region_code, ids, bills, after)


def _windows(here: Directory) -> dict[UUID, UUID]:
    """Return the window of every post at a window."""
    if "post_windows" not in here.memory:
        held: Iterator[Any] = (post for posts in here.postings.values() for post in posts)
        here.memory["post_windows"] = {post.id: post.window_id for post in held if post.window_id}
    found: dict[UUID, UUID] = here.memory["post_windows"]
    return found
