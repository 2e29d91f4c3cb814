"""任岗建账: the postings of a centre go into its book as they stand; later changes are compared with it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.acts.staffing.postings import known_before
from yichuang.rules.staff import standing


@dataclass(frozen=True, slots=True)
class RosterOpening:
    """Whose roster."""

    region_code: str


def open_roster(wish: RosterOpening, ctx: Context) -> Filed:
    """Put every posting of the centre on record once.

    Raises: NotInRoster (on record already), Refused (not the centre's director), Conflict, KeyReused.  Basis: S1-四1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    known = known_before(wish.region_code)
    if not known:
        raise NotInRoster(wish.region_code)
    standing.may_consent(standing.Asked(ctx.officer, ctx.today), frozenset({wish.region_code})).raise_if_refused()
    filing = Filing(verb="staff.roster_opened", set={}, facts={"known": known}, **under(wish.region_code, ctx))
    with known_to_all():
        return file(filing, ctx)
