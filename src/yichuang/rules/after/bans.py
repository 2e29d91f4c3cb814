"""禁止再次申请: after false material and after a permit obtained by fraud, for matters of safety."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from yichuang.rules.norms import Norms
from yichuang.rules.periods import last_day
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

PARAMETERS = {"false_material": "false_material_ban", "fraud": "fraud_ban"}


@dataclass(frozen=True, slots=True)
class Barred:
    """A ban that stands: its last day and its article."""

    until: date
    basis: str


def banned_until(since: date, kind: str, norms: Norms) -> date:
    """Return the last day of a ban that begins with the decision of that day (禁止期最后一日).

    The day of the decision is the first day of the ban, so that it ends the day before the matching one. It is
    no term to do something in: it is not rolled over rest days.

    Units: years.
    Basis: XKF-78, XKF-79
    """
    return last_day(since, norms.term(PARAMETERS[kind])) - timedelta(days=1)


def may_apply(bans: tuple[Barred, ...], today: date, *, safety: bool) -> Verdict:
    """Say whether somebody may apply again: bans bind only where public safety, health or life is at stake.

    Returns: ALLOWED or `banned` with the last day.
    Basis: XKF-78, XKF-79
    """
    standing = [ban for ban in bans if ban.until >= today]
    if not safety or not standing:
        return ALLOWED
    last = max(standing, key=lambda ban: ban.until)
    return refuse("banned", last.basis, until=last.until)
