"""延长办理期限: a head gives more time, once, with reasons, before the day is over."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, last_day, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern, ConcernSource
from yichuang.rules.feedback.concerns import extension_of
from yichuang.rules.verdict import Refused


@concern_act(verb="concern.extended")
def extend_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Put the longer time on record.  Raises: Refused (extended already, too late, no reason).  Basis: YSHJ-49"""
    if row.extended:
        raise Refused("concern_extended_already", "YSHJ-49")
    if row.due_on is None or ctx.today > row.due_on:
        raise Refused("concern_extension_late", "YSHJ-49")
    until = last_day(extension_of(row.kind, row.source == ConcernSource.HOTLINE), row, ctx, row.due_on)
    return Deed({"due_on": until, "extended": True}, written(wish.words), due_on=until)
