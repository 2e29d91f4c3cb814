"""Whom a department may ask, about what, and until when an answer is due (会签、征求意见、征询、受理意见)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.rules.moves.shapes import RUNNING
from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

COUNTERSIGN, CONSULTATION, OPINION, ACCEPT_OPINION = "countersign", "consultation", "opinion", "accept_opinion"
KINDS = (COUNTERSIGN, CONSULTATION, OPINION, ACCEPT_OPINION)
BASIS: Mapping[str, str] = {
    COUNTERSIGN: "S0b-12", CONSULTATION: "S0b-13", OPINION: "XKF-34.1", ACCEPT_OPINION: "S0b-8",
}  # fmt: skip
_LIMITS: Mapping[str, str] = {
    COUNTERSIGN: "countersign_limit",
    CONSULTATION: "consultation_answer_limit",
    ACCEPT_OPINION: "accept_opinion_limit",
}
_STATES: Mapping[str, tuple[str, ...]] = {
    COUNTERSIGN: ("reviewing", "verifying", "deciding"),
    CONSULTATION: ("received", *RUNNING),
    OPINION: ("received", *RUNNING),
    ACCEPT_OPINION: ("received",),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be asked: of whom (departments), about what, in turn or all at once; `due_on` where no norm has it."""

    kind: str
    departments: tuple[UUID, ...]
    question: str
    due_on: date | None = None
    in_turn: bool = False


@dataclass(frozen=True, slots=True)
class AskedCase:
    """What of the case matters for asking: its state, lead, whom it waits for already, and its own last day."""

    state: str
    lead: UUID
    received_on: date
    due_on: date | None
    waiting: Collection[tuple[str, UUID]] = ()


def term_of(kind: str, norms: Norms) -> str:
    """Return the name of the norm that limits an answer of this kind where it is in force, else ""."""
    name = _LIMITS.get(kind, "")
    return name if name and norms.get(name) is not None else ""


def answer_by(kind: str, *, sent_on: date, received_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the day until which an answer is due (反馈期限), or None where no norm says.

    The opinion whether to accept counts from the receipt of the material, everything else from the day of sending.
    Units: those of the norm.  Basis: S0b-8, S0b-12, S0b-13
    """
    name = term_of(kind, norms)
    if not name:
        return None
    return end_of(received_on if kind == ACCEPT_OPINION else sent_on, norms.term(name), calendar)


def send_by(accepted_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the last day to send the consultation letter (征求意见函发出期限), or None where no norm says.

    Basis: S0b-13
    """
    if norms.get("consultation_send_limit") is None:
        return None
    return end_of(accepted_on, norms.term("consultation_send_limit"), calendar)


def kinds_in(state: str) -> tuple[str, ...]:
    """Return what may be asked of others while a case is in this state.  Basis: S0b-8, S0b-12, S0b-13"""
    return tuple(kind for kind in KINDS if state in _STATES[kind])


def may_ask(asking: Asking, case: AskedCase, norms: Norms, today: date) -> Verdict:
    """Say whether these departments may be asked this now (可否征询).

    Where no norm limits the answer the asker names a day, not past and not beyond the due date of the case.
    Returns: ALLOWED, or `ask_kind`, `ask_state`, `ask_nobody`, `ask_own`, `ask_twice`, `ask_turn`,
    `question_missing`, `ask_day`, `ask_day_late`.  Basis: S0b-8, S0b-12, S0b-13, XKF-42.1
    """
    if asking.kind not in KINDS:
        return refuse("ask_kind", "XKF-34.1")
    basis = BASIS[asking.kind]
    if case.state not in _STATES[asking.kind]:
        return refuse("ask_state", basis, asked=asking.kind, state=case.state)
    if not asking.departments:
        return refuse("ask_nobody", basis)
    if asking.kind != ACCEPT_OPINION and case.lead in asking.departments:
        return refuse("ask_own", basis)
    if len(set(asking.departments)) != len(asking.departments) or any(
        (asking.kind, department) in case.waiting for department in asking.departments
    ):
        return refuse("ask_twice", basis)
    if asking.in_turn and asking.kind != COUNTERSIGN:
        return refuse("ask_turn", basis)
    if not asking.question.strip():
        return refuse("question_missing", basis)
    return ALLOWED if term_of(asking.kind, norms) else _own_day(asking, case, today)


def _own_day(asking: Asking, case: AskedCase, today: date) -> Verdict:
    """Judge the day that the asker named."""
    if asking.due_on is None or asking.due_on < today:
        return refuse("ask_day", BASIS[asking.kind])
    if case.due_on is not None and asking.due_on > max(case.due_on, today):
        return refuse("ask_day_late", "XKF-42.1", due_on=case.due_on)
    return ALLOWED
