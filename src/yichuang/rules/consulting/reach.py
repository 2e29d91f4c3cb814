"""Which departments may be asked or invited in the platform (可征询的范围): those of its province, and the nation's."""

from __future__ import annotations

from collections.abc import Iterable

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_NATION = 1  # level of a region
_PROVINCE = 2  # digits of an administrative division code (GB/T 2260) that name the province


def in_reach(own: str, other: str, level: int) -> bool:
    """Say whether a department of region `other` may be asked about a case of region `own`.

    Units: administrative division codes; level of `other`.  Basis: XKF-26.2
    """
    return level == _NATION or own[:_PROVINCE] == other[:_PROVINCE]


def may_reach(own: str, others: Iterable[tuple[str, int]]) -> Verdict:
    """Say whether departments of these regions and levels may be asked or invited.

    A department of another province has no part in the case and must not see it; it is written to by letter.
    Returns: ALLOWED, or `asked_elsewhere`.  Basis: XKF-26.2
    """
    if all(in_reach(own, code, level) for code, level in others):
        return ALLOWED
    return refuse("asked_elsewhere", "XKF-26.2")
