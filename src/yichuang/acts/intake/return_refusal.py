"""退回不予受理提请: the second person does not agree; the window goes on with the application."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ReturnedRefusal:
    """Why the application may not be refused."""

    on: On
    opinion: str


@case_act(verb="case.refusal_returned")
def return_refusal(case: CaseFile, wish: ReturnedRefusal, ctx: Context) -> Work:
    """Close the refusal stage with disagreement.

    Basis: S3-窗口无否决权
    """
    stage = case.stage(StageKind.REFUSAL)
    if stage is None:
        raise Refused("refusal_not_proposed", "XKF-32.1(2)")
    done = {"done_at": ctx.at, "conclusion": Conclusion.DISAGREE.value}
    return Work(change=(Change(Stage, stage.id, done),), payload={"opinion": wish.opinion})
