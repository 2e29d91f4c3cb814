"""首问转办: who was asked first does not send anybody away: he passes it to whose matter it is, and it stays open."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, last_day, written
from yichuang.acts.context import Context
from yichuang.records.feedback.access import accused_in
from yichuang.records.feedback.models import Concern
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Referral(OnConcern):
    """To which department or window, and why there."""

    department_id: UUID | None = None
    window_id: UUID | None = None


@concern_act(verb="concern.referred")
def refer_concern(row: Concern, wish: Referral, ctx: Context) -> Deed:
    """Put the referral on record; the concern waits for the acknowledgement, and the day to answer stays.

    Raises: Refused (nobody named, the same department, the window complained of, no reason).

    Basis: S3-附件三(二)1, YSHJ-49
    """
    window = ctx.directory.windows.get(wish.window_id) if wish.window_id else None
    department = ctx.directory.departments.get(wish.department_id) if wish.department_id else None
    if department is None and window is None:
        raise Refused("concern_department", "S3-附件三(二)1")
    to = (department.id if department else row.department_id, window.id if window else None)
    if to == (row.department_id, row.window_id):
        raise Refused("referral_nowhere", "S3-附件三(二)1")
    if window is not None and window.id == accused_in(row).window:
        raise Refused("referral_accused", "YSHJ-49")
    by = last_day("referral_limit", row, ctx)
    started = {"accepted_on": row.accepted_on or ctx.today}
    values = started | {"department_id": to[0], "window_id": to[1]}
    return Deed(values, written(wish.words), due_on=by, department_id=to[0], window_id=to[1])
