"""人工送达: a file that the network could not carry went by hand; two people key in its real times afterwards."""

from __future__ import annotations

from datetime import date, datetime

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_TEXT = "S4-二(四)2"


def may_send(carrier: str, why: str, *, elsewhere: bool) -> Verdict:
    """Say whether a file may go by hand: somebody carries it, there is a reason, it goes to somebody else.

    Basis: S4-二(四)2
    """
    if not elsewhere:
        return refuse("carried_nowhere", _TEXT)
    if not carrier.strip():
        return refuse("carrier_missing", _TEXT)
    return ALLOWED if why.strip() else refuse("carried_why_missing", _TEXT)


def may_note(times: tuple[datetime, datetime], since: date, now: datetime, receiver: str) -> Verdict:
    """Say whether these real times can be: handed over on or after the day of receipt, arrived then, and not to come.

    Basis: S4-二(四)2
    """
    left, came = times
    if left.astimezone(now.tzinfo).date() < since or came < left:
        return refuse("carried_times", _TEXT, since=since)
    if came > now:
        return refuse("carried_to_come", _TEXT)
    return ALLOWED if receiver.strip() else refuse("carried_receiver_missing", _TEXT)
