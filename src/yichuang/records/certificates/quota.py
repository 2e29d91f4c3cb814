"""有数量限制的许可: how many stand, and who was accepted earlier and still waits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.cases.models import Case, CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.models import Certificate, CertificateStatus, Renewal
from yichuang.records.ledger.models import Entry, Subject
from yichuang.rules.hearing.quota import Accepted, Quota, earlier_than

_GONE = (
    CertificateStatus.REVOKED, CertificateStatus.WITHDRAWN, CertificateStatus.CANCELLED, CertificateStatus.DEREGISTERED,
    CertificateStatus.EXPIRED,
)  # fmt: skip
_ACCEPTED, _RECEIVED = ("case.accepted",), ("case.submitted", "case.supplemented")


def quota_of(case: CaseFile, number: int) -> Quota:
    """Return how the quota of the case's item stands, seen from this case. Four queries.

    A permit that was taken away or deregistered frees its place. A renewal keeps the place that its holder has.
    Whoever was accepted on the same day comes by the moment of the acceptance.
    """
    same = Case.objects.filter(region_code=case.region_code, item_id=case.item_id).exclude(id=case.id)
    renewing = Renewal.objects.filter(region_code=case.region_code)
    if renewing.filter(case_id=case.id).exists():
        return Quota(number, max(_taken(same, case.region_code) - 1, 0))
    first = same.exclude(Exists(renewing.filter(case_id=OuterRef("id"))))
    waiting = first.filter(accepted_on__lte=case.accepted_on, decided_on=None, closed_on=None)
    rows = list(waiting.values_list("id", "no", "accepted_on", "deemed"))
    that_day = {case_id: deemed for case_id, _, day, deemed in rows if day == case.accepted_on}
    at = _moments(case.region_code, that_day | {case.id: case.deemed}) if that_day else {}
    others = [Accepted(no, day, at.get(case_id)) for case_id, no, day, _ in rows]
    own = Accepted(case.no, case.accepted_on, at.get(case.id))
    return Quota(number, _taken(same, case.region_code), earlier_than(own, others))


def _taken(cases: QuerySet[Case], region_code: str) -> int:
    """Count the places that are taken: what is granted and stands, one for a permit and all its renewals."""
    held = Certificate.objects.filter(region_code=region_code, case_id=OuterRef("id"))
    next_one = Certificate.objects.filter(region_code=region_code, renews_id=OuterRef("id"))
    renewal = Renewal.objects.filter(region_code=region_code, case_id=OuterRef("id"))
    over = Q(Exists(held.filter(status__in=_GONE))) | Q(Exists(held.filter(Exists(next_one))))
    not_yet_issued = Q(Exists(renewal)) & ~Q(Exists(held))  # its holder's place is that of the permit it renews
    return cases.filter(outcome=CaseOutcome.GRANTED).exclude(over | not_yet_issued).count()


def _moments(region_code: str, cases: dict[UUID, bool]) -> dict[UUID, datetime]:
    """Return when each was accepted: by the act, or by silence when what was lacking had come in."""
    found: dict[UUID, datetime] = {}
    for subject_id, verb, at in _entries(region_code, cases):
        if verb in (_RECEIVED if cases[subject_id] else _ACCEPTED):
            found[subject_id] = max(found.get(subject_id, at), at)
    return found


def _entries(region_code: str, cases: Collection[UUID]) -> QuerySet[Entry, tuple[UUID, str, datetime]]:
    rows = Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id__in=cases)
    return rows.filter(verb__in=(*_ACCEPTED, *_RECEIVED)).values_list("subject_id", "verb", "at")
