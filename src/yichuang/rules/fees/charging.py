"""What may be charged, who assesses it, and until when it is to be paid (缴费)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.rules.norms import Norm, Norms, Term
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

GENERAL, CONSTRUCTION_LAND, WATER = "general", "construction_land", "water"
_LIMITS: Mapping[str, str] = {
    GENERAL: "payment_limit",
    CONSTRUCTION_LAND: "construction_land_payment_limit",
    WATER: "water_fee_payment_limit",
}
_EFFECTS: Mapping[str, str] = {GENERAL: "unpaid_effect", CONSTRUCTION_LAND: "construction_land_unpaid_effect"}


@dataclass(frozen=True, slots=True)
class Charge:
    """One fee that an item lists (收费项目): its name, the rank of the source it rests on, and that source."""

    name: str
    level: str
    basis: str


@dataclass(frozen=True, slots=True)
class FeeScheme:
    """How an item is paid for: its fees, which limit, who assesses, and what the payment stands before.

    `assessor` is the slug of a finance office (财务处), "" where the lead office assesses itself. `before` is the
    step that needs the payment: the decision, or the certificate. `always`: no case of the item is free.
    """

    charges: tuple[Charge, ...] = ()
    limit: str = GENERAL
    assessor: str = ""
    before: str = "certificate"
    always: bool = False


def scheme_of(told: Mapping[str, object]) -> FeeScheme:
    """Return the scheme from what an item version tells (收费办法); without fees where it tells nothing."""
    rows = told.get("charges") or ()
    charges = tuple(Charge(row["name"], row["level"], row["basis"]) for row in rows)  # type: ignore[attr-defined]
    limit, before = str(told.get("limit") or GENERAL), str(told.get("before") or "certificate")
    return FeeScheme(charges, limit, str(told.get("assessor") or ""), before, bool(told.get("always")))


def may_charge(names: Sequence[str], scheme: FeeScheme, norms: Norms) -> Verdict:
    """Judge whether these fees may be asked: only listed ones, resting on a law or administrative regulation.

    Returns: Verdict; refused codes: fee_none, fee_not_listed, fee_basis_too_low.
    Basis: XKF-58.1.
    """
    levels = norms.norm("fee_basis_levels")
    if not names:
        return refuse("fee_none", levels.basis)
    listed = {charge.name: charge for charge in scheme.charges}
    for name in names:
        if name not in listed:
            return refuse("fee_not_listed", levels.basis, fee=name)
        if listed[name].level not in norms.choices("fee_basis_levels"):
            return refuse("fee_basis_too_low", levels.basis, fee=name, source=listed[name].basis)
    return ALLOWED


def payment_term(scheme: FeeScheme, norms: Norms) -> Term | None:
    """Return how long the applicant has to pay (缴费期限); None where no norm says so and the office sets it.

    Basis: S0b-19, QSTL-33.1.
    """
    name = _LIMITS[scheme.limit]
    return norms.term(name) if norms.get(name) else None


def notice_by(heard_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the last day to tell the applicant in writing (缴费告知的最后日期): where S0b rules, the same day.

    Basis: S0b-18.2.
    """
    return end_of(heard_on, norms.term("payment_notice_limit"), calendar) if norms.get("payment_notice_limit") else None


def certificate_by(paid_on: date, norms: Norms, calendar: Calendar) -> date | None:
    """Return the last day for the certificate to reach the window after payment (缴费后出证的最后日期).

    Basis: S0b-19.1.
    """
    limit = "certificate_after_payment_limit"
    return end_of(paid_on, norms.term(limit), calendar) if norms.get(limit) else None


def unpaid_effect(scheme: FeeScheme, norms: Norms) -> Norm | None:
    """Return what follows when nobody pays (逾期不缴费的处理): denied, not handled, or None where no norm says.

    Basis: S0b-19.
    """
    return norms.get(_EFFECTS[scheme.limit]) if scheme.limit in _EFFECTS else None


def before_decision(scheme: FeeScheme, norms: Norms) -> bool:
    """Return whether nothing is granted before the payment (缴清以后才作决定).

    Where it ends the case that nobody pays, the payment stands before the decision whatever the item says: what was
    granted could not be denied any more.
    Basis: S0b-19.1, S0b-19.2.
    """
    return scheme.before == "decision" or unpaid_effect(scheme, norms) is not None


def in_time(*, pay_by: date | None, paid_on: date, effect: Norm | None) -> Verdict:
    """Judge whether a payment made on that day still counts (缴费期限内): after the last day only the effect is left.

    Where no norm says what follows when nobody pays, the case still waits for the money.
    Returns: Verdict; refused code: fee_overdue with the last day.
    Basis: S0b-19.1, S0b-19.2.
    """
    if effect is None or pay_by is None or paid_on <= pay_by:
        return ALLOWED
    return refuse("fee_overdue", effect.basis, pay_by=pay_by)


def on_slip(paid_on: date, *, told_on: date, today: date) -> Verdict:
    """Judge whether the day on the treasury's slip can be the day of the payment (票据日期).

    Returns: Verdict; refused code: fee_slip_day.
    Basis: XKF-59.
    """
    return ALLOWED if told_on <= paid_on <= today else refuse("fee_slip_day", "XKF-59", on=told_on)


def may_lapse(*, pay_by: date | None, paid: bool, today: date, effect: Norm | None) -> Verdict:
    """Judge whether an unpaid case may be ended today (逾期未缴费).

    Returns: Verdict; refused codes: fee_effect_none, fee_paid, fee_not_notified, fee_still_time.
    Basis: S0b-19.
    """
    if effect is None:
        return refuse("fee_effect_none", "XKF-58.1")
    if paid:
        return refuse("fee_paid", effect.basis)
    if pay_by is None:
        return refuse("fee_not_notified", effect.basis)
    return refuse("fee_still_time", effect.basis, pay_by=pay_by) if today <= pay_by else ALLOWED
