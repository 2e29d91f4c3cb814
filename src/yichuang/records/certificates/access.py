"""Who may see which certificate: window and watchers of the region, the issuing department, and its holder."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.access import NotFound
from yichuang.records.certificates.models import Certificate, CertificateStatus, ExpiryNotice
from yichuang.records.certificates.queries import certificate_in
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import OFFICE, WATCHERS, WINDOW, CasePlace, may_see


class NoCertificate(NotFound):
    """There is no such certificate, or this officer may not know of it."""


def place_of(certificate: Certificate) -> CasePlace:
    """Return where a certificate stands, as permissions look at it: at its issuing department."""
    return CasePlace(certificate.region_code, certificate.issuer_id)


def certificates_for(officer: Officer, region_code: str) -> QuerySet[Certificate]:
    """Return the certificates of a region that the officer may see by a post."""
    rows = Certificate.objects.filter(region_code=region_code)
    if officer.grant(WINDOW | WATCHERS, region_code=region_code):
        return rows
    held = [g.department_id for g in officer.grants if g.department_id and g.role in OFFICE]
    return rows.filter(Q(issuer__in=held))


def certificate_for(certificate_id: UUID, officer: Officer, directory: Directory) -> Certificate:
    """Return one certificate that the officer may see by a post.  Raises: NoCertificate."""
    for region in sorted({grant.region_code for grant in officer.grants} & set(directory.centres)):
        found = certificate_in(region, certificate_id)
        if found is not None and may_see(officer, place_of(found)):
            return found
    raise NoCertificate(str(certificate_id))


def own_certificates(officer: Officer, regions: list[str]) -> list[Certificate]:
    """Return what was issued to somebody who logs in: by the applicant linked to him, or a case he handed in.

    To who acts as an organisation, what was issued to the organisation.
    """
    found: list[Certificate] = []
    for region in regions:
        found += _owned(officer, region).select_related("issuer").order_by("valid_to", "id")
    return found


def own_certificate(certificate_id: UUID, officer: Officer, regions: list[str]) -> Certificate:
    """Return one certificate of somebody who logs in.  Raises: NoCertificate."""
    for region in regions:
        row = _owned(officer, region).filter(id=certificate_id).select_related("issuer", "case").first()
        if row is not None:
            return row
    raise NoCertificate(str(certificate_id))


def own_notices(officer: Officer, region: str, today: date) -> list[ExpiryNotice]:
    """Return what the officer was told of ends to come: the latest word on each certificate in force. One query."""
    mine = _owned(officer, region).filter(status=CertificateStatus.VALID).values("id")
    rows = ExpiryNotice.objects.filter(
        region_code=region, certificate_id__in=mine, valid_to__gte=today, certificate__region_code=region,
        certificate__valid_to=F("valid_to"),
    ).select_related("certificate").order_by("told_on", "id")  # fmt: skip
    return list({row.certificate_id: row for row in rows}.values())


def owns(officer: Officer, certificate: Certificate) -> bool:
    """Say whether a certificate is the officer's own, as a person or as the organisation he acts as."""
    if officer.user_id is None:
        return False
    return _owned(officer, certificate.region_code).filter(id=certificate.id).exists()


def _owned(officer: Officer, region: str) -> QuerySet[Certificate]:
    if officer.capacity is not None:
        owned = Q(holder_id__in=officer.capacity.applicants)
    else:
        mine = Applicant.objects.filter(region_code=region, user=officer.user_id).values("id")
        owned = Q(case__owner=officer.user_id, case__region_code=region) | Q(holder_id__in=mine)
    return Certificate.objects.filter(owned, region_code=region)
