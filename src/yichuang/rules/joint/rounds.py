"""More than one round with a co-department (再次征求协办意见), and what hangs on its 同意上报."""

from __future__ import annotations

from collections.abc import Collection

from ..verdict import ALLOWED, Verdict, refuse

_TEXT = "S0h-二(三)3"


def may_ask_again(department: str, *, waits: bool, answered: bool, reported: bool, reason: str) -> Verdict:
    """Judge whether the lead may ask a co-department once more, e.g. after corrected materials.

    Shape: `waits`, its present part is open; `answered`, a part of it is concluded; `reported`, the higher body that
    it reported to has not answered.
    Returns: Verdict; refused codes: part_still_open, part_never_asked, part_reply_awaited, again_reason_missing.
    Basis: S0h-二(三)3, XKF-26.2
    """
    if waits:
        return refuse("part_still_open", _TEXT, department=department)
    if not answered:
        return refuse("part_never_asked", _TEXT, department=department)
    if reported:
        return refuse("part_reply_awaited", "S0h-二(二)1", departments=(department,))
    if not reason.strip():
        return refuse("again_reason_missing", _TEXT)
    return ALLOWED


def may_conclude_all(reported: Collection[str], basis: str) -> Verdict:
    """Judge whether the lead may decide: not while a co-department's 同意上报 still waits for the higher body.

    同意上报 is no agreement yet: the power lies with the central body, and its answer is the department's conclusion.

    Shape: `reported`, the departments that reported upwards and have no reply.
    Returns: Verdict; refused code: part_reply_awaited.
    Basis: S0h-二(二)1, XKF-26.2
    """
    if reported:
        return refuse("part_reply_awaited", basis, departments=tuple(reported))
    return ALLOWED


def may_reply(*, agree: bool, reply_no: str, reason: str) -> Verdict:
    """Judge a reply by its form: it has a number, and a refusal has reasons.

    Returns: Verdict; refused codes: reply_no_missing, denial_without_reasons.
    Basis: S0h-二(二)1, XKF-38.2
    """
    if not reply_no.strip():
        return refuse("reply_no_missing", "S0h-二(二)1")
    if not agree and not reason.strip():
        return refuse("denial_without_reasons", "XKF-38.2")
    return ALLOWED
