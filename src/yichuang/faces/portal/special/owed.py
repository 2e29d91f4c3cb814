"""What a case asks of its applicant besides waiting: what to pay, to hand in, to sign, to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.fees.stage import in_time
from yichuang.records.cases.models import CaseState, MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import undertaking_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import Fee, Refund
from yichuang.records.fees.queries import fees_of, refunds_of


@dataclass(frozen=True, slots=True)
class Owed:
    """Fees that were told, what went back of them, materials that are outstanding, and until when.

    `over`: the last day to pay has passed, and nothing is taken any more.
    """

    fees: list[Fee]
    missing: Sequence[Any]
    until: date | None
    late: bool
    steps: tuple[tuple[str, str, str], ...]
    back: Sequence[Refund] = ()
    over: bool = False

    @property
    def total(self) -> int:
        """Return the sum in fen."""
        return sum(fee.amount for fee in self.fees)


def owed_by(case: CaseFile, materials: Sequence[Any], today: date) -> Owed:
    """Return what the applicant still has to do; no query where no payment is in the case."""
    paying = any(stage.kind == StageKind.PAYMENT and stage.starts_on for stage in case.stages)
    missing = [row for row in materials if row.verdict == MaterialVerdict.DEFERRED]
    late = case.tolerance_by is not None and today > case.tolerance_by
    fees = [fee for fee in fees_of(case.region_code, case.id) if fee.notified_on] if paying else []
    paid = any(fee.paid_on for fee in fees)
    back = [row for row in refunds_of(case.region_code, case.id) if row.kind == "refund"] if paid else []
    over = bool(fees) and not paid and not in_time(case, today).allowed
    return Owed(fees, missing, case.tolerance_by, late, tuple(_steps(case, missing, late=late)), back, over)


def _steps(case: CaseFile, missing: Sequence[Any], *, late: bool) -> list[tuple[str, str, str]]:
    """Return words, address and icon of what can be done now."""
    here, found = f"/my/cases/{case.no}", []
    if case.tolerance_by and not late and any(not row.defect for row in missing):
        found.append(("补交容缺材料", f"{here}/complete/", "up"))
    if case.state == CaseState.RECEIVED:
        if not case.undertaken and undertaking_of(version_of(case.item_version_id)):
            found.append(("签告知承诺书", f"{here}/promise/", "doc"))
        found.append(("更正申请", f"{here}/correct/", "doc"))
    return found
