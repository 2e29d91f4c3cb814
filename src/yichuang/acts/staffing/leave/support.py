"""单位审核请假: the unit supports a request of who is at the window; the centre decides next."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.staffing.leave.requests import asking, open_request
from yichuang.records.staffing.models import LeaveRequest, LeaveState
from yichuang.rules.staff import leave
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LeaveSupport:
    """Which request, and what the unit says to it."""

    region_code: str
    id: UUID
    opinion: str = ""


@staff_act(verb="staff.leave_supported")
def support_leave(wish: LeaveSupport, ctx: Context) -> Entered:
    """Put the unit's support on record.

    Raises: NotInRoster, Refused (answered already, not his, own, the unit decides alone).  Basis: S2-一
    """
    row = open_request(wish.region_code, wish.id)
    now = asking(row, ctx)
    leave.may_answer(now, ctx.officer).raise_if_refused()
    if now.step != leave.UNIT or leave.CENTRE not in leave.chain_of(now.posts):
        raise Refused("leave_not_yours", "S2-一")
    values = {
        "state": LeaveState.SUPPORTED.value, "unit_by_id": ctx.officer.user_id, "unit_at": ctx.at,
        "opinion": wish.opinion.strip()[:200],
    }  # fmt: skip
    return Entered(change=(Change(LeaveRequest, row.id, values),))
