"""What only a certificate has that a case here led to (有办件的证照): item, renewal, proposals, papers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from yichuang.faces.common.casework.delivered import decisions_of
from yichuang.faces.office.certificates.steps import possible
from yichuang.law.book import book
from yichuang.records.cases.reading import load
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.access import place_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.queries import open_proposal, open_renewal, proposals_of, successor_of
from yichuang.records.documents.access import documents_for
from yichuang.rules.after.certificates import MOVES
from yichuang.rules.after.renewal import renewal_days
from yichuang.rules.permissions import WINDOW, may


def of_case(request: HttpRequest, row: Certificate) -> dict[str, Any]:
    """Return what only a certificate has that a case here led to."""
    case = load(row.region_code, case_id=row.case_id)
    if case is None:
        raise Http404(str(row.id))
    norms, place, names = book().norms(case.profile, request.today), place_of(row), request.directory.names
    successor = successor_of(row)
    waiting, calendar = open_proposal(row.region_code, row.id), request.directory.calendar(case.profile)
    return {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "days": renewal_days(row.valid_to, norms, calendar) if row.valid_to else None,
        "renewal": open_renewal(row.region_code, row.id),
        "successor": successor,
        "proposals": [
            (one, names.get(one.proposer_id, ""), _ground(one)) for one in proposals_of(row.region_code, row.id)
        ],
        "waiting": waiting,
        "waiting_ground": _ground(waiting) if waiting else "",
        "possible": possible(row, norms, request.today, renewed=successor is not None),
        "may_propose": waiting is None and may("certificate.proposed", request.officer, place).allowed,
        "may_decide": waiting is not None and may(f"certificate.{waiting.act}", request.officer, place).allowed,
        "own": waiting is not None and waiting.proposer_id == request.officer.user_id,
        "decisions": decisions_of(case, request.directory, certificate_no=row.no),
        "deliver_at": case.no if request.officer.grant(WINDOW, region_code=row.region_code) else "",
        "documents": [d for d in documents_for(case.no, request.officer, request.directory) if d.on >= row.issued_on],
    }


def _ground(proposal: Any) -> str:
    return str((book().parameter(MOVES[proposal.act].grounds).options or {}).get(proposal.ground, ""))
