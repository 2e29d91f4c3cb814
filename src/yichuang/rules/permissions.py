"""Who may do what: a pure predicate over officer, act and case (权限). Denied looks like not found."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from yichuang.rules import moves
from yichuang.rules.moves.shapes import ARCHIVISTS, GOVERNMENT, LEADERS, OFFICE, WATCHERS, WINDOW, Right
from yichuang.rules.norms import Norms
from yichuang.rules.officers import Grant, Officer
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

__all__ = ["GOVERNMENT", "LEADERS", "OFFICE", "RIGHTS", "WATCHERS", "WINDOW", "CasePlace", "Right"]

RIGHTS: dict[str, Right] = {
    **moves.RIGHTS,
    "item.published": Right(frozenset({"system_admin", "centre_manager"})),
    "template.published": Right(frozenset({"system_admin"})),
}


class CasePlace(NamedTuple):
    """Where a case stands: what a permission looks at."""

    region_code: str
    department_id: UUID
    applicant_user_id: UUID | None = None
    parts: frozenset[UUID] = frozenset()  # departments that have or had a stage in it: co-departments, other levels
    item_id: UUID | None = None
    joint: bool = False
    handler_id: UUID | None = None  # whose work it is: who stands in for him acts in his name
    principals: frozenset[UUID] = frozenset()  # who else acts by a log-in of his own: 委托人, 代办员
    applicant_id: UUID | None = None  # what an organisation's people are known by
    uscc: str = ""  # of the organisation in whose name one of its people handed in
    closed: bool = False  # 已办结


def grant_for(verb: str, officer: Officer, place: CasePlace) -> Grant | None:
    """Return the post under which the officer may do the act, or None.

    Who is only heard (`Right.heard`) comes as far as the norms, which refuse him with their article.
    """
    right = RIGHTS[verb]
    officer = acting(verb, officer, place)
    if right.part:
        return officer.grant_in(right.roles, place.parts | {place.department_id})
    if right.department:  # wherever it lies: an upper level decides on cases of the regions below it
        held = officer.grant_in(right.roles, frozenset({place.department_id}))
    else:
        held = officer.grant(right.roles, region_code=place.region_code)
    held = held or officer.grant(right.anywhere, region_code=place.region_code)
    if held is None and right.heard:
        return officer.grant_in(right.heard, place.parts | {place.department_id})
    return held


def acting(verb: str, officer: Officer, place: CasePlace) -> Officer:
    """Return the officer with only those posts that are good for this act on this case."""
    return officer.acting(verb, place.item_id, place.handler_id)


def may(verb: str, officer: Officer, place: CasePlace) -> Verdict:
    """Say whether the officer may do the act to a case standing there.

    Returns: ALLOWED, or `not_yours` (shown as not found where the officer may not even see the case).
    Basis: XKF-34.1, S1-首席代表
    """
    return may_by(grant_for(verb, officer, place), verb, officer, place)


def may_by(grant: Grant | None, verb: str, officer: Officer, place: CasePlace) -> Verdict:
    """Say the same where it is known already which post the officer has for the act."""
    right = RIGHTS[verb]
    if (grant is not None and officer.away_until is None) or (officer.system and right.system):
        return ALLOWED
    if right.applicant and is_own(officer, place):
        return ALLOWED
    return at_work(officer) if grant is not None else refuse("not_yours", "XKF-23", verb=verb)


def at_work(officer: Officer) -> Verdict:
    """Say whether an officer is there to act under his posts: while he is on leave, who stands in does (请假、顶岗).

    Returns: ALLOWED, or `on_leave` with the last day; he may end the leave, and be back at once.
    Basis: S1-四2
    """
    return refuse("on_leave", "S1-四2", until=officer.away_until) if officer.away_until else ALLOWED


def is_own(officer: Officer, place: CasePlace) -> bool:
    """Say whether somebody stands on the applicant's side of a case: who handed it in, for whom, and who entrusted.

    Who acts as an organisation (身份) has its cases before him, and no others.  Basis: XKF-29.2
    """
    if officer.user_id is None:
        return False
    if officer.capacity is not None and place.applicant_id is not None:
        return place.applicant_id in officer.capacity.applicants
    if place.uscc in officer.former:
        return False  # what he handed in is the organisation's, and he does not act for it any more
    return officer.user_id == place.applicant_user_id or officer.user_id in place.principals


def may_see(officer: Officer, place: CasePlace) -> bool:
    """Say whether the officer may know of the case at all."""
    return is_own(officer, place) or may_see_by_post(officer, place)


def may_see_by_post(officer: Officer, place: CasePlace) -> bool:
    """Say whether the officer may know of the case by a post he holds, whoever applied."""
    if officer.system:
        return True
    if place.joint and officer.grant(GOVERNMENT, region_code=place.region_code):
        return True  # approves the extension of a joint case
    if place.closed and officer.grant(ARCHIVISTS, region_code=place.region_code):
        return True
    officer = acting("case.claimed", officer, place)
    if officer.grant(WINDOW | WATCHERS, region_code=place.region_code):
        return True
    return officer.grant_in(OFFICE, place.parts | {place.department_id}) is not None


_SIGNING_RANK = ("verifier", "chief_representative", "deputy_head", "main_head", "agency_head", "government_head")


def may_sign(roles: frozenset[str], least: str, basis: str) -> Verdict:
    """Say whether one of the roles may sign a decision that `least` or somebody above signs (签批权限).

    Basis: S0b-17, S1-岗位责任制
    """
    known = least in _SIGNING_RANK  # a post below the ladder (审查人、窗口人员) signs itself, and everybody on it may
    if roles & frozenset(_SIGNING_RANK[_SIGNING_RANK.index(least) :] if known else (least, *_SIGNING_RANK)):
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


def states_for(roles: frozenset[str], norms: Norms, verbs: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the states whose next step somebody with these roles could do (待办的状态); `verbs`, if any, limit it.

    Basis: XKF-34.1, S1-岗位责任制
    """
    return tuple(
        state
        for state, verb in STEP_ACT.items()
        if roles & RIGHTS[verb].roles and verb in (verbs or (verb,)) and _signs(verb, roles, norms).allowed
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
    return _signs(verb, acting(verb, officer, place).roles(), norms) if held.allowed else held


def _signs(verb: str, roles: frozenset[str], norms: Norms) -> Verdict:
    """Say whether the post is high enough to sign, where the act is the decision."""
    if verb != "case.decided":
        return ALLOWED
    signer = norms.norm("decision_signer")
    return may_sign(roles, str(signer.value), signer.basis)
