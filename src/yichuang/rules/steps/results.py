"""Special steps and their results: what may be put down, and that nobody decides before (特殊环节的结果)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

STEP, RESULTED, GIVEN_UP = "special_step", "resulted", "recalled"
_ARTICLE = "S3-附件一(三)3"
_ENDED = (RESULTED, GIVEN_UP)


class Asked(Protocol):
    """A step that the department asked for, as these rules see it."""

    @property
    def kind(self) -> str: ...
    @property
    def done(self) -> bool: ...
    @property
    def conclusion(self) -> str: ...
    @property
    def effect(self) -> str: ...
    @property
    def starts_on(self) -> date | None: ...


def may_note_result(step: Asked | None, today: date) -> Verdict:
    """Say whether the result of a step may be put down: an approved one, from its first day on, once (结果登记).

    Returns: ALLOWED, or `step_not_approved`, `step_not_begun`, `step_resulted`.  Basis: S3-附件一(三)3
    """
    if step is None or not step.done or step.conclusion != "agree":
        return refuse("step_not_approved", _ARTICLE)
    if step.effect in _ENDED:
        return refuse("step_resulted", _ARTICLE)
    if step.starts_on is not None and today < step.starts_on:
        return refuse("step_not_begun", _ARTICLE, on=step.starts_on)
    return ALLOWED


def may_give_up(step: Asked | None) -> Verdict:
    """Say whether the department may do without a step that it asked for (不再进行): until there is a result.

    Returns: ALLOWED, or `step_not_approved`, `step_resulted`.  Basis: S3-附件一(三)3
    """
    if step is None or (step.done and step.conclusion != "agree"):
        return refuse("step_not_approved", _ARTICLE)
    return refuse("step_resulted", _ARTICLE) if step.effect in _ENDED else ALLOWED


def nothing_awaited(steps: Iterable[Asked]) -> Verdict:
    """Say whether a decision may be made: no step waits for the centre, and each approved one has its result.

    A step exists because the department thought it necessary; it does without one only by saying why.
    Returns: ALLOWED, or `step_unsettled`, `step_without_result`.  Basis: S3-附件一(三)2, S3-附件一(三)3
    """
    rows = [step for step in steps if step.kind == STEP and step.effect not in _ENDED]
    if any(not step.done for step in rows):
        return refuse("step_unsettled", "S3-附件一(三)2")
    return refuse("step_without_result", _ARTICLE) if any(s.conclusion == "agree" for s in rows) else ALLOWED
