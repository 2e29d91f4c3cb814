"""撤回请假: who asked takes his request back before it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.staffing.leave.requests import open_request
from yichuang.records.staffing.models import LeaveRequest, LeaveState
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LeaveWithdrawal:
    """Which request."""

    region_code: str
    id: UUID


@staff_act(verb="staff.leave_withdrawn")
def withdraw_leave(wish: LeaveWithdrawal, ctx: Context) -> Entered:
    """Put the withdrawal on record.

    Raises: NotInRoster, Refused (answered already, somebody else's).  Basis: S2-一
    """
    row = open_request(wish.region_code, wish.id)
    if row.user_id != ctx.officer.user_id:
        raise Refused("leave_for_oneself", "S2-一")
    return Entered(change=(Change(LeaveRequest, row.id, {"state": LeaveState.WITHDRAWN.value}),))
