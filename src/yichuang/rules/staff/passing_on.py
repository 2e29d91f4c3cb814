"""May a case be handed over or sent back (移交、退回): judged from where it stands and who asks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.moves.passing import ROWS
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

WINDOW, REVIEW, VERIFICATION = "window", "review", "verification"
_TO_WINDOW = frozenset(k for row in ROWS if (row.verb, row.target) == ("case.returned", "accepted") for k in row.kinds)
_STATES = {WINDOW: "accepted", REVIEW: "reviewing", VERIFICATION: "verifying"}
_BEFORE = {"reviewing": (WINDOW,), "verifying": (REVIEW, WINDOW), "deciding": (VERIFICATION, REVIEW, WINDOW)}


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whom a case shall go to: whether he may do its step, is there today, and has not done the step before."""

    user_id: UUID
    entitled: bool
    away: bool
    did_before: bool


def may_give(handler_id: UUID | None, officer: Officer) -> Verdict:
    """Say whether somebody may hand a case over at all: its handler, who stands in for him, or a leader (移交).

    Basis: S1-四2
    """
    if handler_id is None:
        return refuse("nobody_holds_it", "S1-四2")
    own = officer.user_id == handler_id or any(grant.acting_for == handler_id for grant in officer.grants)
    if not own and not officer.roles() & LEADERS:
        return refuse("not_your_case", "S1-四2")
    return ALLOWED


def may_hand_over(handler_id: UUID | None, to: Receiver, officer: Officer) -> Verdict:
    """Say whether a case may go from its handler to somebody of the same post and department (移交).

    The handler hands it over himself; where he is away or leaves, who stands in for him or leads the department.
    Basis: S1-四2, S1-一审一核
    """
    given = may_give(handler_id, officer)
    if not given.allowed:
        return given
    if to.user_id == handler_id:
        return refuse("same_holder", "S1-四2")
    if to.away:
        return refuse("receiver_away", "S1-四2")
    if not to.entitled:
        return refuse("receiver_not_entitled", "S1-四2")
    if to.did_before:
        return refuse("receiver_did_before", "S1-一审一核")
    return ALLOWED


def places_back(state: str, *, verified: bool, kind: str = "promised") -> tuple[str, ...]:
    """Return where a case may be sent back to from its state, the nearest first (退回到以前的环节).

    A joint or an upward case has no way back to the window: its parts and levels have worked on it.
    """
    found = (place for place in _BEFORE.get(state, ()) if place != VERIFICATION or verified)
    return tuple(place for place in found if place != WINDOW or kind in _TO_WINDOW)


def may_return(to: str, state: str, *, verified: bool, kind: str = "promised") -> Verdict:
    """Say whether a case may be sent back there: only to a step it has been through.

    The window may put right what it did; it can't ask the applicant a second time.
    Basis: XKF-34.1, XKF-34.3
    """
    if to in places_back(state, verified=verified, kind=kind):
        return ALLOWED
    return refuse("not_been_there", "XKF-34.1", to=to)


def state_back(to: str) -> str:
    """Return the state of a case that was sent back there."""
    return _STATES[to]
