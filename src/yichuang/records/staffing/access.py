"""What pages read of the staff room (人员考勤考核的读取): of one region, bounded, by whom or what it is about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from yichuang.records.staffing.models import (
    Appraisal,
    Attendance,
    BackContact,
    CommunityConsent,
    LeaderVisit,
    LeaveRequest,
    LeaveState,
    Patrol,
    Rectification,
    Residency,
    ResidencyState,
    Rotation,
    ServicePoint,
    Sheet,
    SheetForm,
    SheetSubject,
    StaffFile,
)

_OPEN = (LeaveState.ASKED, LeaveState.SUPPORTED)
_SOME, _MANY = 60, 200


def day_of(region_code: str, user_id: UUID | None, on: date) -> Attendance | None:
    """Return when somebody came and went on a day."""
    return Attendance.objects.filter(region_code=region_code, user=user_id, on=on).first()


def requests_of(region_code: str, user_id: UUID | None) -> list[LeaveRequest]:
    """Return somebody's last requests for leave."""
    return list(LeaveRequest.objects.filter(region_code=region_code, user=user_id).order_by("-asked_at")[:10])


def open_requests(region_code: str) -> list[LeaveRequest]:
    """Return the requests that wait for an answer, those that begin first before the others."""
    return list(LeaveRequest.objects.filter(region_code=region_code, state__in=_OPEN).order_by("starts_on")[:_MANY])


def answered_requests(region_code: str) -> list[LeaveRequest]:
    """Return the requests answered last."""
    return list(
        LeaveRequest.objects.filter(region_code=region_code).exclude(state__in=_OPEN).order_by("-asked_at")[:30]
    )


def rotations_of(region_code: str, user_id: UUID | None, since: date | None = None) -> list[Rotation]:
    """Return somebody's plans of rotation, the newest first; with `since` only those that are not over."""
    rows = Rotation.objects.filter(region_code=region_code, user=user_id)
    rows = rows if since is None else rows.filter(ends_on__gte=since)
    return list(rows.order_by("-starts_on")[:10])


def patrols_of(region_code: str) -> list[Patrol]:
    """Return what patrols saw last."""
    return list(Patrol.objects.filter(region_code=region_code).order_by("-at")[:_SOME])


def patrols_on(region_code: str, alert_id: UUID) -> list[Patrol]:
    """Return what patrols saw that proves an alert, oldest first."""
    return list(Patrol.objects.filter(region_code=region_code, alert_id=alert_id).order_by("at", "id")[:_SOME])


def photographed(region_code: str, patrol_id: UUID) -> Patrol | None:
    """Return a patrol that has a photo."""
    return Patrol.objects.filter(region_code=region_code, pk=patrol_id).exclude(photo="").first()


def sheets_of(region_code: str, user_id: UUID | None) -> list[Sheet]:
    """Return somebody's own sheets of a year."""
    rows = Sheet.objects.filter(region_code=region_code, subject=SheetSubject.PERSON, subject_id=user_id)
    return list(rows.order_by("-starts_on")[:12])


def signed_sheets(region_code: str) -> list[Sheet]:
    """Return the sheets of a centre, the newest first."""
    return list(Sheet.objects.filter(region_code=region_code).order_by("-starts_on", "subject", "id")[:_MANY])


def sheet_in(region_code: str, sheet_id: UUID) -> Sheet | None:
    """Return one sheet."""
    return Sheet.objects.filter(region_code=region_code, pk=sheet_id).first()


def forms_of(region_code: str) -> list[SheetForm]:
    """Return the forms of a centre, the newest version of each first."""
    return list(SheetForm.objects.filter(region_code=region_code).order_by("subject", "period", "-number")[:_SOME])


def appraisals_of(region_code: str, user_id: UUID) -> dict[UUID, Appraisal]:
    """Return somebody's appraisals by posting."""
    return {row.posting_id: row for row in Appraisal.objects.filter(region_code=region_code, user=user_id)}


def appraised(region_code: str) -> set[UUID]:
    """Return the postings that have their appraisal."""
    return set(Appraisal.objects.filter(region_code=region_code).values_list("posting_id", flat=True))


def paper_of(region_code: str, kind: str, paper_id: UUID) -> Appraisal | Rectification | None:
    """Return a numbered paper of the staff book."""
    if kind == Appraisal.kind:
        return Appraisal.objects.filter(region_code=region_code, pk=paper_id).first()
    if kind == Rectification.kind:
        return Rectification.objects.filter(region_code=region_code, pk=paper_id).first()
    return None


def points_of(region_code: str, committee: UUID | None = None) -> list[ServicePoint]:
    """Return the service points of a centre; of one committee where it is named."""
    rows = ServicePoint.objects.filter(region_code=region_code).order_by("name")
    return list(rows if committee is None else rows.filter(committee=committee))


def points_in(regions: Collection[str]) -> dict[tuple[str, str], ServicePoint]:
    """Return the service points of some centres behind their region and name. One query."""
    rows = ServicePoint.objects.filter(region_code__in=list(regions)).order_by("region_code", "name")
    return {(row.region_code, row.name): row for row in rows}


def hosted(region_code: str, points: Collection[UUID]) -> list[StaffFile]:
    """Return the files of who serves at some points."""
    return list(StaffFile.objects.filter(region_code=region_code, point__in=points).order_by("entered_on"))


def consents_of(region_code: str, users: Collection[UUID]) -> list[CommunityConsent]:
    """Return what communities said of some people."""
    return list(CommunityConsent.objects.filter(region_code=region_code, user__in=users).order_by("-year")[:_MANY])


def residencies(region_code: str) -> dict[UUID, Residency]:
    """Return who is or was in the hall, by department."""
    return {row.department_id: row for row in Residency.objects.filter(region_code=region_code)}


def inside(region_code: str, state: str = ResidencyState.IN) -> set[UUID]:
    """Return the departments in the hall, or those that left it."""
    rows = Residency.objects.filter(region_code=region_code, state=state)
    return set(rows.values_list("department", flat=True))


def orders_of(region_code: str) -> list[Rectification]:
    """Return the orders to correct, the open ones first."""
    rows = list(Rectification.objects.filter(region_code=region_code).order_by("-on")[:_SOME])
    return sorted(rows, key=lambda row: (row.closed_on is not None, row.due_on))


def late_orders(region_code: str, today: date) -> list[Rectification]:
    """Return the orders whose term is over."""
    rows = Rectification.objects.filter(region_code=region_code, closed_on=None, due_on__lt=today)
    return list(rows.order_by("due_on")[:_SOME])


def visits_of(region_code: str, departments: Collection[UUID]) -> list[LeaderVisit]:
    """Return the last visits of leaders."""
    rows = LeaderVisit.objects.filter(region_code=region_code, department__in=departments)
    return list(rows.order_by("-on")[:12])


def visits_since(region_code: str, since: date) -> dict[UUID, list[date]]:
    """Return on which days leaders of each department were at the window."""
    found: dict[UUID, list[date]] = {}
    rows = LeaderVisit.objects.filter(region_code=region_code, on__gte=since).values_list("department", "on")
    for department, on in rows:
        found.setdefault(department, []).append(on)
    return found


def contacts_of(region_code: str, departments: Collection[UUID]) -> list[BackContact]:
    """Return the last contacts behind the window."""
    rows = BackContact.objects.filter(region_code=region_code, department__in=departments)
    return list(rows.order_by("-on")[:12])


def unarranged(region_code: str) -> list[BackContact]:
    """Return the contacts that nobody arranged."""
    return list(BackContact.objects.filter(region_code=region_code, arrangement="").order_by("-on")[:30])
