"""The watch over calls (叫号监察): finds what was called and came to nothing, of all or of what may have changed."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.law.book import book
from yichuang.records.hall.watching import as_called, keep_calls, to_watch
from yichuang.rules.norms import Norms
from yichuang.rules.supervision.calling import unanswered_calls

PAGE = 500


def watch_calls(region_code: str, ctx: Context, *, anew: bool = False) -> int:
    """Look at the calls of a region up to the moment of the run; return how many alerts are new.

    Late, twice, or cut short between two pages: the next run finds the rest, and nothing is found twice, for an alert
    has the name of its call. `anew` looks at everything again and changes nothing that was found rightly.

    Basis: YC, S3-二(六)1
    """
    profile = ctx.directory.centres[region_code].profile

    @lru_cache
    def norms(day: date) -> Norms:
        return book().norms(profile, day)

    new, after = 0, None
    while rows := to_watch(region_code, after, PAGE, anew=anew):
        new += keep_calls(region_code, rows, unanswered_calls(as_called(rows), norms, ctx.at), ctx.today)
        after = _place(rows[-1].called_at, rows[-1].id)
    return new


def _place(at: datetime, call: UUID) -> tuple[datetime, UUID]:
    return at, call
