"""项目单位: whether the unit that a project is registered for is who the register and the log-in know it as."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..identifiers import check_uscc
from ..verdict import ALLOWED, Verdict, refuse

_BRACKETS = str.maketrans("()", "（）")


def same_name(one: str, other: str) -> bool:
    """Return whether two names of a unit are the same but for blanks and the width of their brackets."""
    return _plain(one) == _plain(other)


def may_be_unit(name: str, uscc: str, *, registered: str, own: Collection[str]) -> Verdict:
    """Say whether a project may be registered for this unit (项目单位).

    `registered` is the name that the register of applicants has under the credit code, "" where it has none; `own`
    are the names of the organisations for which the log-in stands, none where it stands for nobody but itself.
    Returns: ALLOWED, or `unit_code_odd`, `unit_code_of_another`, `unit_not_yours`.
    Basis: XKF-31.1, XKF-29.2
    """
    if uscc and not registered and not check_uscc(uscc).ok:
        return refuse("unit_code_odd", "XKF-31.1", typed=uscc)
    if registered and not same_name(registered, name):
        return refuse("unit_code_of_another", "XKF-31.1", registered=registered, typed=name)
    if own and not any(same_name(one, name) for one in own):
        return refuse("unit_not_yours", "XKF-29.2", own="、".join(sorted(own)), typed=name)
    return ALLOWED


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name, and by its credit code where it has told one (单位)."""

    name: str
    uscc: str = ""


def may_apply_in(project_unit: Unit, applicant: Unit) -> Verdict:
    """Say whether this unit may apply in a project: nobody but the unit for which it is registered (项目单位).

    The credit code tells, whatever the unit is called now; only where one of them has none, its name does.
    Returns: ALLOWED, or `unit_of_project` with both names.
    Basis: S4-二(四).4, XKF-31.1
    """
    one, other = project_unit, applicant
    same = one.uscc == other.uscc if one.uscc and other.uscc else same_name(one.name, other.name)
    return ALLOWED if same else refuse("unit_of_project", "S4-二(四).4", unit=one.name, typed=other.name)


def _plain(name: str) -> str:
    return "".join(name.split()).translate(_BRACKETS)
