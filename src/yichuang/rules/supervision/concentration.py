"""三集中三到位: what of a department is not in the centre, not granted to its window, or done outside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from ..moves.shapes import WINDOW


class Exceptional(StrEnum):
    """集中到位的例外."""

    NOT_IN = "not_in"
    NOT_GRANTED = "not_granted"
    RETURNED = "returned"
    TWO_PLACES = "two_places"
    OUTSIDE = "outside"
    PAID_ELSEWHERE = "paid_elsewhere"


BASIS: dict[Exceptional, str] = {
    Exceptional.NOT_IN: "S4-二(四)",
    Exceptional.NOT_GRANTED: "S1-二2",
    Exceptional.RETURNED: "S4-二(四)",
    Exceptional.TWO_PLACES: "S1-五3",
    Exceptional.OUTSIDE: "S1-二3",
    Exceptional.PAID_ELSEWHERE: "S1-二3",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a department stands: open items, whether it is in the hall, powers its window has, and what happened.

    `returned`: roles that decided its instant cases in the period. Counts of cases and fees of the same period.
    """

    items: int
    inside: bool
    powers: Collection[str]
    deciders: Collection[str] = ()
    two_places: int = 0
    outside: int = 0
    paid_elsewhere: int = 0


def exceptions(one: Standing, wanted: Collection[str]) -> dict[Exceptional, int]:
    """Return what departs from 三集中三到位, with how often: a department without open items is not looked at.

    `wanted`: the powers that the place says a window is granted (), where it says nothing. Who granted its window the
    instant approval and decides inside all the same sends cases back to the department (返回部门流转).
    Basis: S4-二(四), S1-二2, S1-二3, S1-五3
    """
    missing = [power for power in wanted if power not in one.powers]
    back = [role for role in one.deciders if role not in WINDOW] if "instant_approval" in one.powers else []
    found = {
        Exceptional.NOT_IN: one.items if not one.inside else 0,
        Exceptional.NOT_GRANTED: len(missing) if one.inside and one.items else 0,
        Exceptional.RETURNED: len(back),
        Exceptional.TWO_PLACES: one.two_places,
        Exceptional.OUTSIDE: one.outside,
        Exceptional.PAID_ELSEWHERE: one.paid_elsewhere,
    }
    return {kind: number for kind, number in found.items() if number}
