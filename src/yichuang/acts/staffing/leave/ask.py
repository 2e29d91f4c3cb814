"""请假申请: somebody asks for leave; the unit and the centre answer, and B takes over by himself once they agreed."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.staffing.leave.requests import first_state
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import LeaveKind, LeaveRequest, LeaveState
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff import standing
from yichuang.rules.staff.roster import Leave
from yichuang.rules.verdict import Refused

_OPEN = (LeaveState.ASKED, LeaveState.SUPPORTED)


@dataclass(frozen=True, slots=True)
class LeaveWish:
    """Who asks for which days, which kind, why, and who shall stand in."""

    region_code: str
    leave: Leave
    kind: str
    reason: str


@staff_act(verb="staff.leave_asked")
def ask_leave(wish: LeaveWish, ctx: Context) -> Entered:
    """Put a request on record.

    Raises: Refused (somebody else's, no post, odd span, no reason, away or asked already, stand-in).  Basis: S2-一
    """
    asked, roster = wish.leave, ctx.directory.roster
    if asked.user_id != ctx.officer.user_id:
        raise Refused("leave_for_oneself", "S2-一")
    standing.may_note_absence(asked, wish.reason, roster, standing.Asked(ctx.officer, ctx.today)).raise_if_refused()
    if asked.starts_on < ctx.today:
        raise Refused("leave_in_the_past", "S2-一")
    if wish.kind not in LeaveKind.values:
        raise Refused("leave_kind_missing", "S2-一")
    mine = LeaveRequest.objects.filter(region_code=wish.region_code, user=asked.user_id, state__in=_OPEN)
    if mine.filter(starts_on__lte=asked.ends_on, ends_on__gte=asked.starts_on).exists():
        raise Refused("away_already", "S2-一")
    posts = placed(standing.posts_of(asked.user_id, roster, asked.starts_on), ctx.directory)
    identity = new_id()
    row = Row(
        LeaveRequest,
        {
            "id": identity, "region_code": wish.region_code, "user_id": asked.user_id, "kind": wish.kind,
            "starts_on": asked.starts_on, "ends_on": asked.ends_on, "reason": wish.reason.strip()[:200],
            "stand_in_id": asked.stand_in, "state": first_state(posts).value, "asked_at": ctx.at, "unit_by_id": None,
            "unit_at": None, "centre_by_id": None, "centre_at": None, "opinion": "", "absence_id": None,
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(identity)})
