"""What counts as a step of a trail (轨迹的环节), and what the days before it were: waiting, work, another's."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Nature(StrEnum):
    """What the time between two steps was (时间性质)."""

    WAIT = "w"  # 等待: lies with the office, nobody has taken it up or signed it yet
    WORK = "k"  # 办理: somebody of the office works on it
    APPLICANT = "a"  # 等申请人: correction, payment, fetching the result
    SPECIAL = "s"  # 特殊环节: the clock is stopped


NATURES: Mapping[str, str] = {
    Nature.WAIT: "等待", Nature.WORK: "办理", Nature.APPLICANT: "等申请人", Nature.SPECIAL: "中止",
}  # fmt: skip
OFFICE = frozenset({Nature.WAIT.value, Nature.WORK.value})

#: The verbs that are steps, without their "case."; whatever else is filed (papers, receipts, ratings) is passed over.
STEPS = frozenset({
    "submitted", "received", "prereviewed", "correction_notified", "supplemented", "refusal_proposed",
    "refusal_returned", "refused", "not_needed", "accepted", "deemed_accepted", "routed", "claimed",
    "checked_at_window", "lower_reviewed", "reported_up", "forwarded", "forward_received", "asked", "answered",
    "answer_deemed", "part_concluded", "part_defaulted", "meeting_called", "meeting_closed", "hearing_called",
    "hearing_held", "statement_heard", "inspected", "step_proposed", "step_settled", "step_result_noted", "paused",
    "resumed", "extension_proposed", "extended", "extension_declined", "reviewed", "returned", "verified", "decided",
    "filing_concluded", "reply_received", "fee_assessed", "fee_notified", "fee_paid", "fee_collected", "fee_booked",
    "issued", "pickup_called", "delivered", "post_delivered", "fetched", "electronically_delivered",
    "delivery_deemed", "handed_over", "tolerance_completed", "withdrawn", "closed",
})  # fmt: skip
BACK = frozenset({"returned", "refusal_returned", "correction_notified"})  # 退回
STOPS, LONGER = frozenset({"paused"}), frozenset({"extended"})  # 中止, 延期
TURNED_AWAY = frozenset({"refused", "not_needed"})  # 不受理、不予受理
_TO_THE_APPLICANT = frozenset({"correction_notified", "fee_notified", "issued", "pickup_called"})
_TAKEN_UP_OR_SIGNED = frozenset({
    "correction_notified", "accepted", "deemed_accepted", "refused", "not_needed", "received", "prereviewed", "routed",
    "claimed", "verified", "decided", "filing_concluded", "extended", "extension_declined", "step_settled", "answered",
    "part_concluded",
})  # fmt: skip
_PREFIX = "case."


def step_of(verb: str) -> str:
    """Return the step that a verb of the ledger is; "" where it is none."""
    name = verb.removeprefix(_PREFIX)
    return name if name in STEPS else ""


def verb_of(step: str) -> str:
    """Return the verb of a step."""
    return f"{_PREFIX}{step}"


def nature_of(before: str, after: str, *, stopped: bool) -> Nature:
    """Return what the time between two steps was.

    The clock stands still for special steps (特殊环节), and time that the applicant needs is not the office's; what
    ends with a signature or with taking something up was waiting, all else is work.

    Basis: XKF-45, XKF-32.1(4), YC
    """
    if stopped:
        return Nature.SPECIAL
    if before in _TO_THE_APPLICANT:
        return Nature.APPLICANT
    return Nature.WAIT if after in _TAKEN_UP_OR_SIGNED else Nature.WORK
