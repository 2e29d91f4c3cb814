"""Project agents (代办): free, one project one specialist, what they ask is answered the same day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from yichuang.rules.norms import Norms, Unit
from yichuang.rules.periods import roll
from yichuang.rules.proxy.mandate import SCOPES, Mandate, may_act
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar


def answer_due(asked_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the last day to answer what an agent asked (当日协调); None where no norm sets one.

    Asked on a day off, the day is the next working day.  Basis: S3-二(五)3
    """
    if norms.get("coordination_limit") is None:
        return None
    term = norms.term("coordination_limit")
    if term.unit is not Unit.WORKING_DAY:
        raise ValueError(f"coordination_limit in {term.unit}")
    return calendar.add(roll(asked_on, calendar), term.number)


def is_late(due_on: date | None, answered_on: date | None, today: date) -> bool:
    """Say whether an answer came, or is still missing, after its day.  Basis: S3-二(五)3"""
    return due_on is not None and (answered_on or today) > due_on


def may_name(norms: Norms, *, named: bool, same: bool) -> Verdict:
    """Say whether an agent may be named: there is such a service, and it is not the one there is already.

    One project has one specialist (一个项目、一个专员): another one takes his place.  Basis: S3-二(五)3, S3-附件五(三)
    """
    if norms.get("project_agents") is None:
        return refuse("no_agents_here", "S3-二(五)3")
    return refuse("agent_already", norms.basis("project_agents")) if named and same else ALLOWED


def entrust_of(scope: Collection[str] | None, since: date | None, until: date | None) -> Mandate | None:
    """Return what a project unit entrusted its agent with beside the coordination, None for nothing (代办权限).

    Basis: S3-二(五)3, XKF-29.2
    """
    return Mandate(frozenset(scope), since, until) if scope else None


def may_entrust(scope: Collection[str], until: date | None, today: date) -> Verdict:
    """Say whether an agent may be given this extent: known powers, and an end that is not past.

    Basis: XKF-29.2
    """
    if set(scope) - set(SCOPES) or (until is not None and until < today):
        return refuse("entrust_odd", "XKF-29.2")
    return ALLOWED


def may_submit(entrust: Mandate | None, today: date, *, unit: str, applicant: str) -> Verdict:
    """Say whether a project's agent may hand an application in: for the project's unit alone, within his authority.

    Returns: ALLOWED, `entrust_missing`, `entrust_other` with the unit's name, or what the authority lacks.
    Basis: XKF-29.2, S3-二(五)3
    """
    if entrust is None:
        return refuse("entrust_missing", "XKF-29.2")
    if applicant != unit:
        return refuse("entrust_other", "XKF-29.2", unit=unit)
    return may_act("case.submitted", entrust, today)


def may_work_in(norms: Norms, kind: str) -> Verdict:
    """Say whether departments may do this together in a stage (联合图审、评估、踏勘、测量、验收).

    Basis: S4-二(四).4
    """
    known = norms.get("project_joint_kinds")
    if known is None or kind not in norms.choices("project_joint_kinds"):
        return refuse("joint_kind_unknown", "S4-二(四).4")
    return ALLOWED
