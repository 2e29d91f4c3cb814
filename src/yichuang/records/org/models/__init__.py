"""组织: who and where, and who may act for whom."""

from yichuang.records.org.models.organisation import (
    ApiToken,
    Centre,
    Department,
    FactsVersion,
    HolidayNotice,
    Level,
    OrgRow,
    Posting,
    Region,
    Role,
    User,
    Window,
    raise_facts_version,
)
from yichuang.records.org.models.self_check import SelfCheck
from yichuang.records.org.models.standing_in import Absence, AuthorisedPerson, Delegation, StaffBook, WindowGrant

__all__ = [
    "Absence",
    "ApiToken",
    "AuthorisedPerson",
    "Centre",
    "Delegation",
    "Department",
    "FactsVersion",
    "HolidayNotice",
    "Level",
    "OrgRow",
    "Posting",
    "Region",
    "Role",
    "SelfCheck",
    "StaffBook",
    "User",
    "Window",
    "WindowGrant",
    "raise_facts_version",
]
