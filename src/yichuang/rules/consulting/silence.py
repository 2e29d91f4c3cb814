"""What it means that an asked department does not answer in time (逾期不反馈)."""

from __future__ import annotations

from datetime import date

from yichuang.rules.norms import Norms

from .asking import CONSULTATION


def is_overdue(due_on: date | None, answered_on: date | None, today: date) -> bool:
    """Say whether an answer is or was late (逾期): the last day itself is still in time.  Basis: S0b-13, XKF-82"""
    return due_on is not None and (answered_on or today) > due_on


def bulletin_month(kind: str, due_on: date | None, answered_on: date | None, today: date, norms: Norms) -> date | None:
    """Return the first day of the month in whose bulletin a late answer to a consultation is named (当月通报), or None.

    Basis: S0b-13
    """
    effect = norms.get("consultation_silence_effect")
    if kind != CONSULTATION or due_on is None or effect is None or effect.value != "accountability":
        return None
    return due_on.replace(day=1) if is_overdue(due_on, answered_on, today) else None


def deemed_agreed(kind: str, due_on: date | None, today: date, norms: Norms) -> bool:
    """Say whether silence counts as agreement where the norms attach that to it (视为同意).  Basis: S0b-13"""
    effect = norms.get("consultation_silence_effect")
    silent = kind == CONSULTATION and effect is not None and effect.value == "agreed"
    return silent and is_overdue(due_on, None, today)
