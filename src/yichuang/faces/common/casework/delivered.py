"""When a decision was delivered, and until when one may ask for review or go to court (送达之后)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import norms_of
from yichuang.acts.context import ZONE
from yichuang.acts.papers.remedies import bodies_of, review_first_of
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.delivery.models import Delivery, DeliveryMethod
from yichuang.records.delivery.queries import delivery_of
from yichuang.records.org.directory import Directory
from yichuang.rules.norms import NotInForce
from yichuang.rules.remedies import Remedies, remedies
from yichuang.rules.working_days import OutsideCalendar

_AGAINST = frozenset({CaseOutcome.DENIED, CaseOutcome.REFUSED, CaseOutcome.NOT_FILED, CaseOutcome.GRANTED})


@dataclass(frozen=True, slots=True)
class Delivered:
    """The receipt, the day that counts, and the last days that follow from it."""

    row: Delivery
    on: date
    manner: str
    remedies: Remedies | None
    review_authority: str
    court: str
    first: str = ""  # why a review comes before a court (复议前置)

    @property
    def electronic(self) -> bool:
        """Whether it went into the applicant's box: paper copies can be asked for, and review online."""
        return self.row.method == DeliveryMethod.ELECTRONIC


def delivered_of(case: CaseFile, directory: Directory) -> Delivered | None:
    """Return how a case was delivered, or None; the last days count from the day of delivery.

    Basis: FYF-20.1, SSF-46.1, MSF-87.2
    """
    row = delivery_of(case.region_code, case.id)
    if row is None:
        return None
    on, department = row.delivered_at.astimezone(ZONE).date(), directory.departments[case.department_id]
    version = version_of(case.item_version_id)
    return Delivered(
        row, on, str(DeliveryMethod(row.method).label), _remedies(case, on, directory),
        *bodies_of(department, version.item, directory), review_first_of(version.guide, case),
    )  # fmt: skip


def _remedies(case: CaseFile, on: date, directory: Directory) -> Remedies | None:
    if case.outcome not in _AGAINST:
        return None
    try:
        return remedies(on, norms_of(case), directory.calendar(case.profile))
    except (NotInForce, OutsideCalendar):
        return None
