"""Whether a joint review meeting may be called so (召集会审): notice, chair, invited departments, delegates."""

from __future__ import annotations

from datetime import date, datetime

from yichuang.rules.moves.shapes import OFFICE
from yichuang.rules.norms import Norms
from yichuang.rules.periods import farthest, latest_before
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar, OutsideCalendar

CITY = 3  # level of a city; a province and the nation stand above it
_RANK = ("deputy_head", "main_head", "agency_head")


def notice_by(held_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the latest day to tell the applicant (会审通知最迟日), or None where no norm asks for a time before.

    Units: working days.  Basis: S0h-三.11, XKF-82
    """
    if norms.get("meeting_notice_limit") is None:
        return None
    return latest_before(held_on, norms.term("meeting_notice_limit"), calendar)


def begins_later(held_on: date, clock: str, now: datetime) -> Verdict:
    """Say whether a session at this hour (09:30) is still to come: on the day itself an hour gone by is none.

    Returns: ALLOWED, or `meeting_hour_past`.  Basis: S0h-三.11
    """
    gone = held_on == now.date() and clock <= now.strftime("%H:%M")
    return refuse("meeting_hour_past", "S0h-三.11", at=clock) if gone else ALLOWED


def may_miss(held_on: date, clock: str, now: datetime) -> Verdict:
    """Say whether anybody can be absent yet (缺席): not before the hour (09:30) for which the session was called.

    Returns: ALLOWED, or `meeting_hour_to_come`.  Basis: S0h-二(三)1, S0h-三.11
    """
    early = held_on == now.date() and now.strftime("%H:%M") < clock
    return refuse("meeting_hour_to_come", "S0h-三.11", at=clock) if early else ALLOWED


def may_notify(held_on: date, today: date, norms: Norms, calendar: Calendar, *, waived: bool) -> Verdict:
    """Say whether a notice sent today is in time; the applicant may do without the time before (申请人同意).

    The end of next year is the farthest day: beyond it no holiday notice can be out in time.
    Offices sit on working days; on another day where the applicant agreed to it in writing.
    Returns: ALLOWED, or `meeting_past`, `meeting_far`, `meeting_day_off`, `meeting_notice_late` with the latest day.
    Basis: S0h-三.11
    """
    if held_on < today:
        return refuse("meeting_past", "S0h-三.11", on=held_on)
    if held_on > farthest(today):
        return refuse("meeting_far", "S0h-三.11", on=held_on, until=farthest(today))
    try:
        if not calendar.is_working(held_on) and not waived:
            return refuse("meeting_day_off", "S0h-三.11", on=held_on)
        latest = notice_by(held_on, norms, calendar)
    except OutsideCalendar:
        return refuse("meeting_far", "S0h-三.11", on=held_on, until=farthest(today))
    if latest is None or today <= latest or waived:
        return ALLOWED
    term = norms.term("meeting_notice_limit")
    return refuse("meeting_notice_late", term.basis, on=held_on, latest=latest, days=term.number)


def may_chair(roles: frozenset[str], named: str, norms: Norms) -> Verdict:
    """Say whether somebody with these posts at the lead department chairs; `named`: how the head appointed him.

    Returns: ALLOWED, or `meeting_chair` with the post that chairs by itself.  Basis: S0b-14, S0h-三.1
    """
    norm = norms.get("meeting_chair")
    if norm is None:
        return ALLOWED if roles & OFFICE or named.strip() else refuse("meeting_chair", "S0h-三.1", wanted="reviewer")
    least = str(norm.value)
    ranks = _RANK[_RANK.index(least) :] if least in _RANK else (least,)
    if roles & frozenset(ranks) or named.strip():
        return ALLOWED
    return refuse("meeting_chair", norm.basis, wanted=least)


def may_invite(level: int, *, by_letter: bool) -> Verdict:
    """Say whether a department of this level may be asked to find the delegates (函请市级部门确定参加人员).

    Where it is unclear who holds the power, or the nation holds it, the department of the city is asked.
    Returns: ALLOWED, or `meeting_city_department`.  Basis: S0h-三.2
    """
    return refuse("meeting_city_department", "S0h-三.2") if by_letter and level > CITY else ALLOWED


def may_delegate(roles: frozenset[str]) -> Verdict:
    """Say whether somebody with these posts at the invited department may sit for it (审批人员).

    Returns: ALLOWED, or `delegate_post`.  Basis: S0h-三.1
    """
    return ALLOWED if roles & OFFICE else refuse("delegate_post", "S0h-三.1")


def invites_requests(norms: Norms, *, joint: bool) -> bool:
    """Return whether the applicant is shown that he may ask for a meeting: in joint cases, and where a norm has them.

    Basis: S0h-三.10
    """
    return joint or norms.get("meeting_notice_limit") is not None
