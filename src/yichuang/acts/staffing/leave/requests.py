"""What the acts on requests for leave share: the request, which step it waits for, and the absence it becomes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.book import NotInRoster
from yichuang.records.ids import new_id
from yichuang.records.org.models import Absence
from yichuang.records.staffing.models import LeaveKind, LeaveRequest, LeaveState
from yichuang.records.staffing.placing import placed
from yichuang.rules.staff import leave, standing
from yichuang.rules.staff.roster import Leave
from yichuang.rules.verdict import Refused

_STEPS = {LeaveState.ASKED: leave.UNIT, LeaveState.SUPPORTED: leave.CENTRE}


def open_request(region_code: str, request_id: UUID) -> LeaveRequest:
    """Return a request that still waits.  Raises: NotInRoster, Refused.  Basis: S2-一"""
    row = LeaveRequest.objects.filter(region_code=region_code, pk=request_id).first()
    if row is None:
        raise NotInRoster(str(request_id))
    if row.state not in _STEPS:
        raise Refused("leave_answered", "S2-一")
    return row


def asking(row: LeaveRequest, ctx: Context) -> leave.Asking:
    """Return the request as rules look at it."""
    posts = placed(standing.posts_of(row.user_id, ctx.directory.roster, row.starts_on), ctx.directory)
    return leave.Asking(row.user_id, posts, _STEPS[LeaveState(row.state)], row.unit_by_id)


def leave_of(row: LeaveRequest) -> Leave:
    """Return the days of a request as rules look at them."""
    return Leave(row.user_id, row.starts_on, row.ends_on, row.stand_in_id)


def first_state(posts: tuple[Any, ...]) -> LeaveState:
    """Return where a new request begins: with the unit, or with the centre at once."""
    return LeaveState.ASKED if leave.chain_of(posts)[0] == leave.UNIT else LeaveState.SUPPORTED


def absence_row(row: LeaveRequest, ctx: Context, *, by_centre: bool) -> Row:
    """Return the absence that a request becomes; where the centre agreed, it agreed to who stands in as well.

    Basis: S1-四1, S1-四2
    """
    consent = ctx.officer.user_id if by_centre and row.stand_in_id else None
    return Row(
        Absence,
        {
            "id": new_id(), "region_code": row.region_code, "user_id": row.user_id, "starts_on": row.starts_on,
            "ends_on": row.ends_on, "reason": LeaveKind(row.kind).label, "stand_in_id": row.stand_in_id,
            "consented_by_id": consent, "noted_by_id": ctx.officer.user_id, "noted_at": ctx.at, "struck_on": None,
        },
    )  # fmt: skip
