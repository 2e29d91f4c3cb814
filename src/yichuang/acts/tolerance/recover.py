"""登记收回结果: the certificate that had to be voided or recovered is no longer in force; the task is over."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.tolerance.revoke_grant import found_false
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.models import CertificateStatus
from yichuang.records.certificates.queries import certificates_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of the certificate."""

    on: On
    words: str


@case_act(verb="case.recovered")
def recover(case: CaseFile, wish: Recovery, ctx: Context) -> Work:
    """Close the task. A certificate still in force has to be revoked, withdrawn or deregistered first.

    Basis: S0f-3.1, XKF-69.2
    """
    stage = case.stage(StageKind.RECOVERY)
    if stage is None or case.tolerance_by is not None:
        raise Refused("recovery_none", "S0f-3.1")
    if found_false(case):
        raise Refused("grant_stands", "XKF-69.2")
    valid = [row for row in certificates_of(case.region_code, case.id) if row.status == CertificateStatus.VALID]
    if valid:
        raise Refused("recovery_still_valid", "S0f-3.1", {"certificate": valid[0].no})
    if not wish.words.strip():
        raise Refused("opinion_missing", "S0f-3.1")
    return Work(
        change=(close_stage(stage, Conclusion.AGREE.value, ctx, opinion=wish.words.strip()),),
        payload={"opinion": wish.words.strip()},
    )
