"""进驻: a department enters the hall, with the units affiliated to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Residency, ResidencyState
from yichuang.rules.verdict import Refused

_MOST = 50


@dataclass(frozen=True, slots=True)
class Affiliated:
    """A unit that enters with a department: its name, how many people, and since when (挂靠单位)."""

    name: str
    people: int
    since: str = ""


@dataclass(frozen=True, slots=True)
class Entering:
    """Which department enters when, and which units with it."""

    region_code: str
    department_id: UUID
    on: date
    units: tuple[Affiliated, ...] = ()


@staff_act(verb="staff.unit_entered")
def enter(wish: Entering, ctx: Context) -> Entered:
    """Put the entering on record, or what changed in it.

    Raises: Refused (another centre's department, a day to come, units without name or people).  Basis: S1-二1, S0f-1.1
    """
    department = ctx.directory.departments.get(wish.department_id)
    if department is None or department.centre.region.code != wish.region_code:
        raise Refused("unit_elsewhere", "S1-二1")
    if wish.on > ctx.today:
        raise Refused("unit_to_come", "S1-二1")
    if len(wish.units) > _MOST or any(not unit.name.strip() or unit.people < 1 for unit in wish.units):
        raise Refused("unit_list", "S0f-1.1")
    values = {
        "state": ResidencyState.IN.value, "entered_on": wish.on, "left_on": None, "approved_by": "", "approval": "",
        "approved_on": None,
        "units": [{"name": one.name.strip()[:60], "people": one.people, "since": one.since[:20]} for one in wish.units],
    }  # fmt: skip
    row = Residency.objects.filter(region_code=wish.region_code, department=wish.department_id).first()
    if row is not None:
        return Entered(change=(Change(Residency, row.id, values),))
    new = {"id": new_id(), "region_code": wish.region_code, "department_id": wish.department_id}
    return Entered(add=(Row(Residency, new | values),))
