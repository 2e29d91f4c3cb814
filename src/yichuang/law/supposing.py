"""A norm as it would be (拟议取值): what the book would answer if one value were added. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from yichuang.law.applying import applying, norm_of
from yichuang.law.book import LawBook
from yichuang.law.check import complaints
from yichuang.law.profiles import chain
from yichuang.law.reading import value as read_value
from yichuang.law.shapes import NATIONAL, LawError, Level, NormValue, Parameter, Source, Value
from yichuang.rules.norms import Norms, Unit

DRAFT = "DRAFT"
_SHARE_MARK = "%"
_YES, _NO = frozenset({"true", "是", "1"}), frozenset({"false", "否", "0"})
_MOST = 9999


@dataclass(frozen=True)
class Supposition:
    """One value more than the book has: which parameter, in whose norms, from which day."""

    law: LawBook
    parameter: Parameter
    value: Value

    @cached_property
    def changed(self) -> Parameter:
        """Return the parameter with the value added; one of the same day is replaced."""
        mine = self.value
        kept = [v for v in self.parameter.values if (v.profile, v.since) != (mine.profile, mine.since)]
        return replace(self.parameter, values=tuple(sorted([*kept, mine], key=lambda one: one.since)))

    def reaches(self, profile: str) -> bool:
        """Return whether a profile inherits from the one that the value is given for."""
        return self.value.profile in chain(profile)

    def norms(self, profile: str, on: date) -> Norms:
        """Return the norms of a day, with this parameter as it would be once the value is in force."""
        found, names = self.law.norms(profile, on), chain(profile)
        value = applying(self.changed, names, max(on, self.value.since)) if self.reaches(profile) else None
        if value is None:
            return found
        name = self.parameter.name
        return Norms(profile, on, MappingProxyType({**found.by_name, name: norm_of(name, value)}))

    def objections(self) -> list[str]:
        """Return what the law data themselves say against it, in Chinese; empty when nothing does."""
        level = Level.LAW if self.value.profile == NATIONAL else Level.LOCAL
        draft = Source(DRAFT, "拟议的规定", "", "", level, "whole")
        sources = {**self.law.sources(), DRAFT: draft}
        names = {code: profile.name for code, profile in self.law.profiles().items()}
        before = set(complaints({self.parameter.name: self.parameter}, sources, names))
        return [line for line in complaints({self.parameter.name: self.changed}, sources, names) if line not in before]


def suppose(law: LawBook, parameter: Parameter, profile: str, since: date, words: str) -> Supposition:
    """Return the supposition that somebody typed. Raises LawError when the words are no value of that unit."""
    current = law.value(parameter.name, profile, since)
    unit = current.unit if current else parameter.unit
    value = Value(profile, since, _read(parameter, unit, words), unit, DRAFT, "", since, checked=False)
    return Supposition(law, parameter, value)


def _read(parameter: Parameter, unit: Unit, words: str) -> NormValue:
    """Return the value that the words say in this unit. Raises LawError."""
    told = words.strip()
    raw: object = told
    if unit is Unit.FLAG:
        raw = True if told in _YES else False if told in _NO else told
    elif unit is Unit.CHOICES:
        raw = [word for word in told.replace("、", ",").split(",") if word]
    elif unit is Unit.RATIO and told.endswith(_SHARE_MARK):
        raw = f"{told.removesuffix(_SHARE_MARK).strip()}/100"
    elif unit not in (Unit.CHOICE, Unit.RATIO):
        raw = int(told) if told.isascii() and told.isdigit() and len(told) <= len(str(_MOST)) else told
    found = read_value(raw, unit, parameter.term)
    if found is None or found == () or not _offered(parameter, found):
        raise LawError(f"{parameter.term}：“{words}”不在可选的范围内")
    return found


def _offered(parameter: Parameter, value: NormValue) -> bool:
    if not parameter.options or isinstance(value, bool) or not isinstance(value, str | tuple):
        return True
    words = value if isinstance(value, tuple) else (value,)
    return all(word in parameter.options for word in words)
