"""The loop of a bad rating (差评整改): 核实, 整改, 反馈, 回访; a wrong rating is set aside by a second person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ..norms import Norms
from ..periods import end_of
from ..verdict import ALLOWED, Verdict, refuse
from ..working_days import Calendar

NEXT: Mapping[str, tuple[tuple[str, ...], str]] = {
    "verified": (("open",), "verified"),
    "rectified": (("verified",), "rectified"),
    "answered": (("rectified",), "answered"),
    "called_back": (("answered",), "done"),
    "extended": (("open", "verified", "rectified"), ""),
    "challenged": (("open", "verified"), "challenged"),
    "judged": (("challenged",), ""),
}
CHALLENGES = ("mistaken", "malicious")  # 误评, 恶意评价
CALLS = ("satisfied", "unsatisfied", "unreached")  # 回访结果
_FINISHED = ("", "done", "set_aside")


class LoopDates(NamedTuple):
    """The days of a bad rating: to find out, and to have answered (核实期限、整改期限)."""

    verify_by: date
    answer_by: date


def dates_of_loop(rated_on: date, norms: Norms, calendar: Calendar) -> LoopDates:
    """Return the days that run from a bad rating (差评期限).

    Units: those of the norms; working days by default.  Basis: YC
    """
    return LoopDates(
        end_of(rated_on, norms.term("bad_rating_verify_limit"), calendar),
        end_of(rated_on, norms.term("bad_rating_limit"), calendar),
    )


def may_step(step: str, loop: str) -> Verdict:
    """Say whether a step may follow where the rating stands.

    Basis: YC
    """
    if loop in _FINISHED:
        return refuse("rating_loop_over", "YC")
    return ALLOWED if loop in NEXT[step][0] else refuse("rating_step_order", "YC", loop=loop)


def not_the_rated(officer: UUID | None, clerk: UUID | None) -> Verdict:
    """Say whether somebody may work on a bad rating: not the one who was rated (回避).

    Basis: YC
    """
    return refuse("rated_himself", "YC") if officer is not None and officer == clerk else ALLOWED


def may_judge(officer: UUID | None, challenger: UUID | None) -> Verdict:
    """Say whether somebody may judge a challenge: another person than the one who asked for it (双人).

    Basis: YC
    """
    return refuse("judged_by_challenger", "YC") if officer == challenger else ALLOWED


def may_rate_again(loop: str, again: int | None) -> Verdict:
    """Say whether a rating may be followed by one more: of a bad one that was answered, once (追评).

    Basis: YC
    """
    if again is not None:
        return refuse("rated_again_already", "YC")
    return ALLOWED if loop in ("answered", "done") else refuse("nothing_to_rate_again", "YC")


def sees_who_rated(officer: UUID | None, clerk: UUID | None, loop: str) -> bool:
    """Say whether an officer may see whose rating it is: the one rated not before it is over (对被评人匿名).

    Basis: YC
    """
    return officer != clerk or loop in ("done", "set_aside")
