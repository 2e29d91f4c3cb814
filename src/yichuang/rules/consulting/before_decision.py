"""What must be answered before a case is decided (决定以前): countersigns, consultations, meetings, reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

from .asking import CONSULTATION, COUNTERSIGN

MEETING, HEAD_REPORT = "meeting", "head_report"
_RECALLED = "recalled"
_HEADS = frozenset({"main_head", "agency_head", "government_head"})


class Piece(Protocol):
    """A stage as this rule sees it."""

    @property
    def kind(self) -> str: ...
    @property
    def done(self) -> bool: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def conclusion(self) -> str: ...
    @property
    def effect(self) -> str: ...
    @property
    def asked_by_id(self) -> UUID | None: ...


def may_decide(  # noqa: PLR0913 - each is a condition of its own
    pieces: Iterable[Piece], roles: frozenset[str], norms: Norms, today: date, *, grant: bool, major: bool = False
) -> Verdict:
    """Say whether what others must say first was said.

    A countersign stands before the decision where a norm makes it a step of the house, and nobody grants against
    it without having reported to the head; a consultation is waited for until its last day, since the answer's
    author is accountable for silence and the applicant's limit runs on. An opinion request never stops a decision.
    A called meeting is held, adjourned or cancelled first: its minutes are a basis of the decision. A report that is
    due, or that a major item (`major`) asks for, stands before anybody below the head signs.

    Returns: ALLOWED, or `countersign_open`, `countersign_against`, `consultation_open`, `meeting_open`,
    `report_first`.  Basis: S0b-12, S0b-13, S0b-14, S0b-17
    """
    rows = [row for row in pieces if row.effect != _RECALLED]
    waiting = [row for row in rows if not row.done]
    reported = any(row.kind == HEAD_REPORT and row.done for row in rows)
    if any(row.kind == MEETING for row in waiting):
        return refuse("meeting_open", "S0b-14")
    due = any(row.kind == HEAD_REPORT for row in waiting) or (major and not reported and reports_first(norms))
    if due and not roles & _HEADS:
        return refuse("report_first", norms.basis("major_case_report_first"))
    if norms.get("countersign_limit") is not None:
        signs = [row for row in rows if row.kind == COUNTERSIGN]
        if any(not row.done for row in signs):
            return refuse("countersign_open", norms.basis("countersign_limit"))
        if grant and not reported and any(row.conclusion == "disagree" for row in signs):
            return refuse("countersign_against", "S0b-17")
    if norms.get("consultation_answer_limit") is not None and any(
        row.kind == CONSULTATION and row.due_on is not None and row.due_on >= today for row in waiting
    ):
        return refuse("consultation_open", norms.basis("consultation_answer_limit"))
    return ALLOWED


def reports_first(norms: Norms) -> bool:
    """Return whether major projects and divided meetings go to the head first (重大事项先行汇报).  Basis: S0b-17"""
    norm = norms.get("major_case_report_first")
    return norm is not None and norm.value is True


def may_mark(pieces: Iterable[Piece], norms: Norms) -> Verdict:
    """Say whether a case may be marked as major (标注重大项目): where a norm draws a consequence from it, once.

    Returns: ALLOWED, or `major_unknown`, `major_marked`.  Basis: S0b-17
    """
    if not reports_first(norms):
        return refuse("major_unknown", "S0b-17")
    marked = any(row.kind == HEAD_REPORT and row.effect != _RECALLED for row in pieces)
    return refuse("major_marked", norms.basis("major_case_report_first")) if marked else ALLOWED


def may_unmark(piece: Piece | None) -> Verdict:
    """Say whether the mark may be withdrawn (撤销标注): one that somebody made, while it is not reported yet.

    A report that a divided meeting asked for is no mark.
    Returns: ALLOWED, or `major_not_marked`.  Basis: S0b-17
    """
    if piece is None or piece.done or piece.asked_by_id is None:
        return refuse("major_not_marked", "S0b-17")
    return ALLOWED
