"""Who may move a clock, how far and until when (延期、中止、补正). Every refusal carries its article."""

from __future__ import annotations

from datetime import date

from .clock import Clock
from .norms import Norms
from .verdict import ALLOWED, Verdict, refuse


def may_extend(clock: Clock, *, days: int, approver: str, norms: Norms, today: date) -> Verdict:
    """Judge an extension of the decision limit (延期).

    Units: `days` in days of the limit's own unit; `approver` is the role of the one who approves.
    Returns: Verdict; refused codes: clock_not_started, decided, overdue, paused, no_extension,
    extension_used, extension_days, extension_too_long, extension_approver.
    Basis: XKF-42.1, S0b-15.1, S0h-二(一)1.
    """
    return _may_extend(clock, "extension", days, approver, norms, today)


def may_extend_joint(clock: Clock, *, days: int, approver: str, norms: Norms, today: date) -> Verdict:
    """Judge an extension of unified, joint or centralised handling (联合办理延期).

    Returns: as `may_extend`.
    Basis: XKF-42.2, S0h-二(一)1.
    """
    return _may_extend(clock, "joint_extension", days, approver, norms, today)


def may_still_extend(clock: Clock, *, norms: Norms, today: date, joint: bool = False) -> Verdict:
    """Say whether the limit could still be extended, whoever approves: it runs, is not over, and was not used up.

    Returns: Verdict; refused codes: clock_not_started, decided, overdue, extension_used.
    Basis: XKF-42, S0b-15.1
    """
    running = _running(clock, today, norms.basis("joint_limit" if joint else "decision_limit"))
    if not running.allowed:
        return running
    if clock.extensions >= norms.number("extension_count"):
        return refuse("extension_used", norms.basis("extension_count"), days=clock.extension_days)
    return ALLOWED


def may_pause(  # noqa: PLR0913 - each is a condition of its own
    clock: Clock, *, kind: str, approver: str, handler_is_approver: bool, norms: Norms, today: date
) -> Verdict:
    """Judge a stop of the clock for a special procedure (中止计时).

    Whoever handles the case may not stop its clock himself, unless nobody is named to approve.
    Returns: Verdict; refused codes: clock_not_started, decided, overdue, already_paused, pause_kind,
    pause_approver, pause_own_case.
    Basis: XKF-45, S0b-16, S0h-二(一)1.
    """
    running = _running(clock, today, norms.basis("pause_kinds"))
    if not running.allowed:
        return running
    if clock.paused:
        return refuse("already_paused", norms.basis("pause_kinds"), kind=clock.pause_kind)
    if kind not in norms.choices("pause_kinds"):
        return may_stop_for(kind, norms)
    wanted = norms.get("pause_approver")
    if wanted is None:
        return ALLOWED
    if approver != wanted.value:
        return refuse("pause_approver", wanted.basis, wanted=str(wanted.value), given=approver)
    if handler_is_approver:
        return refuse("pause_own_case", wanted.basis, wanted=str(wanted.value))
    return ALLOWED


def may_stop_for(kind: str, norms: Norms) -> Verdict:
    """Judge whether the time of a special procedure stays out of the limit here (不计时的特殊环节).

    Basis: XKF-45, S0b-16, S0h-二(一)1, S3-附件一(三)3.
    """
    if kind in norms.choices("pause_kinds"):
        return ALLOWED
    return refuse("pause_kind", norms.basis("pause_kinds"), kind=kind, allowed=norms.choices("pause_kinds"))


def may_resume(clock: Clock, *, today: date) -> Verdict:
    """Judge the end of a stop (恢复计时).

    Returns: Verdict; refused codes: decided, not_paused.
    Basis: XKF-45.
    """
    if clock.closed or clock.decided_on is not None:
        return refuse("decided", "XKF-42.1", on=clock.decided_on)
    if not clock.paused:
        return refuse("not_paused", "XKF-45", on=today)
    return ALLOWED


def may_notify_correction(clock: Clock, *, second: bool, norms: Norms, today: date) -> Verdict:
    """Judge a notice of what has to be supplemented (一次告知补正).

    A late notice is refused: the law has accepted already. Old defects may not be told a second time.
    Returns: Verdict; refused codes: not_received, closed, deemed_accepted, already_accepted, second_notice,
    answer_late.
    Basis: XKF-32.1(4), XKF-32.1(5).
    """
    article = norms.basis("answer_limit")
    if clock.received_on is None:
        return refuse("not_received", article)
    if clock.closed or clock.decided_on is not None:
        return refuse("closed", article)
    if clock.accepted_on is not None:
        code = "deemed_accepted" if clock.deemed else "already_accepted"
        return refuse(code, article, on=clock.accepted_on, answer_by=clock.answer_by)
    once = norms.get("correction_once")
    if clock.correcting or (second and (once is None or once.value is True)):
        return refuse("second_notice", once.basis if once else article)
    if clock.answer_by is not None and today > clock.answer_by:
        return refuse("answer_late", article, answer_by=clock.answer_by)
    return ALLOWED


def extension_allowed(days: int, norms: Norms, *, joint: bool = False) -> Verdict:
    """Judge only the length of an extension (延长期限).

    Basis: XKF-42, S0b-15.1, S0h-二(一)1.
    """
    most = norms.get("joint_extension_limit" if joint else "extension_limit")
    if most is None or most.value is False:
        return refuse("no_extension", norms.basis("joint_limit" if joint else "decision_limit"))
    if days < 1:
        return refuse("extension_days", most.basis, days=days)
    if days > int(str(most.value)):
        return refuse("extension_too_long", most.basis, days=days, most=int(str(most.value)))
    return ALLOWED


def _may_extend(  # noqa: PLR0913 - the public signature plus which pair of norms
    clock: Clock, norm: str, days: int, approver: str, norms: Norms, today: date
) -> Verdict:
    length = extension_allowed(days, norms, joint=norm == "joint_extension")
    running = _running(clock, today, length.basis or norms.basis(f"{norm}_limit"))
    if not running.allowed:
        return running
    if not length.allowed:
        return length
    article = norms.basis(f"{norm}_limit")
    once = article if norm == "joint_extension" else norms.basis("extension_count")
    if clock.paused:
        return refuse("paused", article, kind=clock.pause_kind)
    if clock.extensions >= norms.number("extension_count"):
        return refuse("extension_used", once, days=clock.extension_days)
    wanted = norms.norm(f"{norm}_approver")
    if approver != wanted.value:
        return refuse("extension_approver", wanted.basis, wanted=str(wanted.value), given=approver)
    return ALLOWED


def _running(clock: Clock, today: date, article: str) -> Verdict:
    """Judge whether a decision clock runs and is not over.  Basis: XKF-42.1, MFD-203.2."""
    if clock.closed or clock.decided_on is not None:
        return refuse("decided", article, on=clock.decided_on)
    if clock.started_on is None or clock.due is None:
        return refuse("clock_not_started", article)
    if clock.due.on is not None and today > clock.due.on:
        return refuse("overdue", article, due_on=clock.due.on)
    return ALLOWED
