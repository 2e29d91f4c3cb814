"""Money that comes in and goes back (收款、退付): what it is good for, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.rules.fees.wire import yuan_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

CASH, ONLINE, SLIP = "cash", "online", "slip"
_BASIS = "XKF-59"


@dataclass(frozen=True, slots=True)
class Owed:
    """How the payment of a case stands: `open` while it is waited for, `told` once the notice is out."""

    open: bool
    told: bool
    paid: bool
    lapsed: bool
    total: int


@dataclass(frozen=True, slots=True)
class Taken:
    """One sum that came in, as a decision on its return looks at it; `back` is what went or goes back of it."""

    amount: int
    settled: bool
    reversed: bool
    back: int
    received_on: date
    cashier_id: UUID | None
    method: str


def surplus(owed: Owed, amount: int, *, overdue: bool = False) -> str:
    """Return why money that came in does not settle what is owed (待退原因), "" where it does.

    `overdue`: it was paid after the last day, and a norm says what follows then.
    Basis: XKF-59, S0b-19.1
    """
    if owed.lapsed:
        return "after_lapse"
    if owed.paid:
        return "paid_before"
    if not (owed.open and owed.told):
        return "not_owed"
    if overdue:
        return "after_due"
    return "" if amount == owed.total else "amount_differs"


def may_collect(owed: Owed, *, method: str, reference: str, tendered: int) -> Verdict:
    """Judge whether the desk may take the money (收款): all of it at once, with what proves it.

    Returns: Verdict; refused codes: fee_not_notified, fee_paid, fee_reference_missing, fee_tendered_missing,
    fee_tendered_short.
    Basis: XKF-59, S0b-19.1
    """
    if owed.paid:
        return refuse("fee_paid", "S0b-19.1")
    if not (owed.open and owed.told):
        return refuse("fee_not_notified", "S0b-18.2")
    if method == CASH:
        short = "fee_tendered_short" if tendered else "fee_tendered_missing"
        return ALLOWED if tendered >= owed.total else refuse(short, "YC")
    return ALLOWED if reference.strip() else refuse("fee_reference_missing", "YC")


def may_refund(taken: Taken, amount: int, *, running: bool) -> Verdict:
    """Judge whether so much of a sum may go back (退费).

    What settled the fee of a case that still runs can't go back whole: the case would be unpaid.

    Returns: Verdict; refused codes: refund_reversed, refund_amount, refund_running.
    Basis: XKF-59
    """
    if taken.reversed:
        return refuse("refund_reversed", _BASIS)
    if not 0 < amount <= taken.amount - taken.back:
        return refuse("refund_amount", "YC", most=yuan_of(taken.amount - taken.back))
    if running and taken.settled and amount + taken.back >= taken.amount:
        return refuse("refund_running", _BASIS)
    return ALLOWED


def may_reverse(taken: Taken, today: date, *, closed: bool, relied_on: bool) -> Verdict:
    """Judge whether an entry of the desk may be undone (冲正): the same day, before the till is closed.

    Returns: Verdict; refused codes: refund_reversed, reversal_online, reversal_late, reversal_relied_on.
    Basis: XKF-59
    """
    if taken.reversed or taken.back:
        return refuse("refund_reversed", _BASIS)
    if taken.method == ONLINE:
        return refuse("reversal_online", _BASIS)
    if taken.received_on != today or closed:
        return refuse("reversal_late", _BASIS)
    return refuse("reversal_relied_on", _BASIS) if relied_on else ALLOWED
