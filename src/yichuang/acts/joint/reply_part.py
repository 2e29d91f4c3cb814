"""登记协办批复: the higher body has answered what a co-department reported; that is its conclusion."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.joint.rounds import may_reply
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PartReply:
    """What the higher body decided: number of its reply (批复文号), agree or not, reasons."""

    on: On
    agree: bool
    reply_no: str
    reason: str = ""


@case_act(verb="case.part_replied")
def reply_part(case: CaseFile, wish: PartReply, ctx: Context) -> Work:
    """Close the report of the officer's own department with the reply; only then may the lead decide.

    Basis: S0h-二(二)1, XKF-26.2
    """
    roles = RIGHTS["case.part_replied"].roles
    held = {grant.department_id for grant in ctx.officer.grants if grant.role in roles and grant.department_id}
    report = case.part(StageKind.PART_REPORT, held)
    if report is None:
        raise Refused("no_report", "S0h-二(二)1")
    may_reply(agree=wish.agree, reply_no=wish.reply_no, reason=wish.reason).raise_if_refused()
    conclusion = (Conclusion.AGREE if wish.agree else Conclusion.DISAGREE).value
    told = {"opinion": wish.reason.strip(), "particulars": {"reply_no": wish.reply_no.strip()}}
    return Work(
        change=(close_stage(report, conclusion, ctx, **told),),
        facts={"part": report.id, "conclusion": conclusion},
        payload={"reason": wish.reply_no.strip()},
    )
