"""批准请假: the last in the chain agrees; the absence stands in the book, and who stands in takes over by himself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.staffing.leave.requests import absence_row, asking, leave_of, open_request
from yichuang.records.staffing.models import LeaveRequest, LeaveState
from yichuang.rules.staff import leave
from yichuang.rules.staff.roster import Leave
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LeaveAgreement:
    """Which request, and what is said to it."""

    region_code: str
    id: UUID
    opinion: str = ""


@staff_act(verb="staff.leave_agreed")
def agree_leave(wish: LeaveAgreement, ctx: Context) -> Entered:
    """Put the consent on record, and the absence with it.

    Raises: NotInRoster, Refused (answered already, not his, own, the unit first, away or over already).
    Basis: S2-一, S1-四2
    """
    row = open_request(wish.region_code, wish.id)
    now = asking(row, ctx)
    leave.may_answer(now, ctx.officer).raise_if_refused()
    if now.step != leave.chain_of(now.posts)[-1]:
        raise Refused("leave_unit_first", "S2-一")
    days = leave_of(row)
    if row.ends_on < ctx.today:
        raise Refused("leave_over", "S2-一")
    if any(one.user_id == row.user_id and _meet(one, days) for one in ctx.directory.roster.leaves):
        raise Refused("away_already", "S2-一")
    centre = now.step == leave.CENTRE
    absence = absence_row(row, ctx, by_centre=centre)
    own = "centre" if centre else "unit"
    values = {
        "state": LeaveState.AGREED.value, f"{own}_by_id": ctx.officer.user_id, f"{own}_at": ctx.at,
        "opinion": wish.opinion.strip()[:200] or row.opinion, "absence_id": absence.values["id"],
    }  # fmt: skip
    return Entered(add=(absence,), change=(Change(LeaveRequest, row.id, values),), roster=True)


def _meet(one: Leave, other: Leave) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
