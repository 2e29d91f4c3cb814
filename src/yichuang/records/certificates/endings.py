"""Reads of what ended permits (许可的终止), for everybody to see: of the cases of a list, and what was struck off."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, QuerySet

from yichuang.records.cases.notices import Span
from yichuang.records.certificates.models import CertificateAct, Proposal

_ENDS = tuple(str(act) for act in CertificateAct if act != CertificateAct.CHANGE)


def endings_of(region_code: str, case_ids: Collection[UUID]) -> dict[UUID, list[Proposal]]:
    """Return the decisions that ended certificates, oldest first, behind the cases they came from. One query.

    Basis: XKF-40, XKF-69, XKF-70
    """
    rows = Proposal.objects.filter(
        region_code=region_code, agreed=True, act__in=_ENDS, certificate__region_code=region_code,
        certificate__case_id__in=case_ids,
    ).select_related("certificate").order_by("decided_on", "id")  # fmt: skip
    found: dict[UUID, list[Proposal]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def deregistered(region_code: str, span: Span) -> QuerySet[Proposal]:
    """Return the decisions of a span that struck certificates off, the latest first.

    Basis: XKF-70
    """
    rows = Proposal.objects.filter(
        region_code=region_code, agreed=True, act=CertificateAct.DEREGISTER, decided_on__gte=span.first,
        decided_on__lte=span.last, certificate__region_code=region_code, case__region_code=region_code,
    )  # fmt: skip
    rows = rows.filter(certificate__issuer=span.department) if span.department else rows
    rows = rows.annotate(holder_kind=F("case__applicant__kind"))
    return rows.select_related("certificate").order_by("-decided_on", "id")
