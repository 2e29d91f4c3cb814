"""不予受理投诉: with reasons, and told to who complained."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern


@concern_act(verb="concern.refused")
def refuse_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Put on record that a complaint is not accepted, and why.  Raises: Refused (no reason).  Basis: YSHJ-49"""
    words = written(wish.words)
    return Deed({"answer": words, "answered_on": ctx.today, "due_on": None}, words)
