"""The watch (监察): goes over what was filed since the last run, or over everything, and keeps what the rules find.

A run that comes late, twice, or is cut short anywhere loses nothing and doubles nothing: every finding has its own
name, whoever finds it keeps it, and the place of the watch moves only after what it has passed is on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache, partial
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.law.book import book
from yichuang.records.following.hands import in_order
from yichuang.records.following.place import looked, pages, pages_after, passed, touched
from yichuang.records.org.directory import directory
from yichuang.records.supervision.histories import histories, posts_of
from yichuang.records.supervision.keeping import keep, place_of_watch
from yichuang.rules.officers import SYSTEM
from yichuang.rules.supervision import Finding, findings

PAGE = 1000


def watch(region_code: str, ctx: Context, *, anew: bool = False, hands: int = 1) -> int:
    """Look at a region up to the moment of the run; return how many alerts are new.

    The first run, and `anew`, begin from nothing and go on where they were cut off; `hands` processes look then.

    Basis: S1-五3, S3-二(六)1
    """
    place, new = place_of_watch(region_code, ctx.at, ctx.today, anew=anew), 0
    look = partial(kept_in, region_code, ctx.at) if hands > 1 else partial(_kept, region_code, ctx)
    for page, kept in in_order(look, pages_after(region_code, place.after, PAGE), hands):
        new += kept
        passed(place, page[-1] if len(page) == PAGE else None)
    for page in pages(touched(place, ctx.at, ctx.today), PAGE):
        new += _kept(region_code, ctx, page)
    looked(place, ctx.at, ctx.today)
    return new


def watch_anew(at: datetime, hands: int = 1) -> int:
    """Look at everything again in every region; return how many alerts had been missing.  Basis: S3-二(六)1"""
    place = directory()
    ctx = Context(SYSTEM, at, place)
    return sum(
        watch(region, ctx, anew=True, hands=hands) + watch_calls(region, ctx, anew=True) for region in place.centres
    )


def found_in(region_code: str, at: datetime, case_ids: Sequence[UUID]) -> list[tuple[UUID, Finding]]:
    """Return what the rules find in a page of cases as of a moment: the same in every process."""
    return list(_found(region_code, case_ids, Context(SYSTEM, at, directory())))


def kept_in(region_code: str, at: datetime, case_ids: Sequence[UUID]) -> int:
    """Put on record what the rules find in a page of cases as of a moment; return how many alerts are new."""
    return keep(region_code, found_in(region_code, at, case_ids))


def _kept(region_code: str, ctx: Context, case_ids: Sequence[UUID]) -> int:
    return keep(region_code, _found(region_code, case_ids, ctx))


def _found(region_code: str, case_ids: Sequence[UUID], ctx: Context) -> Iterator[tuple[UUID, Finding]]:
    """Yield what the rules find in a page of cases."""
    norms = lru_cache(book().norms)
    for case_id, profile, on, history in histories(region_code, case_ids, posts_of(ctx.directory)):
        for one in findings(history, norms(profile, on), ctx.directory.calendar(profile), ctx.today):
            yield case_id, one
