"""What may be done with a queue number (叫号、重呼、过号、转移、办结): by its state."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.rules.norms import Norms
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


def may_call_next(current_state: str, *, signed: bool = False) -> Verdict:
    """Say whether a window may call the next one: the last one called needs an outcome first.

    So a called number without outcome stays visible instead of vanishing with the next call.  Basis: YC
    """
    return refuse("number_open", "YC") if current_state == "called" else may_let_go("finish", signed=signed)


def may_let_go(step: str, *, signed: bool) -> Verdict:
    """Say whether the customer may be let go: not while a signature that he just gave belongs to no case yet.

    Basis: YC
    """
    return refuse("signature_waits", "YC") if signed and step in ("finish", "transfer") else ALLOWED


def may_return(skips: int, norms: Norms) -> Verdict:
    """Say whether somebody who was skipped may stand in line again (过号重排).  Basis: YC"""
    most = norms.number("queue_skip_limit")
    return ALLOWED if skips < most else refuse("number_skipped_out", norms.norm("queue_skip_limit").basis, most=most)


def may_hold(held: int, same_line: bool, norms: Norms) -> Verdict:
    """Say whether somebody who has numbers already may draw one more: one for a line, so many altogether.  Basis: YC"""
    most, basis = norms.number("queue_held_limit"), norms.norm("queue_held_limit").basis
    if same_line:
        return refuse("number_same_line", basis)
    if held >= most:
        return refuse("number_held", basis, most=most)
    return ALLOWED


def may_give_out(given: int, norms: Norms) -> Verdict:
    """Say whether a kiosk may give out one more number within the minute.  Basis: YC"""
    most = norms.number("queue_kiosk_per_minute")
    return ALLOWED if given < most else refuse("kiosk_too_fast", norms.norm("queue_kiosk_per_minute").basis)
