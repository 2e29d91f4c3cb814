"""容缺到期: the day is over and something is missing; the sweep opens the task 作废、收回 and does nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.tolerance import deferring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Expiry:
    """The case whose materials did not come."""

    on: On


@case_act(verb="case.tolerance_expired")
def expire_tolerance(case: CaseFile, wish: Expiry, ctx: Context) -> Work:
    """Open the stage in which the department voids the approval or recovers the certificate.

    Basis: S0f-3.1
    """
    deferring.may_fail(until=case.tolerance_by, today=ctx.today, norms=norms_of(case)).raise_if_refused()
    if case.stage(StageKind.RECOVERY):
        raise Refused("tolerance_expired", "S0f-3.1")
    return Work(add=(open_stage(case, StageKind.RECOVERY.value, ctx, due_on=None),))
