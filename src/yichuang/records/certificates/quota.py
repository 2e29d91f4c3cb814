"""有数量限制的许可: how many stand, and who was accepted earlier and still waits."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from yichuang.records.cases.models import Case, CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.rules.hearing.quota import Quota

_GONE = (
    CertificateStatus.REVOKED, CertificateStatus.WITHDRAWN, CertificateStatus.CANCELLED, CertificateStatus.DEREGISTERED,
)  # fmt: skip
_SHOWN = 5


def quota_of(case: CaseFile, number: int) -> Quota:
    """Return how the quota of the case's item stands, seen from this case. Two queries.

    A permit that was taken away or deregistered frees its place. Whoever was accepted on the same day comes by
    the moment of the submission.
    """
    same = Case.objects.filter(region_code=case.region_code, item_id=case.item_id).exclude(id=case.id)
    gone = Certificate.objects.filter(region_code=case.region_code, case_id=OuterRef("id"), status__in=_GONE)
    granted = same.filter(outcome=CaseOutcome.GRANTED).exclude(Exists(gone)).count()
    same_day = Q(accepted_on=case.accepted_on)
    before = Q(accepted_on__lt=case.accepted_on) | same_day & Q(submitted_at__lt=case.submitted_at)
    before |= same_day & Q(submitted_at=case.submitted_at, id__lt=case.id)
    waiting = same.filter(before, decided_on=None, closed_on=None).order_by("accepted_on", "submitted_at", "id")
    return Quota(number, granted, tuple(waiting.values_list("no", flat=True)[:_SHOWN]))
