"""退回热线: a sheet that is not the matter of the centre goes back within its hours, with reasons."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, norms_for, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern
from yichuang.rules.feedback.concerns import may_hand_back


@concern_act(verb="concern.handed_back")
def hand_back_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Put the hand-back on record.  Raises: Refused (no hotline sheet, too late, no reason).  Basis: S4-二(三)"""
    may_hand_back(row.hotline_no, row.filed_at, ctx.at, norms_for(row, ctx)).raise_if_refused()
    return Deed({"due_on": None}, written(wish.words))
