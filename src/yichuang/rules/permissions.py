"""Who may do what: a pure predicate over officer, act and case (权限). Denied looks like not found."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.officers import Grant, Officer
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

WINDOW = frozenset({"window_clerk", "chief_representative"})
LEADERS = frozenset({"chief_representative", "deputy_head", "main_head", "agency_head"})
OFFICE = frozenset({"reviewer", "verifier"}) | LEADERS
WATCHERS = frozenset({"centre_manager", "supervisor", "auditor"})


@dataclass(frozen=True, slots=True)
class CasePlace:
    """Where a case stands: what a permission looks at."""

    region_code: str
    department_id: UUID
    applicant_user_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Right:
    """Roles that hold an act, and how they must stand to the case."""

    roles: frozenset[str]
    department: bool = False  # the grant must be of the case's department
    applicant: bool = False  # the applicant may, too
    system: bool = False  # the sweep may, too


_AT_WINDOW = Right(WINDOW)
_SIGNERS = Right(LEADERS | {"verifier"}, department=True)
RIGHTS: dict[str, Right] = {
    "case.submitted": Right(WINDOW, applicant=True),
    "case.received": _AT_WINDOW,
    "case.prereviewed": _AT_WINDOW,
    "case.correction_notified": _AT_WINDOW,
    "case.supplemented": Right(WINDOW, applicant=True),
    "case.accepted": _AT_WINDOW,
    "case.deemed_accepted": Right(frozenset(), system=True),
    "case.not_needed": _AT_WINDOW,
    "case.refusal_proposed": _AT_WINDOW,
    "case.refusal_returned": _SIGNERS,
    "case.refused": Right(WINDOW | LEADERS),
    "case.routed": _AT_WINDOW,
    "case.claimed": Right(OFFICE, department=True),
    "case.reviewed": Right(frozenset({"reviewer"}), department=True),
    "case.verified": Right(frozenset({"verifier"}) | LEADERS, department=True),
    "case.returned": Right(frozenset({"verifier"}) | LEADERS, department=True),
    "case.paused": Right(OFFICE, department=True),
    "case.resumed": Right(OFFICE, department=True),
    "case.extended": Right(LEADERS | {"government_head"}, department=True),
    "case.decided": _SIGNERS,
    "case.issued": Right(WINDOW),
    "case.delivered": Right(WINDOW),
    "case.withdrawn": Right(WINDOW, applicant=True),
    "case.closed": Right(WINDOW),
    "case.rated": Right(frozenset(), applicant=True),
    "case.due_recomputed": Right(frozenset(), system=True),
    "case.document_made": Right(frozenset(), system=True),
    "item.published": Right(frozenset({"system_admin", "centre_manager"})),
}


def grant_for(verb: str, officer: Officer, place: CasePlace) -> Grant | None:
    """Return the post under which the officer may do the act, or None."""
    right = RIGHTS[verb]
    return officer.grant(
        right.roles,
        region_code=place.region_code,
        department_id=place.department_id if right.department else None,
    )


def may(verb: str, officer: Officer, place: CasePlace) -> Verdict:
    """Say whether the officer may do the act to a case standing there.

    Returns: ALLOWED, or `not_yours` (shown as not found where the officer may not even see the case).
    Basis: XKF-34.1, S1-首席代表
    """
    right = RIGHTS[verb]
    if (officer.system and right.system) or grant_for(verb, officer, place):
        return ALLOWED
    own = officer.user_id is not None and officer.user_id == place.applicant_user_id
    if right.applicant and own:
        return ALLOWED
    return refuse("not_yours", "XKF-23", verb=verb)


def may_see(officer: Officer, place: CasePlace) -> bool:
    """Say whether the officer may know of the case at all."""
    if officer.system or (officer.user_id is not None and officer.user_id == place.applicant_user_id):
        return True
    if officer.grant(WINDOW | WATCHERS, region_code=place.region_code):
        return True
    return officer.grant(OFFICE, region_code=place.region_code, department_id=place.department_id) is not None


_SIGNING_RANK = ("verifier", "chief_representative", "deputy_head", "main_head", "agency_head", "government_head")


def may_sign(roles: frozenset[str], least: str, basis: str) -> Verdict:
    """Say whether one of the roles may sign a decision that `least` or somebody above signs (签批权限).

    Basis: S0b-17, S1-岗位责任制
    """
    rank = _SIGNING_RANK.index(least)
    if roles & frozenset(_SIGNING_RANK[rank:]):
        return ALLOWED
    return refuse("signer_too_low", basis, least=least)


def two_persons(first: UUID | None, second: UUID | None, basis: str) -> Verdict:
    """Say whether the one who checks differs from the one who handled (一审一核).

    Basis: S1-一审一核
    """
    if first is not None and first == second:
        return refuse("same_person", basis)
    return ALLOWED
