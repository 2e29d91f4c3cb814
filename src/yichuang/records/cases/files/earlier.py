"""用过的材料: what the same applicant handed in with earlier cases, to be used again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.cases.access import own_cases
from yichuang.records.cases.models import Case, Material
from yichuang.rules.library.trust import again, may_again, seen
from yichuang.rules.officers import Officer

_ROWS, _EACH = 60, 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """One file of an earlier case, by the name of its material."""

    material: str
    no: str
    on: date
    file: dict[str, Any]


def used_before(officer: Officer, region_code: str, holder: str, names: Iterable[str]) -> list[Earlier]:
    """Return what somebody handed in before for the same applicant, the latest first. One query."""
    return _of(own_cases(officer, region_code).filter(applicant_name=holder), region_code, names) if holder else []


def brought_before(region_code: str, applicant_id: UUID, names: Iterable[str]) -> list[Earlier]:
    """Return what an applicant who stands at the window handed in before, the latest first. One query."""
    return _of(Case.objects.filter(region_code=region_code, applicant_id=applicant_id), region_code, names)


def _of(cases: QuerySet[Case], region_code: str, names: Iterable[str]) -> list[Earlier]:
    rows = Material.objects.filter(region_code=region_code, name__in=list(names), case_id__in=cases.values("id"))
    found: list[Earlier] = []
    told: set[tuple[str, str]] = set()
    for row in rows.filter(case__region_code=region_code).select_related("case").order_by("-id")[:_ROWS]:
        for file in row.files:
            new = (row.name, file["digest"]) not in told and sum(one.material == row.name for one in found) < _EACH
            if new and may_again(file, row.verdict):
                told.add((row.name, file["digest"]))
                kept = again(file, row.case.no, original_seen=seen(row.verdict, row.originals))
                found.append(Earlier(row.name, row.case.no, row.case.received_on, kept))
    return found
