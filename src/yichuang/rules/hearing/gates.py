"""What must have happened before a decision (决定前的程序): parties told and heard, hearing held, inspection made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure as the gate sees it: finished or not, and the last day to answer."""

    done: bool
    due_on: date | None = None
    passed: bool = True


def parties_heard(steps: Sequence[Step], norms: Norms, today: date, *, flagged: bool) -> Verdict:
    """Say whether the interested parties were told, and heard or silent until the last day (利害关系人).

    `flagged`: the item directly touches major interests of others.
    Returns: ALLOWED, `interested_not_told` or `interested_not_heard` with the last day.
    Basis: XKF-36, XKF-47.1
    """
    basis = norms.basis("interested_party_told")
    if flagged and norms.flag("interested_party_told") and not steps:
        return refuse("interested_not_told", basis)
    waiting = [step.due_on for step in steps if not step.done and step.due_on is not None and today <= step.due_on]
    if waiting:
        return refuse("interested_not_heard", basis, until=max(waiting))
    return ALLOWED


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
