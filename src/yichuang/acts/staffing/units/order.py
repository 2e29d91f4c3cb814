"""责令纠正: a department that is not in the hall, takes in at two places or withdrew is told to correct it by a day."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act, words_of
from yichuang.acts.staffing.paper import number_of, paper_frame
from yichuang.records.documents.models import DocumentKind
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import Ground, Rectification
from yichuang.rules.staff import units
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CorrectionOrder:
    """Which department, on which ground, and what was found."""

    region_code: str
    department_id: UUID
    ground: str
    words: str


@staff_act(verb="staff.correction_ordered")
def order_correction(wish: CorrectionOrder, ctx: Context) -> Entered:
    """Number the order; where the norm says so, the department is criticised in public too (通报批评).

    Raises: Refused (no ground, another centre's department, nothing found, ordered already).  Basis: S1-五3
    """
    department = ctx.directory.departments.get(wish.department_id)
    if department is None or department.centre.region.code != wish.region_code:
        raise Refused("unit_elsewhere", "S1-五3")
    if wish.ground not in Ground.values:
        raise Refused("ground_missing", "S1-五3")
    known = Rectification.objects.filter(region_code=wish.region_code, department=wish.department_id, closed_on=None)
    if known.filter(ground=wish.ground).exists():
        raise Refused("ordered_already", "S1-五3")
    centre = ctx.directory.centres[wish.region_code]
    calendar = ctx.directory.calendar(centre.profile)
    due, public, basis = units.correct_by(wish.ground, ctx.today, norms_here(wish.region_code, ctx), calendar)
    fields = paper_frame(wish.region_code, ctx, basis) | {
        "to": department.name, "ground": Ground(wish.ground).label, "due_on": due.isoformat(), "criticised": public,
        "words": words_of(wish.words, 1000, Refused("correction_empty", "S1-五3")),
    }  # fmt: skip
    number, identity = number_of(DocumentKind.RECTIFICATION, wish.region_code, ctx), new_id()
    row = Row(
        Rectification,
        {
            "id": identity, "region_code": wish.region_code, "department_id": wish.department_id,
            "ground": wish.ground, "no": number, "on": ctx.today, "due_on": due, "criticised": public,
            "template": "rectification@2026-11", "fields": fields, "drawn_at": ctx.at,
            "ordered_by_id": ctx.officer.user_id, "reply": "", "replied_at": None, "closed_on": None,
        },
    )  # fmt: skip
    return Entered(add=(row,), answer={"id": str(identity), "no": number})
