"""接办: the department or window to which a concern was referred takes it up."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import LONGEST, Deed, OnConcern
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern
from yichuang.rules.verdict import Refused


@concern_act(verb="concern.acknowledged")
def acknowledge_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Put the acknowledgement on record: only whom it was referred to gives it.

    Raises: Refused (not addressed).

    Basis: S3-附件三(二)1
    """
    held = {grant.department_id for grant in ctx.officer.grants} | {grant.window_id for grant in ctx.officer.grants}
    if not ({row.window_id} if row.window_id else {row.department_id}) & (held - {None}):
        raise Refused("referral_not_addressed", "S3-附件三(二)1")
    return Deed({}, wish.words.strip()[:LONGEST], department_id=row.department_id, window_id=row.window_id)
