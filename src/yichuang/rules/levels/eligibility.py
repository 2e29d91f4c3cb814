"""Who is eligible by age and place (资格条件): data of an item version, judged when an application enters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..verdict import ALLOWED, Verdict, refuse

AGE, PLACE = "age", "place"
_DEFAULT_BASIS = "XKF-30.1"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. Place: one of the `fields` of the form lies `within` a region (code) or is one of `accepted`."""

    kind: str
    words: str
    basis: str = _DEFAULT_BASIS
    fields: tuple[str, ...] = ()
    within: str = ""
    accepted: tuple[str, ...] = ()
    from_age: int = 0
    through_age: int | None = None
    situations: tuple[str, ...] = ()


def conditions_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Condition, ...]:
    """Read the conditions of an item version."""
    return tuple(
        Condition(
            kind=row["kind"],
            words=row["words"],
            basis=row.get("basis") or _DEFAULT_BASIS,
            fields=tuple(row.get("fields", ())),
            within=str(row.get("within", "")),
            accepted=tuple(row.get("accepted", ())),
            from_age=int(row.get("from_age", 0)),
            through_age=row.get("through_age"),
            situations=tuple(row.get("situations", ())),
        )
        for row in rows
    )


def age_on(born: date, on: date) -> int:
    """Return the full years of age on a day (周岁): the birthday itself counts; who was born on 29 February
    is a year older on 1 March where there is no such day.

    Basis: S0g-四3.
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def may_apply(
    conditions: Iterable[Condition], *, told: Mapping[str, Any], born: date | None, on: date, situation: str = ""
) -> Verdict:
    """Say whether somebody is eligible on the day of the application.

    Returns: ALLOWED, or `not_of_age` / `age_unknown` / `not_of_this_place` with the condition in words.
    Basis: S0g-四1, S0g-四2, S0g-四3, S0g-四4.
    """
    for condition in conditions:
        if condition.situations and situation and situation not in condition.situations:
            continue
        verdict = _of_age(condition, born, on) if condition.kind == AGE else _of_place(condition, told)
        if not verdict.allowed:
            return verdict
    return ALLOWED


def _of_age(condition: Condition, born: date | None, on: date) -> Verdict:
    if born is None:
        return refuse("age_unknown", condition.basis, condition=condition.words)
    age = age_on(born, on)
    if age < condition.from_age or (condition.through_age is not None and age > condition.through_age):
        return refuse("not_of_age", condition.basis, condition=condition.words, age=age)
    return ALLOWED


def _of_place(condition: Condition, told: Mapping[str, Any]) -> Verdict:
    places = [str(told.get(field) or "").strip() for field in condition.fields]
    if any(_lies_in(place, condition) for place in places):
        return ALLOWED
    return refuse("not_of_this_place", condition.basis, condition=condition.words)


def _lies_in(place: str, condition: Condition) -> bool:
    """Say whether a region code lies within the region: 532301 within 532300; or the words are among the accepted."""
    if place in condition.accepted:
        return bool(place)
    root = condition.within
    while root.endswith("00"):
        root = root[:-2]
    return bool(root) and place.isdigit() and place.startswith(root)
