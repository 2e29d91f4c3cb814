"""同意代岗: the centre agrees to somebody who is not B and stands in at a window."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.records.org.models import Absence
from yichuang.rules.staff import standing


@dataclass(frozen=True, slots=True)
class StandInConsent:
    """To the stand-in of which absence the centre agrees."""

    id: UUID


def agree_stand_in(wish: StandInConsent, ctx: Context) -> Filed:
    """Put the consent on record; from now on he stands in.

    Raises: NotInRoster, Refused (not the centre's director), Conflict, KeyReused.  Basis: S1-四1
    """
    row = Absence.objects.filter(pk=wish.id, struck_on=None).first()
    if row is None:
        raise NotInRoster(str(wish.id))
    first = repeated(row.region_code, ctx)
    if first is not None:
        return first
    posts = standing.posts_of(row.user_id, ctx.directory.roster, row.starts_on)
    regions = frozenset(post.region_code for post in posts)
    standing.may_consent(standing.Asked(ctx.officer, ctx.today), regions).raise_if_refused()
    change = Change(Absence, row.pk, {"consented_by_id": ctx.officer.user_id})
    filing = Filing(
        verb="staff.stand_in_agreed",
        set={},
        change=(change,),
        **under(row.region_code, ctx),
    )
    with known_to_all():
        return file(filing, ctx)
