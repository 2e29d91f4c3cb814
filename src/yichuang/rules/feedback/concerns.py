"""Inquiries, complaints and hotline sheets (咨询、投诉、热线工单): states, dates, and who may not handle them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from ..norms import Norms
from ..periods import end_of
from ..verdict import ALLOWED, Verdict, refuse
from ..working_days import Calendar

_BOTH = ("inquiry", "complaint")
_AT_WORK = ("filed", "open", "referred")
_AFTER = ("answered", "done")


class Move(NamedTuple):
    """One row: which kinds, from which states, to which one ("" = stays)."""

    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    target: str
    words: str


MOVES: Mapping[str, Move] = {
    "concern.accepted": Move(("complaint",), ("filed",), "open", "受理"),
    "concern.refused": Move(("complaint",), ("filed",), "refused", "不予受理"),
    "concern.referred": Move(_BOTH, ("open", "filed"), "referred", "转办"),
    "concern.acknowledged": Move(_BOTH, ("referred",), "open", "接办"),
    "concern.answered": Move(_BOTH, ("open",), "answered", "答复"),
    "concern.extended": Move(_BOTH, ("open",), "", "延长期限"),
    "concern.called_back": Move(_BOTH, ("answered",), "done", "回访"),
    "concern.reopened": Move(_BOTH, _AFTER, "open", "再次办理"),
    "concern.handed_back": Move(_BOTH, _AT_WORK, "handed_back", "退回热线"),
    "concern.linked": Move(_BOTH, (*_AT_WORK, *_AFTER), "", "关联"),
    "concern.proposed": Move(("inquiry",), _AFTER, "", "提请公开问答"),
    "concern.published": Move(("inquiry",), _AFTER, "", "公开问答"),
}
LETTERS: Mapping[str, str] = {"inquiry": "Q", "complaint": "C", "praise": "P"}
FIRST: Mapping[str, str] = {"inquiry": "open", "complaint": "filed", "praise": "registered"}
RESULTS = ("satisfied", "unsatisfied", "unreached")


def may_move(verb: str, kind: str, state: str) -> Verdict:
    """Say whether the step may be taken with a concern of this kind, standing so.

    Basis: YSHJ-49, S3-附件三(二)1
    """
    move = MOVES[verb]
    if kind in move.kinds and state in move.sources:
        return ALLOWED
    return refuse("concern_state", "YSHJ-49", verb=verb, state=state)


def limit_of(kind: str, hotline: bool) -> str:
    """Return the parameter that says by when a concern is to be answered (办理期限).  Basis: YSHJ-49"""
    return "hotline_limit" if hotline else {"inquiry": "inquiry_limit"}.get(kind, "complaint_limit")


def extension_of(kind: str, hotline: bool) -> str:
    """Return the parameter of the extension (延长).  Basis: YSHJ-49"""
    return "hotline_extension" if hotline else f"{kind}_extension"


def first_due(kind: str, on: date, norms: Norms, calendar: Calendar, *, hotline: bool = False) -> date | None:
    """Return by when somebody must act first: accept a complaint, answer an inquiry; praise waits for nothing.

    Basis: YSHJ-49, S3-附件三(二)1
    """
    if kind == "praise":
        return None
    name = "complaint_accept_limit" if kind == "complaint" and not hotline else limit_of(kind, hotline)
    return end_of(on, norms.term(name), calendar)


def may_reopen(reopened: int, answered_on: date | None, today: date, norms: Norms, calendar: Calendar) -> Verdict:
    """Say whether an answer may be objected to: once, within the days from the answer (再次办理).

    Basis: YSHJ-49
    """
    if reopened or answered_on is None:
        return refuse("reopened_already", "YSHJ-49")
    last = end_of(answered_on, norms.term("complaint_reopen_limit"), calendar)
    return ALLOWED if today <= last else refuse("reopen_late", "YSHJ-49", due_on=last)


def may_hand_back(hotline_no: str, filed_at: datetime, at: datetime, norms: Norms) -> Verdict:
    """Say whether a sheet may go back to the hotline: within its hours from the arrival (退回).

    Units: hours as the clock runs.  Basis: YC
    """
    if not hotline_no:
        return refuse("no_hotline_sheet", "YC")
    hours = norms.number("hotline_hand_back_limit")
    return ALLOWED if at <= filed_at + timedelta(hours=hours) else refuse("hand_back_late", "YC", hours=hours)


def is_mine(departments: Collection[UUID], department: UUID | None, *, centre: bool) -> bool:
    """Say whether somebody works for the department that has the concern; the centre has what nobody else has.

    Basis: S3-附件三(二)1
    """
    return centre or department in departments
