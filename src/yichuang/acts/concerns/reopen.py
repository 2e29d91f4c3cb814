"""再次办理: who is not satisfied with the answer asks once more, within its days."""

from __future__ import annotations

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, last_day, norms_for, profile_of, written
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern, ConcernSource
from yichuang.rules.feedback.concerns import limit_of, may_reopen


@concern_act(verb="concern.reopened")
def reopen_concern(row: Concern, wish: OnConcern, ctx: Context) -> Deed:
    """Open the concern again; a new time runs.  Raises: Refused (twice, too late, no reason).  Basis: YSHJ-49"""
    calendar = ctx.directory.calendar(profile_of(row.region_code, row.department_id, ctx))
    may_reopen(row.reopened, row.answered_on, ctx.today, norms_for(row, ctx), calendar).raise_if_refused()
    due = last_day(limit_of(row.kind, row.source == ConcernSource.HOTLINE), row, ctx)
    values = {"reopened": row.reopened + 1, "due_on": due, "satisfied": "", "extended": False}
    return Deed(values, written(wish.words), due_on=due)
