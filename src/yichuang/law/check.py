"""What the law data must satisfy among themselves before anybody may use them (规范自检)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yichuang.law.applying import applying
from yichuang.law.citations import cite
from yichuang.law.profiles import chain
from yichuang.law.shapes import (
    PERIODS,
    Direction,
    Level,
    Parameter,
    Source,
    Unknown,
    Value,
)
from yichuang.rules.norms import Unit

_DECLARED = (Unit.CHOICE, Unit.CHOICES, Unit.FLAG)
_REMEDY = "确有依据的，写明变通的依据（departs_from）和理由（reason）"
_RANK = {Level.LAW, Level.REGULATION}
_DAYS = {Unit.HOUR: 0.04, Unit.CALENDAR_DAY: 1.0, Unit.WORKING_DAY: 1.4, Unit.MONTH: 30.0, Unit.YEAR: 365.0}


def complaints(
    parameters: Mapping[str, Parameter], sources: Mapping[str, Source], names: Mapping[str, str] | None = None
) -> list[str]:
    """Return every contradiction in Chinese, empty when the data are sound; `names` tells profiles by their place."""
    return [line for p in parameters.values() for line in _of_parameter(p, sources, names or {})]


def _of_parameter(parameter: Parameter, sources: Mapping[str, Source], names: Mapping[str, str]) -> Iterator[str]:
    for value in parameter.values:
        whose = names.get(value.profile, value.profile)
        broken = _unknown(value, sources, whose)
        yield from broken
        if not broken:
            yield from _units(parameter, value, whose)
            yield from _departure(parameter, value, sources, whose)


def _unknown(value: Value, sources: Mapping[str, Source], whose: str) -> list[str]:
    found = []
    for basis in (value.basis, value.departs_from):
        try:
            cite(basis, sources)
        except Unknown as error:
            found.append(f"{whose}：依据“{basis}”无法识别（{error.name}）")
    return found


def _units(parameter: Parameter, value: Value, whose: str) -> Iterator[str]:
    if value.unit is not parameter.unit and not {value.unit, parameter.unit} <= PERIODS:
        yield f"{parameter.name}（{whose}）：单位 {value.unit} 与 {parameter.unit} 不能互换"


def above(parameter: Parameter, value: Value) -> list[Value]:
    """Return every norm of the levels above that is in force while a local value is."""
    names = chain(value.profile)[:-1]
    ends = [later.since for later in parameter.of(value.profile) if later.since > value.since]
    begins = {v.since for v in parameter.values if v.profile in names and v.since > value.since}
    while_local = [value.since, *sorted(on for on in begins if not ends or on < ends[0])]
    return [norm for on in while_local if (norm := applying(parameter, names, on))]


def _departure(parameter: Parameter, value: Value, sources: Mapping[str, Source], whose: str) -> Iterator[str]:
    """Yield what a lower norm may not do: loosen a limit; change who, what or silence without saying so."""
    declared = value.departs_from and value.reason
    if value.value is None or declared or _level(value, sources) in _RANK:
        return
    for upper in above(parameter, value):
        if _level(upper, sources) is Level.PLATFORM:
            continue
        ours, theirs = (f"{cite(one.basis, sources)}（{parameter.say(one.value)}）" for one in (value, upper))
        both = f"{ours}与{theirs}"
        if _loosens(parameter, value, upper):
            yield f"{parameter.term}（{whose}）：{both}相抵触，下级规定只能更严；{_REMEDY}"
        elif parameter.unit in _DECLARED and value.value != upper.value:
            yield f"{parameter.term}（{whose}）：{both}不同；{_REMEDY}"


def _level(value: Value, sources: Mapping[str, Source]) -> Level:
    first = value.basis.split(",")[0].strip()
    return sources[first if first in sources else first.split("-")[0]].level


def _loosens(parameter: Parameter, value: Value, upper: Value) -> bool:
    if parameter.direction is None or not isinstance(value.value, int) or not isinstance(upper.value, int):
        return False
    ours, theirs = _length(value.value, value.unit), _length(upper.value, upper.unit)
    return ours > theirs if parameter.direction is Direction.UPPER else ours < theirs


def _length(number: int, unit: Unit) -> float:
    return number * _DAYS.get(unit, 1.0)
