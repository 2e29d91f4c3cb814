"""证照核验: what a certificate with this code says, for whoever holds its paper or its picture."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.certificates.queries import certificate_behind
from yichuang.rules.masking import mask_name


@allow(PUBLIC)
@require_GET
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """Show type, number, masked holder, issuer, validity and status; 404 for a code of no certificate."""
    found = certificate_behind(token, list(request.directory.centres))
    if found is None:
        raise Http404
    context = {
        "certificate": found,
        "holder": mask_name(found.holder_name),
        "valid": _valid(found, request.today),
        "words": _words(found, request.today),
        "crumbs": [("证照核验", "")],
    }
    return render(request, "portal/entrance/verify.html", context)


def _words(certificate: Certificate, today: date) -> str:
    """Return the state in a word: what it was made, or that it ran out."""
    if certificate.status == CertificateStatus.VALID:
        return "有效" if _valid(certificate, today) else "已到期"
    return str(CertificateStatus(certificate.status).label)


def _valid(certificate: Certificate, today: date) -> bool:
    in_time = certificate.valid_to is None or today <= certificate.valid_to
    return certificate.status == CertificateStatus.VALID and in_time
