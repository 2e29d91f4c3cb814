"""Is somebody fit for the window (派驻条件): age, years of work, how employed, who may be chief representative."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.rules.norms import Norms, Term, Unit
from yichuang.rules.periods import last_day
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

CIVIL_SERVANT = "civil_servant"
CHIEF = "chief_representative"


@dataclass(frozen=True, slots=True)
class Person:
    """What the file of somebody says that his posting is judged by; None where it is not known."""

    posted_on: date
    role: str
    born_on: date | None = None
    work_since: date | None = None
    employment: str = ""
    heads_section: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that departs from what norms ask in principle (提示): a code, its numbers, and the article."""

    code: str
    basis: str
    limit: int = 0
    found: int = 0


def full_years(since: date, on: date) -> int:
    """Return the full years between two days (周岁): the year is full on its anniversary.

    Basis: MFD-200, MFD-202
    """
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def unfit(person: Person, norms: Norms) -> tuple[Warned, ...]:
    """Return in what somebody departs from the conditions for the window on the day of his posting.

    45 and under is "45岁以下" as offices read it: who is 45 is still fit. The norm speaks in principle (原则上), so it
    warns and does not refuse.  Basis: S1-四1
    """
    found = []
    limit = norms.get("window_staff_max_age")
    age = full_years(person.born_on, person.posted_on) if person.born_on else None
    if limit is not None and age is not None and age > int(str(limit.value)):
        found.append(Warned("too_old", limit.basis, int(str(limit.value)), age))
    least = norms.get("window_staff_min_service")
    served = full_years(person.work_since, person.posted_on) if person.work_since else None
    if least is not None and served is not None and served < int(str(least.value)):
        found.append(Warned("too_new", least.basis, int(str(least.value)), served))
    kind = norms.get("window_staff_civil_servant")
    if kind is not None and kind.value and person.employment not in ("", CIVIL_SERVANT):
        found.append(Warned("no_civil_servant", kind.basis))
    chief = norms.get("chief_heads_section")
    if chief is not None and chief.value and person.role == CHIEF and not person.heads_section:
        found.append(Warned("chief_no_head", chief.basis))
    return tuple(found)


def term_ends(posted_on: date, norms: Norms) -> Term | None:
    """Return the term of a posting with its article, None where no norm sets one (定岗期限).

    Basis: S1-四1
    """
    return norms.term("posting_term") if norms.get("posting_term") else None


def appraisal_due(posted_on: date, ends_on: date | None, norms: Norms) -> date | None:
    """Return from which day the appraisal is owed: after the last day of the posting, or of its term (工作鉴定).

    Basis: S1-四1
    """
    if ends_on is not None:
        return ends_on
    term = term_ends(posted_on, norms)
    return last_day(posted_on, Term(term.number, Unit.YEAR, term.basis)) if term else None


def may_appraise(due_on: date | None, today: date, *, done: bool) -> Verdict:
    """Say whether an appraisal may be drawn up: the posting ended or its term is full (工作鉴定).

    Returns: ALLOWED, `appraised_already` or `posting_runs`.  Basis: S1-四1
    """
    if done:
        return refuse("appraised_already", "S1-四1")
    return ALLOWED if due_on is not None and due_on <= today else refuse("posting_runs", "S1-四1")
