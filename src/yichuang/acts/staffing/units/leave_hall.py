"""撤出: a department leaves the hall, on a document of the government or the committee, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act
from yichuang.records.staffing.models import Residency, ResidencyState
from yichuang.rules.staff import units


@dataclass(frozen=True, slots=True)
class Leaving:
    """Which department leaves, and on which document."""

    region_code: str
    department_id: UUID
    approval: units.Approval


@staff_act(verb="staff.unit_left")
def leave_hall(wish: Leaving, ctx: Context) -> Entered:
    """Put the leaving on record.

    Raises: Refused (not in the hall, no document, approved by somebody else).  Basis: S1-五1
    """
    row = Residency.objects.filter(region_code=wish.region_code, department=wish.department_id).first()
    given, state = wish.approval, row.state if row else ""
    units.may_leave(state, given, ctx.today, norms_here(wish.region_code, ctx)).raise_if_refused()
    assert row is not None
    values = {
        "state": ResidencyState.LEFT.value, "left_on": ctx.today, "approved_by": given.by,
        "approval": given.words.strip()[:120], "approved_on": given.on,
    }  # fmt: skip
    return Entered(change=(Change(Residency, row.id, values),))
