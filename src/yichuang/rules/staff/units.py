"""Units in the hall (进驻单位): leaving needs approval; orders to correct; who sends enough people; leaders' visits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.staff.scoring import span_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

_PERIODS = {"monthly": "month", "quarterly": "quarter"}
_PAIR = 2  # A and B


@dataclass(frozen=True, slots=True)
class Approval:
    """A document by which a unit may leave the hall (批准文件): who approved it, its name or number, its day."""

    by: str = ""
    words: str = ""
    on: date | None = None


def may_leave(state: str, approval: Approval, today: date, norms: Norms) -> Verdict:
    """Say whether a department may leave the centre: only on a document of the government or the committee (撤出).

    Where no norm names who approves, the document is asked for all the same.
    Returns: ALLOWED, `unit_not_in`, `leaving_unapproved` or `leaving_wrong_approver`.  Basis: S1-五1
    """
    norm = norms.get("unit_leave_approvers")
    basis = norm.basis if norm else "S1-五1"
    if state != "in":
        return refuse("unit_not_in", basis)
    if not approval.words.strip() or approval.on is None or approval.on > today:
        return refuse("leaving_unapproved", basis)
    wanted = norms.choices("unit_leave_approvers") if norm else ("government", "committee")
    return ALLOWED if approval.by in wanted else refuse("leaving_wrong_approver", basis)


def correct_by(ground: str, today: date, norms: Norms, calendar: Calendar) -> tuple[date, bool, str]:
    """Return by when a department is to correct, whether it is criticised in public, and the article (责令纠正).

    Basis: S1-五3
    """
    norm = norms.get("correction_grounds")
    public = norm is not None and ground in norms.choices("correction_grounds")
    basis = norm.basis if norm is not None and public else "YC-责令纠正"
    return end_of(today, norms.term("correction_limit"), calendar), public, basis


def too_few(sent: Mapping[UUID, int], norms: Norms) -> tuple[UUID, ...]:
    """Return the departments that sent fewer people to the window than is asked (派驻人数不足).

    Basis: S2-一
    """
    least = norms.number("window_staff_min")
    return tuple(department for department, number in sent.items() if number < least)


def alone_though_busy(sent: Mapping[UUID, int], cases_a_month: Mapping[UUID, int], norms: Norms) -> tuple[UUID, ...]:
    """Return the departments with much to do whose window is not kept by two people as A and B (AB岗两人窗口).

    Basis: S1-三7
    """
    if norms.get("ab_post_required") is None or not norms.flag("ab_post_required"):
        return ()
    busy = norms.number("large_window_volume")
    return tuple(one for one, number in sent.items() if number < _PAIR and cases_a_month.get(one, 0) >= busy)


def visit_owed(visits: Iterable[date], today: date, norms: Norms) -> tuple[date, date] | None:
    """Return the last full period without a leader's visit, None where there was one (领导到窗口).

    On the first day of a quarter the one before is judged: no visit in it, a reminder to the department.
    Basis: S0e
    """
    period = _PERIODS[norms.choice("leader_visit_period")]
    this, _ = span_of(period, today)
    first, last = span_of(period, date.fromordinal(this.toordinal() - 1))
    return None if any(first <= on <= last for on in visits) else (first, last)


def contact_flag(arrangement: str) -> str:
    """Return the code of a contact behind the window that nobody arranged, "" where somebody did (后台接待).

    The office that handles does not receive applicants, unless a leader or the office arranged it.
    Basis: S0b-5
    """
    return "" if arrangement.strip() else "contact_unarranged"
