"""Who may do what: a pure predicate over officer, act and case (权限). Denied looks like not found."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.norms import Norms
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


STEP_ACT: dict[str, str] = {"reviewing": "case.reviewed", "verifying": "case.verified", "deciding": "case.decided"}


def states_for(roles: frozenset[str], norms: Norms) -> tuple[str, ...]:
    """Return the states whose next step somebody with these roles could do (待办的状态).

    Basis: XKF-34.1, S1-岗位责任制
    """
    return tuple(
        state for state, verb in STEP_ACT.items() if roles & RIGHTS[verb].roles and _signs(verb, roles, norms).allowed
    )


def may_take(state: str, officer: Officer, place: CasePlace, norms: Norms) -> Verdict:
    """Say whether the officer may take up a case in this state: only who can do its step (认领).

    Returns: ALLOWED, or `not_yours` with the act that the state waits for, or `signer_too_low`.
    Basis: XKF-34.1, S1-岗位责任制
    """
    verb = STEP_ACT.get(state)
    if verb is None:
        return ALLOWED
    held = may(verb, officer, place)
    return _signs(verb, officer.roles(), norms) if held.allowed else held


def _signs(verb: str, roles: frozenset[str], norms: Norms) -> Verdict:
    """Say whether the post is high enough to sign, where the act is the decision."""
    if verb != "case.decided":
        return ALLOWED
    signer = norms.norm("decision_signer")
    return may_sign(roles, str(signer.value), signer.basis)
