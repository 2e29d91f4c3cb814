"""加贴标签、加盖检验印章: what passed an inspection may be marked as such; and who is sent to look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

MARK = "mark"  # an item whose result is a label or a stamp, and no certificate
MOST = 60  # objects of one case that are marked at once


def may_mark(form: str, objects: Sequence[str], norms: Norms, *, passed: bool) -> Verdict:
    """Say whether objects may be marked: each is named, they passed, and the law knows that form of mark.

    Returns: ALLOWED, `mark_unknown`, `mark_not_passed`, `mark_objects_missing`, `mark_objects_many` or
    `mark_object_twice`.  Basis: XKF-39.2
    """
    forms = norms.norm("mark_forms")
    if form not in norms.choices("mark_forms"):
        return refuse("mark_unknown", forms.basis)
    if not passed:
        return refuse("mark_not_passed", forms.basis)
    if not objects:
        return refuse("mark_objects_missing", forms.basis)
    if len(objects) > MOST:
        return refuse("mark_objects_many", forms.basis, most=MOST)
    twice = sorted({one for one in objects if objects.count(one) > 1})
    return refuse("mark_object_twice", forms.basis, what=twice[0]) if twice else ALLOWED


def may_assign(officers: Collection[UUID], norms: Norms, *, place: str, on: date, today: date) -> Verdict:
    """Say whether officers may be sent: enough of them, to a place, on a day that has not passed.

    Returns: ALLOWED, `inspectors_too_few`, `berth_missing` or `visit_passed`.  Basis: XKF-55.2, S0c
    """
    least = norms.norm("inspection_min_officers")
    if len(set(officers)) < int(str(least.value)):
        return refuse("inspectors_too_few", least.basis, least=int(str(least.value)), given=len(set(officers)))
    if not place:
        return refuse("berth_missing", "S0c")
    return refuse("visit_passed", "S0c", on=on) if on < today else ALLOWED


def were_sent(officers: Collection[UUID], assigned: Collection[UUID] | None, *, required: bool) -> Verdict:
    """Say whether those who inspected are those who were sent; None: nobody was.

    Returns: ALLOWED, `inspectors_unassigned` (the item asks for it) or `inspector_not_sent`.  Basis: S0c
    """
    if assigned is None:
        return refuse("inspectors_unassigned", "S0c") if required else ALLOWED
    return ALLOWED if set(officers) <= set(assigned) else refuse("inspector_not_sent", "S0c")
