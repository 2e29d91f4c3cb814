"""收回授权: who delegated takes it back; from now on the other signs nothing of his."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, ended, known_to_all, under
from yichuang.records.org.models import Delegation
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recall:
    """Which delegation is taken back."""

    id: UUID


def revoke(wish: Recall, ctx: Context) -> Filed:
    """Put the end of a delegation on record.

    Raises: NotInRoster, Refused (somebody else gave it), Conflict, KeyReused.  Basis: S1-二2
    """
    row = Delegation.objects.filter(pk=wish.id).first()
    if row is None:
        raise NotInRoster(str(wish.id))
    first = repeated(row.region_code, ctx)
    if first is not None:
        return first
    if row.struck_on is not None or row.ends_on < ctx.today:
        raise NotInRoster(str(wish.id))
    if ctx.officer.user_id != row.giver_id:
        raise Refused("not_your_staff", "S1-二2")
    filing = Filing(
        verb="staff.delegation_revoked",
        set={},
        change=(ended(row, ctx),),
        **under(row.region_code, ctx),
    )
    with known_to_all():
        return file(filing, ctx)
