"""人员、考勤、考核、进驻单位: what the acts of the staff book write beside postings, absences and powers."""

from yichuang.records.staffing.models.leave import LeaveKind, LeaveRequest, LeaveState
from yichuang.records.staffing.models.people import Appraisal, BackContact, Employment, Rotation, StaffFile
from yichuang.records.staffing.models.points import ServicePoint
from yichuang.records.staffing.models.presence import AbsenceNotice, Attendance, Patrol, PatrolKind
from yichuang.records.staffing.models.sheets import CommunityConsent, Period, Sheet, SheetForm, SheetState, SheetSubject
from yichuang.records.staffing.models.units import Ground, LeaderVisit, Rectification, Residency, ResidencyState

__all__ = [
    "AbsenceNotice",
    "Appraisal",
    "Attendance",
    "BackContact",
    "CommunityConsent",
    "Employment",
    "Ground",
    "LeaderVisit",
    "LeaveKind",
    "LeaveRequest",
    "LeaveState",
    "Patrol",
    "PatrolKind",
    "Period",
    "Rectification",
    "Residency",
    "ResidencyState",
    "Rotation",
    "ServicePoint",
    "Sheet",
    "SheetForm",
    "SheetState",
    "SheetSubject",
    "StaffFile",
]
