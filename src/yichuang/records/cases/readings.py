"""谁查过我的材料: who read which number of mine in full, when and what for. Only what is one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.access import own_cases
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import ReadLog
from yichuang.rules.officers import Officer


@dataclass(frozen=True, slots=True)
class Noted:
    """One reading: which number, who read it, what for, on occasion of which case ("" for one not mine to know)."""

    at: datetime
    field: str
    purpose: str
    reader_id: UUID
    case_no: str


def readings(officer: Officer, region_code: str) -> QuerySet[ReadLog]:
    """Return what was read of the officer's own data in a region, the latest first: of the applicant records that
    are his, and on occasion of the cases that are his.

    Basis: GRXX-6.1
    """
    linked = Applicant.objects.filter(region_code=region_code, user=officer.user_id).values("id")
    mine = own_cases(officer, region_code).values("id")
    rows = ReadLog.objects.filter(region_code=region_code)
    return rows.filter(Q(applicant_id__in=linked) | Q(case_id__in=mine)).order_by("-at", "-id")


def noted(rows: list[ReadLog], officer: Officer, region_code: str) -> list[Noted]:
    """Return one page of readings with the numbers of one's own cases. One query."""
    ids = {row.case_id for row in rows if row.case_id}
    own = own_cases(officer, region_code).filter(id__in=ids) if ids else Case.objects.none()
    numbers = dict(own.values_list("id", "no")) if ids else {}
    return [Noted(row.at, row.field, row.purpose, row.reader_id, numbers.get(row.case_id, "")) for row in rows]
