"""By when a co-department concludes (协办部门的期限): from its pick-up, standing still with the lead's clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..clockwork.counting import last_counted, span_of, stops_of
from ..clockwork.pauses import pauses_of
from ..clockwork.terms import nominal_length
from ..facts import ClockFact, FactKind
from ..norms import Norms, Term
from ..periods import end_of, step_start
from ..working_days import Calendar

AGREED = "agreed"
ACCEPTANCE, PICKUP = "unified_acceptance", "pickup"  # from where a late pick-up counts (逾期领取的起算日)


@dataclass(frozen=True, slots=True)
class PartTerms:
    """What the clock of one part runs by (协办时限).

    `limit` None: nothing but the limit of the case binds. `own` says that the limit is the item's, not the
    jurisdiction's: it never outlasts the case. `pickup` None: it counts from the acceptance, whenever picked up;
    `late` says from where it counts if that was too late. `extends`: an extension of the case gives it days too.
    """

    limit: Term | None
    own: bool
    pickup: Term | None
    silence: str
    silence_basis: str = ""
    late: str = ACCEPTANCE
    extends: bool = False


def part_terms(norms: Norms, item_limit: Term | None = None) -> PartTerms:
    """Return the terms of a co-department from the norms and the item's return limit: the shorter limit binds.

    Basis: S0h-二(一)1.2, S0h-二(三)1, S3-附件一(三)1
    """
    general = norms.term("codept_limit") if norms.get("codept_limit") else None
    limits = [term for term in (general, item_limit) if term is not None]
    pickup = norms.term("codept_pickup_limit") if norms.get("codept_pickup_limit") else None
    silence, late = norms.get("silence_codept"), norms.get("codept_late_pickup_start")
    may_extend = norms.get("codept_may_extend")
    return PartTerms(
        min(limits, key=nominal_length) if limits else None,
        general is None,
        pickup,
        str(silence.value) if silence else "none",
        silence.basis if silence else "",
        str(late.value) if late else ACCEPTANCE,
        may_extend is not None and may_extend.value is True,
    )


def part_start(accepted_on: date, picked_up_on: date | None, terms: PartTerms, calendar: Calendar) -> date:
    """Return the day from which the part counts: the pick-up in time, else what the norm says of a late one (起算日).

    Material not picked up yet counts as picked up too late: the date can only move when it is.
    Basis: S0h-二(一)1.2
    """
    if picked_up_on is None or terms.pickup is None:
        return accepted_on
    return picked_up_on if terms.late == PICKUP else step_start(accepted_on, picked_up_on, terms.pickup, calendar)


def pickup_needs_reason(asked_on: date, today: date, terms: PartTerms, calendar: Calendar) -> bool:
    """Return whether the material is picked up later than on the day itself, yet in time: for special reasons only.

    Basis: S0h-二(一)1.2
    """
    return terms.pickup is not None and asked_on < today <= end_of(asked_on, terms.pickup, calendar)


def part_due(
    start: date, terms: PartTerms, facts: Iterable[ClockFact], calendar: Calendar, *, case_due: date | None
) -> date | None:
    """Return the last day for the conclusion (协办到期日), None while a pause of the lead stands before it.

    The days of a pause do not count for the co-departments either: only the lead can stop the clock, and it stops
    for all. An extension of the case moves the limit that the jurisdiction gives only where norms let co-departments
    extend; a part without any limit of its own is due with the case.

    Units: civil dates.  Raises: OutsideCalendar.
    Basis: S0h-二(一)1.2, S0h-二(一)1.3, XKF-45
    """
    if terms.limit is None:
        return case_due
    known = sorted(facts, key=lambda fact: fact.on)
    pauses = pauses_of(known)
    stops = stops_of(pauses, start, calendar)
    more = sum(fact.days or 0 for fact in known if fact.kind is FactKind.EXTENDED) if terms.extends else 0
    position = last_counted(calendar.at[start], span_of(terms.limit, start, more), stops, calendar)
    due = None if position is None else calendar.days[position].on
    if terms.own and due is not None and case_due is not None:
        return min(due, case_due)
    return due


def part_facts(start: date, done_on: date | None, facts: Iterable[ClockFact]) -> tuple[ClockFact, ...]:
    """Return the history of a part: it begins on its own day, stands still with the case, ends with its conclusion.

    Basis: S0h-二(一)1.2, S0h-二(一)1.3
    """
    begun = (ClockFact(FactKind.RECEIVED, start), ClockFact(FactKind.ACCEPTED, start))
    kinds = (FactKind.PAUSED, FactKind.RESUMED)
    stops = tuple(fact for fact in facts if fact.kind in kinds and (done_on is None or fact.on <= done_on))
    ended = (ClockFact(FactKind.DECIDED, done_on),) if done_on else ()
    return (*begun, *stops, *ended)


def lapsed(due_on: date | None, terms: PartTerms, today: date) -> bool:
    """Return whether silence has become agreement (超时默许): the day is over and the norms say so.

    Basis: S0h-二(三)1
    """
    return terms.silence == AGREED and due_on is not None and today > due_on
