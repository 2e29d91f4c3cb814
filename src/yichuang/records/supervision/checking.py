"""Reads of spot checks (双随机抽查): what can go onto a list, which checks there are, what waits for an inspector."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.cases.models import Case, CaseState
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.ledger.proofs.models import Checkpoint
from yichuang.records.supervision.models import SUBJECT, CheckRecord, CheckState, SpotCheck


class Line(NamedTuple):
    """What can go onto a list: its number, and the case that it came from."""

    no: str
    case_id: UUID | None


def closed_cases(region_code: str, since: date, until: date, department: UUID | None, most: int) -> list[Line]:
    """Return the cases of a region that were closed in the span, by number."""
    rows = Case.objects.filter(region_code=region_code, state=CaseState.CLOSED, closed_on__range=(since, until))
    if department:
        rows = rows.filter(department=department)
    return [Line(*row) for row in rows.order_by("no").values_list("no", "id")[:most]]


def held_certificates(region_code: str, since: date, until: date, department: UUID | None, most: int) -> list[Line]:
    """Return the certificates in force that were issued in the span, by number."""
    rows = Certificate.objects.filter(
        region_code=region_code, status=CertificateStatus.VALID, issued_on__range=(since, until)
    )
    if department:
        rows = rows.filter(issuer=department)
    return [Line(*row) for row in rows.order_by("no").values_list("no", "case_id")[:most]]


def actors(region_code: str, case_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Return who had a hand in each of the cases. One query for each 500."""
    found: dict[UUID, set[UUID]] = {}
    ids = list(case_ids)
    for start in range(0, len(ids), 500):
        rows = Entry.objects.filter(
            region_code=region_code, subject=Subject.CASE, subject_id__in=ids[start : start + 500]
        )
        for case_id, actor in rows.exclude(actor_id=None).values_list("subject_id", "actor_id").distinct():
            found.setdefault(case_id, set()).add(actor)
    return found


def left_out_of(row: SpotCheck) -> list[str]:
    """Return what was left out of a check's list because too few were free to check it (回避). One query."""
    entries = Entry.objects.filter(region_code=row.region_code, subject=SUBJECT, subject_id=row.id)
    facts = entries.filter(verb="spot_check.announced").values_list("facts", flat=True).first() or {}
    return list(facts.get("left_out", ()))


def first_checkpoint_after(at: datetime) -> Checkpoint | None:
    """Return the first checkpoint that was signed after a moment: what draws (定签的检查点)."""
    return Checkpoint.objects.filter(at__gt=at).order_by("size").first()


def checks(region_code: str) -> QuerySet[SpotCheck]:
    """Return the checks of a region, the latest first."""
    return SpotCheck.objects.filter(region_code=region_code).order_by("-announced_at", "-id")


def check_in(region_codes: Collection[str], check_id: UUID) -> SpotCheck | None:
    """Return a check of one of the regions."""
    return SpotCheck.objects.filter(region_code__in=list(region_codes), id=check_id).first()


def check_by_no(region_code: str, no: str) -> SpotCheck | None:
    """Return a check by its public number."""
    return SpotCheck.objects.filter(region_code=region_code, no=no).first()


def records_of(check: SpotCheck) -> list[CheckRecord]:
    """Return the records of a check."""
    return list(CheckRecord.objects.filter(region_code=check.region_code, check_id=check.id).order_by("no"))


def record_of(check: SpotCheck, no: str) -> CheckRecord | None:
    """Return the record of one line."""
    return CheckRecord.objects.filter(region_code=check.region_code, check_id=check.id, no=no).first()


def drawn_to(region_code: str, user_id: UUID | None) -> list[tuple[SpotCheck, str, CheckRecord | None]]:
    """Return what an inspector was drawn for in checks that run: the check, the line, its record. Two queries."""
    running = list(SpotCheck.objects.filter(region_code=region_code, state=CheckState.DRAWN).order_by("announced_at"))
    rows = CheckRecord.objects.filter(region_code=region_code, check_id__in=[row.id for row in running])
    records = {(row.check_id, row.no): row for row in rows}
    return [
        (row, one["no"], records.get((row.id, one["no"])))
        for row in running
        for one in row.drawn
        if str(user_id) in one["inspectors"]
    ]
