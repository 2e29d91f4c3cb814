"""The five answers to an application (受理的五种处理) and who may give them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .clock import Clock
from .norms import Norms
from .verdict import ALLOWED, Verdict, refuse


class Outcome(StrEnum):
    """What the office answers. 不受理 (told) and 不予受理 (a sealed decision) are two things."""

    NOT_NEEDED = "not_needed"  # 不受理
    REFUSED = "refused"  # 不予受理
    CORRECT_NOW = "correct_now"  # 当场更正
    CORRECTION = "correction"  # 补正
    ACCEPT = "accept"  # 受理


def may_refuse(*, outcome: Outcome, by_role: str, second_person: bool, norms: Norms) -> Verdict:
    """Judge who may turn an application away (不予受理的作出人).

    Telling that no permit is needed is no decision: anybody at the window may. A refusal is taken by the
    window itself, or only with a second person where the window has no veto (窗口无否决权).

    Returns: Verdict; refused codes: no_refusal, refusal_role, refusal_second_person.
    Basis: XKF-32.1(1), XKF-32.1(2), S0b-6, S3-二(三)2.
    """
    if outcome is Outcome.NOT_NEEDED:
        return ALLOWED
    if outcome is not Outcome.REFUSED:
        return refuse("no_refusal", "XKF-32.1", outcome=outcome.value)
    who = norms.norm("refusal_of_acceptance_by")
    if not by_role:
        return refuse("refusal_role", who.basis)
    if who.value == "second_person" and not second_person:
        return refuse("refusal_second_person", who.basis, by_role=by_role)
    return ALLOWED


def may_tell_not_needed(norms: Norms) -> Verdict:
    """Judge whether it is enough to tell that no permit is needed (不受理), or a decision has to say so.

    Returns: Verdict; refused code: not_needed_by_decision.
    Basis: XKF-32.1(1), S0b-6(3).
    """
    norm = norms.norm("not_needed_answer")
    return refuse("not_needed_by_decision", norm.basis) if norm.value == "decision" else ALLOWED


def may_refuse_as_not_needed(norms: Norms) -> Verdict:
    """Judge a sealed refusal of what needs no permit: only where the norms answer so; elsewhere it is told.

    Returns: Verdict; refused code: not_needed_is_told.
    Basis: XKF-32.1(1), S0b-6(3).
    """
    norm = norms.norm("not_needed_answer")
    return ALLOWED if norm.value == "decision" else refuse("not_needed_is_told", norm.basis)


def needs_sealed_decision(outcome: Outcome, norms: Norms) -> bool:
    """Return whether this answer is a dated, sealed paper (书面凭证): acceptance and refusal, not 不受理.

    Basis: XKF-32.1(1), XKF-32.2.
    """
    sealed = outcome in (Outcome.ACCEPT, Outcome.REFUSED)
    return sealed and norms.flag("refusal_needs_sealed_decision")


def still_open(clock: Clock) -> Verdict:
    """Judge whether the question of acceptance is still open (尚可答复是否受理).

    Returns: Verdict; refused codes: not_received, closed, deemed_accepted, already_accepted.
    Basis: XKF-32.1(4), XKF-32.1(5).
    """
    if clock.received_on is None:
        return refuse("not_received", "XKF-32.1")
    if clock.closed or clock.decided_on is not None:
        return refuse("closed", "XKF-32.1")
    if clock.accepted_on is not None:
        code = "deemed_accepted" if clock.deemed else "already_accepted"
        return refuse(code, "XKF-32.1(4)", on=clock.accepted_on, answer_by=clock.answer_by)
    return ALLOWED


def may_refuse_after_correction(clock: Clock, *, correction_due_on: date | None, today: date, norms: Norms) -> Verdict:
    """Judge a refusal because nothing was supplemented in the set time (逾期不补正).

    Returns: Verdict; refused codes: those of `still_open`, not_correcting, correction_without_term, correction_running.
    Basis: S0b-9, XKF-32.1(4).
    """
    still = still_open(clock)
    if not still.allowed:
        return still
    article = norms.basis("supplement_silence_effect")
    if not clock.correcting:
        return refuse("not_correcting", article)
    if correction_due_on is None:
        return refuse("correction_without_term", article)
    if today <= correction_due_on:
        return refuse("correction_running", article, due_on=correction_due_on)
    return ALLOWED
