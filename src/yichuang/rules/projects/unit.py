"""项目单位: whether the unit that a project is registered for is who the register and the log-in know it as."""

from __future__ import annotations

from collections.abc import Collection

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


def _plain(name: str) -> str:
    return "".join(name.split()).translate(_BRACKETS)
