"""上传链接: good for one phone, one material, a quarter of an hour; the clerk takes over what came or does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

MINUTES = 15  # of ours: how long a link is good
KEPT_HOURS = 24  # of ours: how long what nobody took over stays after its link is over
MOST = 20  # of ours: files over one link


@dataclass(frozen=True, slots=True)
class Standing:
    """How a link stands: until when, ended or not, which phone used it first, how many files, does the case wait."""

    expires_at: datetime
    ended_at: datetime | None = None
    phone: str = ""
    arrived: int = 0
    waits: bool = True


def ends_at(at: datetime) -> datetime:
    """Return until when a link made now is good.  Basis: GRXX-6.1"""
    return at + timedelta(minutes=MINUTES)


def is_open(link: Standing, at: datetime) -> Verdict:
    """Say whether a link still opens: not ended, not over, and what it was made for still waits.

    Basis: XKF-33, GRXX-6.1, GRXX-51
    """
    if link.ended_at is not None:
        return refuse("upload_ended", "GRXX-6.1")
    if at >= link.expires_at:
        return refuse("upload_over", "GRXX-6.1", minutes=MINUTES)
    return ALLOWED if link.waits else refuse("upload_not_waited_for", "XKF-33")


def may_arrive(link: Standing, phone: str, at: datetime) -> Verdict:
    """Say whether a file may come over a link from this phone: the one that used it first, and not too many.

    Basis: XKF-33, GRXX-51
    """
    opened = is_open(link, at)
    if not opened.allowed:
        return opened
    if not phone or (link.phone and link.phone != phone):
        return refuse("upload_other_phone", "GRXX-51")
    return ALLOWED if link.arrived < MOST else refuse("upload_many", "GRXX-6.1", most=MOST)


def may_answer(state: str) -> Verdict:
    """Say whether a file may still be taken over or left: once.  Basis: XKF-33"""
    return ALLOWED if state == "waiting" else refuse("upload_answered", "XKF-33")


def may_purge(state: str, *, expires_at: datetime, wanted: bool, at: datetime) -> Verdict:
    """Say whether a file that came goes (清除): with its link what was not wanted, a day later what nobody took.

    `wanted`: the case it came for still waits, or the form it was taken into was put on record.
    Basis: GRXX-6.1, GRXX-19, GRXX-47.1
    """
    kept = timedelta() if state == "discarded" else timedelta(hours=KEPT_HOURS)
    left = state == "discarded" or (state in ("waiting", "taken") and not wanted)
    over = left and at >= expires_at + kept
    return ALLOWED if over else refuse("upload_kept", "GRXX-47.1")
