"""Whom to ask for a rating (邀评名单): read from the ledger of the last days, not from all cases of the region."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from yichuang.records.applicants.access import applicant_of, given_in
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.feedback.models import Invitation, Rating
from yichuang.records.ledger.models import Entry, Subject

_SERVED = ("case.delivered", "case.closed", "case.electronically_delivered", "case.receipt_confirmed")


def uninvited(region_code: str, since: datetime, limit: int) -> Iterator[tuple[UUID, str, str, str]]:
    """Yield case, number, item and telephone of those who were served since then and neither rated nor were asked.

    Who was brought a decision against his certificate is not asked how he liked it (后续决定).
    """
    entries = Entry.objects.filter(region_code=region_code, recorded_at__gte=since, subject=Subject.CASE)
    ids = set(
        entries.filter(verb__in=_SERVED).exclude(facts__has_key="decision_no").values_list("subject_id", flat=True)
    )
    for model in (Rating, Invitation):
        known = model.objects.filter(region_code=region_code, case_id__in=ids)  # type: ignore[attr-defined]
        ids -= set(known.values_list("case_id", flat=True))
    rows = Case.objects.filter(region_code=region_code, id__in=ids, state=CaseState.CLOSED).select_related("item")
    for case in rows.order_by("closed_on", "id")[:limit]:
        applicant = applicant_of(region_code, case.applicant_id)
        phone = given_in(case.form, case.id).get("phone") or unseal(applicant.phone_cipher, applicant.id)
        if phone:
            yield case.id, case.no, case.item.name, phone
