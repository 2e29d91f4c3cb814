"""查询核验: whoever shows the number of a case and the last six characters of the identity number may see its progress.

An unknown number and a wrong code give the same answer.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from yichuang.records.applicants.access import given_in
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.queries import identity_ends_with
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case, Channel
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.org.directory import Directory

_LATEST = 20  # visits looked through


def proven(no: str, last_six: str, directory: Directory) -> str:
    """Return the number of the case as it is written, if the code fits. Raises NotFound for everything else."""
    region = directory.region_of(no)
    case = load(region, no=no.upper()) if region else None
    if case is None or not identity_ends_with(region, case.applicant_id, last_six):
        raise NotFound(no)
    return str(case.no)


def tracked(no: str, directory: Directory) -> CaseFile:
    """Return a case whose number was proven before (the face keeps the proof). Raises NotFound."""
    region = directory.region_of(no)
    case = load(region, no=no.upper()) if region else None
    if case is None:
        raise NotFound(no)
    return case


def told_last(regions: Collection[str], identity_kind: str, identity_no: str, phone: str) -> list[Applicant]:
    """Return the applicants with this number who told this telephone when they last came to a window themselves.

    The register keeps what was told first, and a case what was told in it; nothing is rewritten. What is typed on
    line proves nobody, and a proxy's number is not the applicant's: neither counts (本人最近一次在窗口留的手机).
    Two queries.  Basis: GRXX-8, GRXX-46.1
    """
    known = Applicant.objects.filter(
        region_code__in=list(regions), identity_kind=identity_kind, identity_hash=lookup_hash(identity_no)
    )
    mine = {(row.region_code, row.id): row for row in known.order_by("region_code")}
    cases = Case.objects.filter(
        region_code__in=list(regions), applicant_id__in=[row.id for row in mine.values()], channel=Channel.WINDOW
    ).order_by("-submitted_at", "-id")
    rows = cases.values_list("region_code", "applicant_id", "id", "form", "agent")[:_LATEST] if mine else ()
    last: dict[tuple[str, UUID], str] = {}
    for region, holder, case_id, form, agent in rows:
        told = given_in(form, case_id).get("phone", "")
        if told and "scope" not in (agent or {}):
            last.setdefault((region, holder), told)
    return [mine[key] for key, told in last.items() if lookup_hash(told) == lookup_hash(phone)]
