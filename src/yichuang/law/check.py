"""What the law data must satisfy among themselves before anybody may use them (规范自检)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yichuang.law.citations import cite
from yichuang.law.profiles import chain
from yichuang.law.shapes import (
    NATIONAL,
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
_RANK = {Level.LAW, Level.REGULATION}
_DAYS = {Unit.HOUR: 0.04, Unit.CALENDAR_DAY: 1.0, Unit.WORKING_DAY: 1.4, Unit.MONTH: 30.0, Unit.YEAR: 365.0}


def complaints(parameters: Mapping[str, Parameter], sources: Mapping[str, Source]) -> list[str]:
    """Return every contradiction in Chinese, empty when the data are sound."""
    return [line for p in parameters.values() for line in _of_parameter(p, sources)]


def _of_parameter(parameter: Parameter, sources: Mapping[str, Source]) -> Iterator[str]:
    for value in parameter.values:
        broken = _unknown(value, sources)
        yield from broken
        if not broken:
            yield from _units(parameter, value)
            yield from _departure(parameter, value, sources)


def _unknown(value: Value, sources: Mapping[str, Source]) -> list[str]:
    found = []
    for basis in (value.basis, value.departs_from):
        try:
            cite(basis, sources)
        except Unknown as error:
            found.append(f"{value.profile}:依据“{basis}”无法识别({error.name})")
    return found


def _units(parameter: Parameter, value: Value) -> Iterator[str]:
    if value.unit is not parameter.unit and not {value.unit, parameter.unit} <= PERIODS:
        yield f"{parameter.name}({value.profile}):单位 {value.unit} 与 {parameter.unit} 不能互换"


def above(parameter: Parameter, value: Value) -> Value | None:
    """Return the norm of the level above that was in force when a local value began."""
    for name in reversed(chain(value.profile)[:-1]):
        given = [v for v in parameter.of(name) if v.since <= value.since and v.value is not None]
        if given:
            return given[-1]
    return None


def _departure(parameter: Parameter, value: Value, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield what a lower norm may not do: loosen a limit; change who, what or silence without saying so."""
    upper = above(parameter, value) if value.profile != NATIONAL else None
    if upper is None or value.value is None or (value.departs_from and value.reason):
        return
    if _level(value, sources) in _RANK or _level(upper, sources) is Level.PLATFORM:
        return
    both = f"{cite(value.basis, sources)}({value.value}) 与 {cite(upper.basis, sources)}({upper.value})"
    if _loosens(parameter, value, upper):
        yield f"{parameter.name}({value.profile}):{both} 抵触:下位只能更严,否则写明 departs_from 和 reason"
    elif parameter.unit in _DECLARED and value.value != upper.value:
        yield f"{parameter.name}({value.profile}):{both} 不同,须写明 departs_from 和 reason"


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
