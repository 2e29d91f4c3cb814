"""销假: somebody is back; from today on his work is his own again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, ended, known_to_all, under
from yichuang.records.org.models import Absence
from yichuang.rules.staff import standing


@dataclass(frozen=True, slots=True)
class AbsenceEnd:
    """Which absence ends."""

    id: UUID


def end_absence(wish: AbsenceEnd, ctx: Context) -> Filed:
    """Put the end of an absence on record; one that had not begun is struck out.

    Raises: NotInRoster, Refused (not one's staff), Conflict, KeyReused.  Basis: S1-四2
    """
    row = Absence.objects.filter(pk=wish.id).first()
    if row is None:
        raise NotInRoster(str(wish.id))
    first = repeated(row.region_code, ctx)
    if first is not None:
        return first
    if row.struck_on is not None or row.ends_on < ctx.today:
        raise NotInRoster(str(wish.id))
    posts = standing.posts_of(row.user_id, ctx.directory.roster, row.starts_on)
    standing.may_end_absence(row.user_id, posts, ctx.officer).raise_if_refused()
    filing = Filing(
        verb="staff.absence_ended",
        set={},
        change=(ended(row, ctx),),
        **under(row.region_code, ctx),
    )
    with known_to_all():
        return file(filing, ctx)
