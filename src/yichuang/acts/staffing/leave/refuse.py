"""不批准请假: the unit or the centre refuses a request, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.acts.staffing.leave.requests import asking, open_request
from yichuang.records.staffing.models import LeaveRequest, LeaveState
from yichuang.rules.staff import leave
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LeaveRefusal:
    """Which request, and why not."""

    region_code: str
    id: UUID
    opinion: str


@staff_act(verb="staff.leave_refused")
def refuse_leave(wish: LeaveRefusal, ctx: Context) -> Entered:
    """Put the refusal on record.

    Raises: NotInRoster, Refused (answered already, not his, own, no reason).  Basis: S2-一
    """
    row = open_request(wish.region_code, wish.id)
    now = asking(row, ctx)
    leave.may_answer(now, ctx.officer).raise_if_refused()
    own = "centre" if now.step == leave.CENTRE else "unit"
    values = {
        "state": LeaveState.REFUSED.value, f"{own}_by_id": ctx.officer.user_id, f"{own}_at": ctx.at,
        "opinion": words_of(wish.opinion, 200, Refused("leave_why_missing", "S2-一")),
    }  # fmt: skip
    return Entered(change=(Change(LeaveRequest, row.id, values),))
