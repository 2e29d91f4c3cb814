"""What may be done with a queue number (叫号、重呼、过号、转移、办结): by its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

# what is done → from which states, to which state; "" keeps the state
STEPS: Mapping[str, tuple[frozenset[str], str]] = {
    "call": (frozenset({"waiting"}), "called"),
    "recall": (frozenset({"called"}), "called"),
    "begin": (frozenset({"called"}), "serving"),
    "skip": (frozenset({"called"}), "skipped"),
    "return": (frozenset({"skipped"}), "waiting"),
    "transfer": (frozenset({"called", "serving"}), "waiting"),
    "finish": (frozenset({"serving", "called"}), "finished"),
    "leave": (frozenset({"waiting", "skipped"}), "left"),
}
UNRESOLVED = frozenset({"called", "serving"})


def may_step(step: str, state: str) -> Verdict:
    """Say whether a queue number in this state may be called, skipped, transferred …  Basis: YC"""
    sources, _ = STEPS[step]
    return ALLOWED if state in sources else refuse("number_state", "YC", step=step, state=state)


def may_call_next(current_state: str) -> Verdict:
    """Say whether a window may call the next one: the last one called needs an outcome first.

    So a called number without outcome stays visible instead of vanishing with the next call.  Basis: YC
    """
    return refuse("number_open", "YC") if current_state == "called" else ALLOWED


def without_outcome(called_at: datetime, state: str, now: datetime, minutes: int) -> bool:
    """Say whether a number was called and nothing came of it for so long (叫号无结果).  Basis: YC"""
    return state == "called" and now - called_at >= timedelta(minutes=minutes)
