"""What may be done about an alert (处置): urging, cards, replies and appeals, clearing, accountability."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ..norms import Norms
from ..verdict import ALLOWED, Verdict, refuse

CARDS = ("yellow", "red")
_ANSWERED = ("urging", *CARDS)


class Taken(NamedTuple):
    """One measure taken on an alert: its kind, by whom, by when it is to be answered, and what it answers itself."""

    id: UUID
    kind: str
    officer: UUID | None
    answer_by: date | None = None
    answered: bool = False
    answers: UUID | None = None


def standing_cards(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the cards that were not lifted (有效的黄牌、红牌).  Basis: S0b-24.3"""
    lifted = {one.answers for one in taken if one.kind == "lifted"}
    return tuple(one for one in taken if one.kind in CARDS and one.id not in lifted)


def open_appeal(taken: Sequence[Taken]) -> Taken | None:
    """Return the appeal that nobody has settled yet (待复核的申辩).  Basis: S0b-24.3"""
    return next((one for one in taken if one.kind == "appeal" and not one.answered), None)


def unanswered(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return what the department still has to answer, oldest first (待答复).  Basis: S0b-24.2"""
    return tuple(one for one in taken if one.kind in _ANSWERED and not one.answered)


def may_urge(taken: Sequence[Taken], today: date) -> Verdict:
    """Say whether a notice may be issued: not while the time to answer the last one runs, nor for a cleared alert.

    Basis: S0b-24.2
    """
    if _cleared(taken):
        return refuse("alert_cleared", "XKF-61.2")
    running = [one for one in unanswered(taken) if one.kind == "urging" and one.answer_by and one.answer_by >= today]
    return refuse("urged_already", "S0b-24.2", answer_by=running[0].answer_by) if running else ALLOWED


def may_card(colour: str, taken: Sequence[Taken], norms: Norms, today: date) -> Verdict:
    """Say whether a card of that colour may be issued: each colour stands once, red comes after yellow was heard.

    Basis: S0b-24.3, XKF-72
    """
    if colour not in CARDS:
        return refuse("card_colour", "S0b-24.3")
    if _cleared(taken):
        return refuse("alert_cleared", "XKF-61.2")
    cards = standing_cards(taken)
    if any(one.kind == colour for one in cards):
        return refuse("carded_already", "S0b-24.3")
    if open_appeal(taken) is not None:
        return refuse("appeal_open", "S0b-24.3")
    return _may_redden(cards, norms, today) if colour == "red" else ALLOWED


def _may_redden(cards: Sequence[Taken], norms: Norms, today: date) -> Verdict:
    """Say whether the yellow cards before are enough, and heard.  Basis: S0b-24.3"""
    yellow = [one for one in cards if one.kind == "yellow"]
    if len(yellow) < norms.number("yellow_before_red"):
        return refuse("yellow_first", norms.basis("yellow_before_red"))
    runs = [one for one in yellow if not one.answered and one.answer_by and one.answer_by >= today]
    return refuse("answer_runs", "S0b-24.3", answer_by=runs[0].answer_by) if runs else ALLOWED


def may_answer(measure: Taken | None, today: date, *, appeal: bool) -> Verdict:
    """Say whether the department may reply, late too, or ask for a second look: of a card, and in time.

    Basis: S0b-24.2, S0b-24.3
    """
    if measure is None or measure.kind not in _ANSWERED or measure.answered:
        return refuse("nothing_to_answer", "S0b-24.2")
    if not appeal:
        return ALLOWED
    if measure.kind not in CARDS:
        return refuse("appeal_no_card", "S0b-24.3")
    if measure.answer_by is not None and today > measure.answer_by:
        return refuse("appeal_late", "S0b-24.3", answer_by=measure.answer_by)
    return ALLOWED


def may_settle(taken: Sequence[Taken], officer: UUID | None) -> Verdict:
    """Say whether somebody may settle the appeal: neither who issued the card nor who asked for it.

    Basis: S0b-24.3
    """
    appeal = open_appeal(taken)
    if appeal is None:
        return refuse("no_appeal", "S0b-24.3")
    card = next((one for one in taken if one.id == appeal.answers), None)
    if card is not None and card.officer == officer:
        return refuse("settled_by_issuer", "S0b-24.3")
    return refuse("settled_by_appellant", "S0b-24.3") if appeal.officer == officer else ALLOWED


def may_clear(taken: Sequence[Taken]) -> Verdict:
    """Say whether an alert may be cleared: not twice, and not while a card for it stands.

    Basis: XKF-61.2
    """
    if _cleared(taken):
        return refuse("alert_cleared", "XKF-61.2")
    return refuse("card_stands", "S0b-24.3") if standing_cards(taken) else ALLOWED


def may_account(taken: Sequence[Taken], today: date) -> Verdict:
    """Say whether somebody is held to account: on a red card that stands, after the department was heard.

    Basis: XKF-72, XKF-74, S1-五3
    """
    red = next((one for one in standing_cards(taken) if one.kind == "red"), None)
    if red is None:
        return refuse("no_red_card", "XKF-72")
    if open_appeal(taken) is not None:
        return refuse("appeal_open", "S0b-24.3")
    if not red.answered and red.answer_by is not None and today <= red.answer_by:
        return refuse("answer_runs", "S0b-24.3", answer_by=red.answer_by)
    if any(one.kind == "accounted" for one in taken):
        return refuse("accounted_already", "XKF-72")
    return ALLOWED


def _cleared(taken: Sequence[Taken]) -> bool:
    return any(one.kind == "cleared" for one in taken)
