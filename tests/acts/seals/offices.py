"""The seals of the small centre."""

from datetime import date

from tests.acts.city import City
from yichuang.acts.seals.register import NewSeal, register_seal
from yichuang.records.seals.models import SealKind

R = "990100"
SINCE = date(2026, 1, 1)


def new_seal(city: City, kind: str, body: str = "", keeper: str = "clerk") -> NewSeal:
    """Return the wish for a seal of the department, kept by the window."""
    return NewSeal(R, body or city.department.name, kind, city.people[keeper].id, SINCE)


def seals_of(city: City) -> dict[str, str]:
    """Put three seals on record and return their numbers by kind."""
    wishes = (
        new_seal(city, SealKind.RECEIPT, city.centre.name),
        new_seal(city, SealKind.ACCEPTANCE),
        new_seal(city, SealKind.APPROVAL),
    )
    return {wish.kind: str(register_seal(wish, city.ctx("manager", SINCE)).answer["no"]) for wish in wishes}
