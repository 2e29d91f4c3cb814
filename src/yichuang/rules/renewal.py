"""Renewal of a permit (延续): until when to apply, and what silence means when the permit runs out."""

from __future__ import annotations

from datetime import date

from .norms import Norms
from .periods import latest_before
from .working_days import Calendar


def apply_by(expires_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the latest day to apply for renewal (延续申请最迟日).

    Units: those of the norm; calendar days by default, because the term binds the applicant.
    Basis: XKF-50.1.
    """
    return latest_before(expires_on, norms.term("renewal_apply_before"), calendar)


def deemed_renewed(
    *, expires_on: date, applied_on: date, decided_on: date | None, today: date, norms: Norms
) -> bool:
    """Return whether silence renewed the permit (视为准予延续): applied for, not decided before it ran out.

    Basis: XKF-50.2.
    """
    silent = norms.get("renewal_silence_effect")
    if silent is None or silent.value != "deemed_renewed" or applied_on > expires_on:
        return False
    return today > expires_on and (decided_on is None or decided_on > expires_on)
