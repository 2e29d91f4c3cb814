"""容缺受理: which materials may come later, until when, and what follows when they don't come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

_NO_NORM = "XKF-32.1(4)"  # where no local norm knows 容缺, what is missing has to be supplemented


def may_defer(
    names: Collection[str], *, deferrable: Collection[str], promised: bool, expedited: bool, norms: Norms
) -> Verdict:
    """Judge an acceptance with materials outstanding (容缺受理): only what the item lets be late, on a written promise.

    `names` are the materials left out, `deferrable` those that the item version marks 可容缺.
    Returns: Verdict; refused codes: tolerance_unknown, tolerance_main, tolerance_scope, tolerance_no_promise.
    Basis: S0f-3.1, XKF-32.1(4).
    """
    limit, scope = norms.get("tolerance_limit"), norms.get("tolerance_scope")
    if limit is None:
        return refuse("tolerance_unknown", _NO_NORM)
    main = [name for name in names if name not in deferrable]
    if main:
        return refuse("tolerance_main", limit.basis, materials="、".join(main))
    if scope is not None and scope.value == "expedited" and not expedited:
        return refuse("tolerance_scope", scope.basis)
    if not promised:
        return refuse("tolerance_no_promise", limit.basis)
    return ALLOWED


def complete_by(accepted_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to hand in what is outstanding (容缺补齐的最后日期), rolled over rest days.

    Raises: NotInForce.  Basis: S0f-3.1, MFD-203.1.
    """
    return end_of(accepted_on, norms.term("tolerance_limit"), calendar)


def may_complete(*, until: date | None, in_time: bool, today: date, norms: Norms) -> Verdict:
    """Judge a completion (容缺补齐): what was handed in in time may be checked later, but nothing comes in later.

    Returns: Verdict; refused codes: tolerance_none, tolerance_over.
    Basis: S0f-3.1.
    """
    limit = norms.get("tolerance_limit")
    basis = limit.basis if limit else _NO_NORM
    if until is None:
        return refuse("tolerance_none", basis)
    return ALLOWED if in_time or today <= until else refuse("tolerance_over", basis, until=until)


def may_fail(*, until: date | None, today: date, norms: Norms) -> Verdict:
    """Judge whether a tolerant acceptance has failed (容缺逾期).

    Returns: Verdict; refused codes: tolerance_none, tolerance_running.
    Basis: S0f-3.1.
    """
    effect = norms.get("tolerance_failure_effect")
    basis = effect.basis if effect else _NO_NORM
    if until is None or effect is None:
        return refuse("tolerance_none", basis)
    return refuse("tolerance_running", basis, until=until) if today <= until else ALLOWED


def may_issue(*, until: date | None, norms: Norms) -> Verdict:
    """Judge a certificate while materials are outstanding (补齐前发证).

    Returns: Verdict; refused codes: tolerance_incomplete.
    Basis: S0f-4.1.
    """
    early = norms.get("tolerance_issue_before_complete")
    if until is None or (early is not None and early.value is True):
        return ALLOWED
    return refuse("tolerance_incomplete", early.basis if early else _NO_NORM, until=until)
