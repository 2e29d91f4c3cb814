"""不同意延期: the approver leaves the limit as it is and says why; the proposal is answered."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class DeclinedExtension:
    """Why the limit is not extended."""

    on: On
    reason: str


@case_act(verb="case.extension_declined")
def decline_extension(case: CaseFile, wish: DeclinedExtension, ctx: Context) -> Work:
    """Close the proposal: the limit stays as it is.

    Basis: S0b-15.1
    """
    stage = case.stage(StageKind.EXTENSION)
    if stage is None:
        raise Refused("extension_none_proposed", "S0b-15.1")
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0b-15.1")
    done = close_stage(stage, Conclusion.DISAGREE.value, ctx, opinion=wish.reason.strip())
    return Work(change=(done,), payload={"reason": wish.reason.strip()})
