"""Reads of hearings and inspections: those of one case, and the hearings that the public may attend (听证公告)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.cases.models import Stage
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty


def parties_of(region_code: str, case_id: UUID) -> list[InterestedParty]:
    """Return the interested parties of a case, in the order in which they were told."""
    rows = InterestedParty.objects.filter(region_code=region_code, case_id=case_id)
    return list(rows.order_by("told_on", "id"))


def party_of(region_code: str, case_id: UUID, party_id: UUID) -> InterestedParty | None:
    """Return one interested party of the case, or None."""
    return InterestedParty.objects.filter(region_code=region_code, case_id=case_id, id=party_id).first()


def hearings_of(region_code: str, case_id: UUID) -> list[Hearing]:
    """Return the hearings of a case, oldest first."""
    return list(Hearing.objects.filter(region_code=region_code, case_id=case_id).order_by("id"))


def open_hearing(region_code: str, case_id: UUID) -> Hearing | None:
    """Return the hearing of a case that was asked for or called and not yet held, or None."""
    return Hearing.objects.filter(region_code=region_code, case_id=case_id, held_on=None).order_by("id").last()


def inspections_of(region_code: str, case_id: UUID) -> list[Inspection]:
    """Return the inspections of a case, oldest first."""
    return list(Inspection.objects.filter(region_code=region_code, case_id=case_id).order_by("on", "id"))


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who was sent where, for what, on which day (指派)."""

    kind: str
    place: str
    officers: tuple[UUID, ...]
    on: date | None


def assigned_to(region_code: str, stage_id: UUID) -> Assigned:
    """Return what an assignment says.  Raises: Stage.DoesNotExist.  One query."""
    row = Stage.objects.only("particulars", "starts_on").get(region_code=region_code, id=stage_id)
    told = row.particulars
    return Assigned(told["kind"], told["place"], tuple(UUID(one) for one in told["officers"]), row.starts_on)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is told to everybody of a public hearing (听证公告); nothing of the applicant or the parties."""

    case_no: str
    item_id: UUID
    department_id: UUID
    on: date
    time: str
    place: str
    topic: str


def announced(region_code: str, today: date, limit: int = 50) -> list[Announcement]:
    """Return the public hearings of a region that are still to come, the next one first. One query."""
    rows = Hearing.objects.filter(
        region_code=region_code, public=True, on__gte=today, held_on=None, case__region_code=region_code
    )
    columns = ("case__no", "case__item_id", "case__department_id", "on", "time", "place", "topic")
    return [Announcement(*row) for row in rows.order_by("on", "id").values_list(*columns)[:limit]]
