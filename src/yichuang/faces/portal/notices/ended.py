"""准予之后: how a public notice marks a grant that was ended, and announces what was struck off (注销公告)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.faces.portal.notices.span import public_name
from yichuang.law.book import book
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.certificates.models import CertificateAct, CertificateStatus, Proposal
from yichuang.rules.after.certificates import MOVES

STRUCK = str(CertificateAct.DEREGISTER)


def ended_since(case: Any, endings: Sequence[Proposal]) -> list[tuple[str, str, date | None]]:
    """Return what ended a grant, oldest first: the state, which certificate ("" where none was made), since when."""
    revoked = case.outcome == CaseOutcome.REVOKED
    before = [(str(CertificateStatus.REVOKED.label), "", case.closed_on)] if revoked else []
    told = [(str(CertificateStatus(one.act).label), one.certificate.type_name, one.decided_on) for one in endings]
    return before + told


def struck_off(one: Proposal, request: HttpRequest) -> dict[str, Any]:
    """Return an announcement: whose certificate, which, struck off on which ground, by whom and when.

    Basis: XKF-70
    """
    held, words = one.certificate, book().parameter(MOVES[STRUCK].grounds).options or {}
    return {
        "on": one.decided_on,
        "applicant": public_name(held.holder_name, one.holder_kind),  # type: ignore[attr-defined]
        "certificate": held.type_name,
        "no": held.no,
        "ground": words.get(one.ground, ""),
        "department": request.directory.departments[held.issuer_id].name,
    }
