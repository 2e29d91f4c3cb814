"""答复: in words, to who asked or complained."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, last_day, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern, ConcernKind, ConcernSource


@concern_act(verb="concern.answered")
def answer_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Put the answer on record; a complaint and a hotline sheet wait for the call-back.

    Raises: Refused (nothing said).

    Basis: YSHJ-49, S3-附件三(二)1
    """
    words = written(wish.words)
    calls = row.kind == ConcernKind.COMPLAINT or row.source == ConcernSource.HOTLINE
    due = last_day("complaint_call_back_limit", row, ctx) if calls else None
    late = row.due_on is not None and ctx.today > row.due_on
    values = {"answer": words, "answered_on": ctx.today, "due_on": due}
    return Deed(values, words, result="late" if late else "", due_on=due, facts={"late": late})
