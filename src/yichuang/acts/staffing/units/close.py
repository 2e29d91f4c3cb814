"""整改销号: the centre has seen that an order was followed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.records.staffing.models import Rectification
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CorrectionEnd:
    """Which order."""

    region_code: str
    id: UUID


@staff_act(verb="staff.correction_closed")
def close_correction(wish: CorrectionEnd, ctx: Context) -> Entered:
    """Put the end of an order on record.

    Raises: NotInRoster, Refused (closed already, not answered).  Basis: S1-五3
    """
    row = Rectification.objects.filter(region_code=wish.region_code, pk=wish.id).first()
    if row is None:
        raise NotInRoster(str(wish.id))
    if row.closed_on is not None or row.replied_at is None:
        raise Refused("correction_closed" if row.closed_on else "correction_unanswered", "S1-五3")
    return Entered(change=(Change(Rectification, row.id, {"closed_on": ctx.today}),))
