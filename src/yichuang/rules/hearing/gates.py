"""What must have happened before a decision (决定前的程序): parties told and heard, hearing held, inspection made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure as the gate sees it: finished or not, and the last day to answer.

    `waived`: who was told gave up the hearing in writing (书面放弃听证).
    """

    done: bool
    due_on: date | None = None
    passed: bool = True
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of the right to a hearing: whether the applicant waived it, and whether one was asked for."""

    waived: bool = False
    hearing: bool = False


def parties_heard(steps: Sequence[Step], norms: Norms, today: date, *, flagged: bool, asked: Asked) -> Verdict:
    """Say whether the interested parties were told, and heard or silent until the last day (利害关系人).

    Whoever was told may ask for a hearing until his last day, also when he has made his statement; the applicant
    was told with the first of them. Nobody waits for who gave it up in writing, or once there is a hearing.

    `flagged`: the item directly touches major interests of others.
    Returns: ALLOWED, `interested_not_told`, `interested_not_heard` or `hearing_right_open` with the last day.
    Basis: XKF-36, XKF-47.1
    """
    basis = norms.basis("interested_party_told")
    if flagged and norms.flag("interested_party_told") and not steps:
        return refuse("interested_not_told", basis)
    running = [(step, step.due_on) for step in steps if step.due_on is not None and today <= step.due_on]
    waiting = [until for step, until in running if not step.done and not step.waived]
    if waiting:
        return refuse("interested_not_heard", basis, until=max(waiting))
    if asked.hearing:
        return ALLOWED
    told = [step for step in steps if step.due_on is not None][:1]
    may_ask = [until for step, until in running if not step.waived]
    may_ask += [until for step, until in running if step in told and not asked.waived]
    return refuse("hearing_right_open", "XKF-47.1", until=max(may_ask)) if may_ask else ALLOWED


def hearing_held(steps: Sequence[Step], *, required: bool) -> Verdict:
    """Say whether the decision may be made on the record of a hearing (依据听证笔录决定).

    Returns: ALLOWED, `hearing_missing` (required by law or by the item) or `hearing_unrecorded`.
    Basis: XKF-46, XKF-48.2
    """
    if any(not step.done for step in steps):
        return refuse("hearing_unrecorded", "XKF-48.2")
    if required and not steps:
        return refuse("hearing_missing", "XKF-46")
    return ALLOWED


def record_followed(steps: Sequence[Step], reason: str) -> Verdict:
    """Say whether a decision tells how it follows the record of the hearing that was held (依据听证笔录决定).

    Returns: ALLOWED or `hearing_not_answered`.
    Basis: XKF-48.2
    """
    if any(step.done for step in steps) and not reason.strip():
        return refuse("hearing_not_answered", "XKF-48.2")
    return ALLOWED


def inspected(steps: Sequence[Step], *, required: bool, grant: bool, basis: str) -> Verdict:
    """Say whether what had to be looked at on the spot was, and whether its result lets the permit be granted.

    Returns: ALLOWED, `inspection_missing` or `inspection_failed`.
    Basis: XKF-34.3, XKF-55.1
    """
    done = [step for step in steps if step.done]
    if required and not done:
        return refuse("inspection_missing", basis)
    if grant and done and not done[-1].passed:
        return refuse("inspection_failed", basis)
    return ALLOWED


def standard_cited(standards: Collection[str], words: str) -> Verdict:
    """Say whether a denial after an inspection names the technical standard it rests on (技术标准、技术规范).

    Basis: XKF-55.3
    """
    missing = [standard for standard in standards if standard and standard not in words]
    return refuse("standard_not_cited", "XKF-55.3", standards=tuple(missing)) if missing else ALLOWED
