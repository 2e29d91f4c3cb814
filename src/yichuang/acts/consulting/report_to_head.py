"""向主要负责人汇报: a divided meeting or a major project is reported to the head before the deputy signs."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused

FORUMS = ("head", "head_meeting")  # 主要负责人, 办公会


@dataclass(frozen=True, slots=True)
class HeadReport:
    """To whom it was reported (the head, or the head's meeting), and what was said there."""

    on: On
    forum: str
    outcome: str


@case_act(verb="case.reported_to_head")
def report_to_head(case: CaseFile, wish: HeadReport, ctx: Context) -> Work:
    """Put the report on record; where one was due, its stage closes, else it stands as one made of one's own.

    Basis: S0b-17
    """
    if wish.forum not in FORUMS:
        raise Refused("report_forum", "S0b-17")
    if not wish.outcome.strip():
        raise Refused("report_missing", "S0b-17")
    due = case.stage(StageKind.HEAD_REPORT)
    said = {"opinion": wish.outcome.strip(), "particulars": {"forum": wish.forum}}
    if due is not None:
        return Work(change=(close_stage(due, Conclusion.PENDING.value, ctx, **said),), facts={"forum": wish.forum})
    row = open_stage(
        case, StageKind.HEAD_REPORT.value, ctx, assignee_id=ctx.officer.user_id, done_at=ctx.at, due_on=None, **said
    )
    return Work(add=(row,), facts={"forum": wish.forum})
