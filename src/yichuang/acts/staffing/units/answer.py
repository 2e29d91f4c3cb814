"""整改反馈: the department says what it put right."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.book import NotInRoster
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.records.staffing.models import Rectification
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CorrectionReply:
    """Which order, and what was done."""

    region_code: str
    id: UUID
    words: str


@staff_act(verb="staff.correction_answered")
def answer_correction(wish: CorrectionReply, ctx: Context) -> Entered:
    """Put the answer on record.

    Raises: NotInRoster, Refused (closed, another department's, nothing said).  Basis: S1-五3
    """
    row = Rectification.objects.filter(region_code=wish.region_code, pk=wish.id).first()
    if row is None or not any(grant.department_id == row.department_id for grant in ctx.officer.grants):
        raise NotInRoster(str(wish.id))
    if row.closed_on is not None:
        raise Refused("correction_closed", "S1-五3")
    words = words_of(wish.words, 1000, Refused("correction_reply_empty", "S1-五3"))
    return Entered(change=(Change(Rectification, row.id, {"reply": words, "replied_at": ctx.at}),))
