"""When a decision was delivered, and until when one may ask for review or go to court (送达之后)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import norms_of
from yichuang.acts.context import ZONE
from yichuang.acts.papers.remedies import bodies_of, review_first_of
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.delivery.models import Delivery, DeliveryMethod, Dispatch, DispatchState
from yichuang.records.delivery.queries import delivery_of, dispatches_of
from yichuang.records.documents.models import Document
from yichuang.records.documents.queries import later_decisions
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
    """Return how the result of a case was delivered, or None; the last days count from the day of delivery.

    Basis: FYF-20.1, SSF-46.1, MSF-87.2
    """
    row = delivery_of(case.region_code, case.id)
    return _told(row, case, directory, against=case.outcome in _AGAINST) if row is not None else None


def decision_delivered(case: CaseFile, decision: Document, directory: Directory) -> Delivered | None:
    """Return how a later decision on a certificate was delivered, or None; whatever the outcome of the case was.

    Basis: FYF-20.1, SSF-46.1, MSF-87.2
    """
    row = delivery_of(case.region_code, case.id, decision.id)
    return _told(row, case, directory, against=True) if row is not None else None


@dataclass(frozen=True, slots=True)
class LaterDecision:
    """A decision that ended or changed a certificate, how it reached the holder, and what is under way until then."""

    row: Document
    delivered: Delivered | None
    attempts: Sequence[Dispatch] = ()

    @property
    def code(self) -> str:
        """The code that waits, "" for none (取件码)."""
        found = self._going(DeliveryMethod.WINDOW)
        return found.code if found else ""

    @property
    def parcel(self) -> Dispatch | None:
        """What is in the post."""
        return self._going(DeliveryMethod.POST)

    @property
    def notice(self) -> Dispatch | None:
        """The public notice that runs."""
        return self._going(DeliveryMethod.NOTICE)

    @property
    def agreed(self) -> bool:
        """Whether the holder agreed to get this decision electronically."""
        return any(one.state == DispatchState.AGREED for one in self.attempts)

    @property
    def to_confirm(self) -> bool:
        """Whether it went into his box and he has not said that he read it."""
        sent = [
            one for one in self.attempts if one.way == DeliveryMethod.ELECTRONIC and one.state == DispatchState.DONE
        ]
        return any(not one.opened_at for one in sent)

    def _going(self, way: str) -> Dispatch | None:
        going = (one for one in self.attempts if one.way == way and one.state == DispatchState.OPEN)
        return next(going, None) if self.delivered is None else None


def decisions_of(case: CaseFile, directory: Directory, *, certificate_no: str = "") -> list[LaterDecision]:
    """Return the later decisions of a case, those on one certificate if it is named, oldest first (后续决定).

    Basis: FYF-20.1, SSF-46.1
    """
    rows = later_decisions(case.region_code, [case.id])
    tried = dispatches_of(case.region_code, case.id) if rows else []
    return [
        LaterDecision(
            row, decision_delivered(case, row, directory), [one for one in tried if one.document_id == row.id]
        )
        for row in rows
        if certificate_no in ("", row.fields.get("certificate_no"))
    ]


def _told(row: Delivery, case: CaseFile, directory: Directory, *, against: bool) -> Delivered:
    on, department = row.delivered_at.astimezone(ZONE).date(), directory.departments[case.department_id]
    version = version_of(case.item_version_id)
    return Delivered(
        row, on, str(DeliveryMethod(row.method).label), _remedies(case, on, directory) if against else None,
        *bodies_of(department, version.item, directory), review_first_of(version.guide, case),
    )  # fmt: skip


def _remedies(case: CaseFile, on: date, directory: Directory) -> Remedies | None:
    try:
        return remedies(on, norms_of(case), directory.calendar(case.profile))
    except (NotInForce, OutsideCalendar):
        return None
