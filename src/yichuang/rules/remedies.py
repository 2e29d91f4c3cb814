"""Until when the applicant may ask for review or go to court (救济途径和期限)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .norms import Norms, Term
from .periods import end_of
from .working_days import Calendar


@dataclass(frozen=True, slots=True)
class Remedies:
    """Last days and the terms they come from; `provisional` when a holiday notice may still move a last day.

    `review_at_latest` is the last day if the decision did not tell of the review (未告知的最长期限).
    """

    delivered_on: date
    review: Term
    review_by: date
    review_at_latest: date | None
    court: Term
    court_by: date
    court_after_review: Term | None
    provisional: bool
    basis: str


def remedies(delivered_on: date, norms: Norms, calendar: Calendar) -> Remedies:
    """Return the last days for administrative review (复议) and for court (诉讼), counted from the delivery.

    Units: the norms' own (60 days, 6 months), rolled over statutory rest days.
    Raises: NotInForce, OutsideCalendar.
    Basis: FYF-20, SSF-45, SSF-46, XKF-38.2, MFD-202, MFD-203.1, FYF-88, MSF-85.
    """
    review, court = norms.term("remedy_review_limit"), norms.term("remedy_court_limit")
    review_by, court_by = end_of(delivered_on, review, calendar), end_of(delivered_on, court, calendar)
    longest = norms.term("remedy_review_max") if norms.get("remedy_review_max") else None
    after = norms.term("remedy_court_after_review_limit") if norms.get("remedy_court_after_review_limit") else None
    return Remedies(
        delivered_on=delivered_on,
        review=review,
        review_by=review_by,
        review_at_latest=end_of(delivered_on, longest, calendar) if longest else None,
        court=court,
        court_by=court_by,
        court_after_review=after,
        provisional=calendar.provisional(max(review_by, court_by)),
        basis=f"{review.basis}, {court.basis}",
    )


def review_first(kind: str, norms: Norms) -> bool:
    """Say whether a review has to be asked for before a court, which the decision itself must tell (复议前置).

    `kind` is what the item's guide names: a right to natural resources, or another case of the law; "" for none.
    Basis: FYF-23.1, FYF-23.2
    """
    return bool(kind) and norms.get("remedy_review_first") is not None and kind in norms.choices("remedy_review_first")


def court_after_review(review_delivered_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to sue after a review decision was delivered (不服复议决定).

    Basis: SSF-45, MFD-203.1.
    """
    return end_of(review_delivered_on, norms.term("remedy_court_after_review_limit"), calendar)
