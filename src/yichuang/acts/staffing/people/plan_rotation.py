"""轮岗计划: when somebody changes between the hall and his home bureau."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Rotation
from yichuang.rules.verdict import Refused

_BASIS = "S0f-4.2"


@dataclass(frozen=True, slots=True)
class RotationPlan:
    """Who goes where, from when to when; `to_hall` False: back to the bureau that sent him."""

    region_code: str
    user_id: UUID
    to_hall: bool
    starts_on: date
    ends_on: date
    place: str


@staff_act(verb="staff.rotation_planned")
def plan_rotation(wish: RotationPlan, ctx: Context) -> Entered:
    """Put a plan of rotation on record: by the centre, or by a leader of the person's department.

    Raises: Refused (not his staff, odd span, no place, planned already).  Basis: S0f-4.2
    """
    posts = [one for one in ctx.directory.roster.posts if one.user_id == wish.user_id]
    here = {post.department_id for post in posts if post.region_code == wish.region_code and post.holds(ctx.today)}
    centre = ctx.officer.grant(frozenset({"centre_manager"}), region_code=wish.region_code) is not None
    led = {grant.department_id for grant in ctx.officer.grants if grant.department_id}
    if not here or not (centre or here & led):
        raise Refused("not_your_staff", _BASIS)
    if wish.starts_on < ctx.today or wish.ends_on < wish.starts_on:
        raise Refused("span_odd", _BASIS)
    known = Rotation.objects.filter(region_code=wish.region_code, user=wish.user_id)
    if known.filter(starts_on__lte=wish.ends_on, ends_on__gte=wish.starts_on).exists():
        raise Refused("rotation_meets", _BASIS)
    row = Row(
        Rotation,
        {
            "id": new_id(), "region_code": wish.region_code, "user_id": wish.user_id, "to_hall": wish.to_hall,
            "starts_on": wish.starts_on, "ends_on": wish.ends_on,
            "place": words_of(wish.place, 80, Refused("rotation_place_missing", _BASIS)),
            "planned_by_id": ctx.officer.user_id, "planned_at": ctx.at,
        },
    )  # fmt: skip
    return Entered(add=(row,))
