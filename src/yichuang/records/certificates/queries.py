"""Reads of certificates: those of a case, the one behind a verification code, renewals and proposals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F

from yichuang.records.cases.models import Case, CaseState
from yichuang.records.certificates.models import SUBJECT, Certificate, CertificateStatus, Proposal, Renewal
from yichuang.records.ledger.models import Entry


def certificates_of(region_code: str, case_id: UUID) -> list[Certificate]:
    """Return the certificates of a case. One query."""
    rows = Certificate.objects.filter(region_code=region_code, case_id=case_id)
    return list(rows.select_related("issuer").order_by("issued_on", "id"))


def certificate_behind(token: str, regions: Sequence[str]) -> Certificate | None:
    """Return the certificate that carries this verification code, or None."""
    rows = Certificate.objects.filter(region_code__in=regions, verify_token=token)
    return next(iter(rows.select_related("issuer")[:1]), None)


def certificate_in(region_code: str, certificate_id: UUID) -> Certificate | None:
    """Return a certificate by its id, or None."""
    return Certificate.objects.filter(region_code=region_code, id=certificate_id).first()


def held_by(region_code: str, holder_id: UUID) -> list[Certificate]:
    """Return the certificates of a holder, those that end first on top. One query."""
    rows = Certificate.objects.filter(region_code=region_code, holder_id=holder_id)
    return list(rows.select_related("issuer").order_by("valid_to", "id")[:50])


def successor_of(certificate: Certificate) -> Certificate | None:
    """Return the certificate that continues this one (延续后的证照), or None."""
    return successors_of([certificate]).get(certificate.id)


def successors_of(certificates: Collection[Certificate]) -> dict[UUID, Certificate]:
    """Return what continues certificates, behind the ids of those that are continued. One query."""
    regions, ids = {one.region_code for one in certificates}, [one.id for one in certificates]
    rows = Certificate.objects.filter(region_code__in=regions, renews_id__in=ids)
    return {row.renews_id: row for row in rows if row.renews_id}


def cases_behind(certificates: Collection[Certificate]) -> dict[UUID, Case]:
    """Return the cases in which certificates were issued, with profile and version of the item only. One query."""
    regions, ids = {one.region_code for one in certificates}, [one.case_id for one in certificates if one.case_id]
    rows = Case.objects.filter(region_code__in=regions, id__in=ids)
    return {row.id: row for row in rows.only("id", "region_code", "profile", "item_version_id")}


def item_of(certificate: Certificate) -> UUID | None:
    """Return the item that a certificate was issued for."""
    rows = Case.objects.filter(region_code=certificate.region_code, id=certificate.case_id)
    return rows.values_list("item_id", flat=True).first()


def open_proposal(region_code: str, certificate_id: UUID) -> Proposal | None:
    """Return the proposal that waits for a decision, or None."""
    rows = Proposal.objects.filter(region_code=region_code, certificate_id=certificate_id, decided_on=None)
    return rows.order_by("id").last()


def proposals_of(region_code: str, certificate_id: UUID) -> list[Proposal]:
    """Return all proposals for a certificate, oldest first."""
    rows = Proposal.objects.filter(region_code=region_code, certificate_id=certificate_id)
    return list(rows.order_by("id"))


def renewal_of(region_code: str, case_id: UUID) -> Renewal | None:
    """Return what makes a case a renewal, or None."""
    return Renewal.objects.filter(region_code=region_code, case_id=case_id).first()


def asked_in_time(case: Any) -> bool:
    """Say whether a renewal was asked for by the last day to do so; True for what is none. One query."""
    renewal = renewal_of(case.region_code, case.id)
    return renewal is None or renewal.applied_on <= renewal.apply_by


def renewal_in(region_code: str, renewal_id: UUID) -> Renewal | None:
    """Return a renewal by its id, or None."""
    return Renewal.objects.filter(region_code=region_code, id=renewal_id).first()


def open_renewal(region_code: str, certificate_id: UUID) -> str:
    """Return the number of the case that asks to renew the certificate and is not decided yet, or ""."""
    return open_renewals([region_code], [certificate_id]).get(certificate_id, "")


def open_renewals(regions: Collection[str], certificate_ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of such cases behind the ids of the certificates. One query."""
    rows = Renewal.objects.filter(
        region_code__in=regions, certificate_id__in=certificate_ids, case__region_code=F("region_code"),
        case__decided_on=None,
    ).exclude(case__state=CaseState.CLOSED)  # fmt: skip
    return dict(rows.order_by("-id").values_list("certificate_id", "case__no"))


def silent_renewals(region_code: str, today: date, limit: int) -> list[tuple[UUID, UUID]]:
    """Return renewal and certificate where the permit ran out before the office decided (视为准予延续).

    Only what was applied for in time and accepted counts; what was withdrawn or refused does not.
    """
    rows = Renewal.objects.filter(
        region_code=region_code, expires_on__lt=today, applied_on__lte=F("apply_by"),
        case__region_code=region_code, case__decided_on=None, case__closed_on=None, case__accepted_on__isnull=False,
        certificate__region_code=region_code, certificate__status=CertificateStatus.VALID,
        certificate__valid_to=F("expires_on"),
    )  # fmt: skip
    return list(rows.order_by("expires_on", "id").values_list("id", "certificate_id")[:limit])


def history_of(certificate: Certificate) -> list[Entry]:
    """Return what became of a certificate, oldest first, as the ledger tells it."""
    rows = Entry.objects.filter(region_code=certificate.region_code, subject=SUBJECT, subject_id=certificate.id)
    return list(rows.order_by("seq").only("region_code", "verb", "actor_id", "at", "seq"))
