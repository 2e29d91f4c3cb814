"""The norms in force for one jurisdiction on one day, as the law room hands them over (适用规范)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class Unit(StrEnum):
    """The closed list of units a parameter may have (计量单位)."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"
    RATIO = "ratio"
    COUNT = "count"
    YUAN = "yuan"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"


class NotInForce(LookupError):
    """No value of this parameter is in force on that day in that jurisdiction."""


@dataclass(frozen=True, slots=True)
class Term:
    """A period of time with its article: 20 working days, 6 months, 30 calendar days (期限)."""

    number: int
    unit: Unit
    basis: str


@dataclass(frozen=True, slots=True)
class Norm:
    """One parameter as it applies: value, unit, article, and whose norm it is (适用参数)."""

    name: str
    value: int | str | bool | Fraction | tuple[str, ...]
    unit: Unit
    basis: str
    profile: str
    since: date
    departs_from: str = ""


@dataclass(frozen=True, slots=True)
class Norms:
    """All norms of one profile on one day. Raises NotInForce for a parameter without a value."""

    profile: str
    on: date
    by_name: Mapping[str, Norm]

    def get(self, name: str) -> Norm | None:
        """Return the norm, or None where nothing is in force."""
        return self.by_name.get(name)

    def norm(self, name: str) -> Norm:
        """Return the norm. Raises NotInForce."""
        found = self.by_name.get(name)
        if found is None:
            raise NotInForce(f"{name}: nothing in force in {self.profile} on {self.on.isoformat()}")
        return found

    def term(self, name: str) -> Term:
        """Return a period. Raises NotInForce."""
        norm = self.norm(name)
        return Term(int(str(norm.value)), norm.unit, norm.basis)

    def number(self, name: str) -> int:
        """Return a plain number. Raises NotInForce."""
        return int(str(self.norm(name).value))

    def choice(self, name: str) -> str:
        """Return the chosen word. Raises NotInForce."""
        return str(self.norm(name).value)

    def choices(self, name: str) -> tuple[str, ...]:
        """Return the list of allowed words. Raises NotInForce."""
        value = self.norm(name).value
        return value if isinstance(value, tuple) else (str(value),)

    def flag(self, name: str) -> bool:
        """Return yes or no. Raises NotInForce."""
        return self.norm(name).value is True

    def ratio(self, name: str) -> Fraction:
        """Return a share as an exact fraction. Raises NotInForce."""
        return Fraction(str(self.norm(name).value))

    def basis(self, name: str) -> str:
        """Return the article of a parameter. Raises NotInForce."""
        return self.norm(name).basis
