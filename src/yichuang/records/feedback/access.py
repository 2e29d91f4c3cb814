"""Who may see which concern (诉求). Denied looks like not found; the one complained of sees nothing of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.models import Concern, ConcernKind, ConcernState, ConcernStep
from yichuang.records.org.directory import Directory
from yichuang.rules.feedback.conflicts import Accused, is_of_centre, sees_complaint
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import OFFICE, WATCHERS, WINDOW

WAITING = (ConcernState.FILED, ConcernState.OPEN, ConcernState.REFERRED, ConcernState.ANSWERED)


def regions_of(officer: Officer) -> list[str]:
    """Return the regions in which the officer holds a post that works with concerns."""
    held = (grant.region_code for grant in officer.grants if grant.role in OFFICE | WINDOW | WATCHERS)
    return list(dict.fromkeys(held))


def departments_of(officer: Officer, region_code: str = "") -> frozenset[UUID]:
    """Return the departments for which the officer works, in the region where one is named."""
    held = (grant for grant in officer.grants if grant.role in OFFICE and region_code in ("", grant.region_code))
    return frozenset(grant.department_id for grant in held if grant.department_id)


def at_desk(officer: Officer, region_code: str) -> bool:
    """Say whether the officer sits at a window of the region, or watches it: he sees what no department has."""
    return officer.grant(WINDOW | WATCHERS, region_code=region_code) is not None


def concerns_for(officer: Officer, region_code: str) -> QuerySet[Concern, Concern]:
    """Return the concerns of a region that an officer may see by his posts."""
    rows = _without_conflicts(Concern.objects.filter(region_code=region_code), officer, region_code)
    if at_desk(officer, region_code):
        return rows
    held = Q(department__in=list(departments_of(officer, region_code)))
    return rows.filter(held if officer.user_id is not None else Q(pk__in=[]))


def accused_in(row: Concern) -> Accused:
    """Return whom a complaint is about; nobody where nothing is complained of."""
    if row.kind != ConcernKind.COMPLAINT:
        return Accused()
    return Accused(row.person_id, row.target_window_id, row.person_named)


def _without_conflicts(rows: Any, officer: Officer, region_code: str) -> Any:
    """Leave out the complaints that `sees_complaint` would not show."""
    complaints = Q(kind=ConcernKind.COMPLAINT)
    unknown = complaints & Q(person=None) & ~Q(person_named="")
    if officer.user_id is not None:
        rows = rows.exclude(complaints & Q(person=officer.user_id))
    if windows := [grant.window_id for grant in officer.grants if grant.window_id]:
        rows = rows.exclude(complaints & Q(target_window__in=windows))
    if not is_of_centre(officer, region_code):
        return rows.exclude(unknown)
    return rows.exclude(unknown & Q(person_named__contains=officer.name)) if officer.name else rows


def concern_for(no: str, officer: Officer, directory: Directory) -> Concern:
    """Return a concern that the officer may see: by his posts, or because it is his own.  Raises: NotFound."""
    region = directory.region_of(no)
    row = Concern.objects.filter(region_code=region, no=no.upper()).first() if region else None
    if row is None or not sees(officer, row):
        raise NotFound(no)
    return row


def sees(officer: Officer, row: Concern) -> bool:
    """Say whether the officer may see the concern."""
    if officer.system or (officer.user_id is not None and row.owner_id == officer.user_id):
        return True
    if officer.user_id is None or not sees_complaint(officer, row.region_code, accused_in(row)):
        return False
    return at_desk(officer, row.region_code) or row.department_id in departments_of(officer)


def own_concerns(user_id: UUID, region_codes: Collection[str]) -> QuerySet[Concern, Concern]:
    """Return what somebody filed under his log-in, newest first."""
    return Concern.objects.filter(region_code__in=list(region_codes), owner=user_id).order_by("-filed_at")


def proven_concern(no: str, code: str, directory: Directory) -> Concern:
    """Return the concern whose number and code fit.  Raises: NotFound for everything else."""
    region = directory.region_of(no)
    row = Concern.objects.filter(region_code=region, no=no.upper()).first() if region else None
    if row is None or not code or row.code_hash != lookup_hash(code.strip().upper()):
        raise NotFound(no)
    return row


def steps_of_concern(row: Concern) -> list[ConcernStep]:
    """Return what was done about a concern, oldest first."""
    return list(ConcernStep.objects.filter(region_code=row.region_code, concern_id=row.id).order_by("at", "id"))
