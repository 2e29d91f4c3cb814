"""The shapes of the law room: a parameter, one of its values, a source document (参数、取值、来源)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from yichuang.rules.norms import Unit

NormValue: TypeAlias = int | str | bool | Fraction | tuple[str, ...]
PERIODS = frozenset({Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.HOUR, Unit.MONTH, Unit.YEAR})
NATIONAL = "cn"


class Direction(StrEnum):
    """Which way a lower norm may move a limit (下位规范可变动的方向)."""

    UPPER = "upper"  # lower norms may only shorten
    LOWER = "lower"  # lower norms may only lengthen


class Level(StrEnum):
    """The rank of a source (效力层级)."""

    LAW = "law"  # 法律
    REGULATION = "regulation"  # 行政法规
    JUDICIAL = "judicial"  # 司法解释
    DEPARTMENTAL = "departmental"  # 国务院及部门文件
    LOCAL = "local"  # 地方文件
    PLATFORM = "platform"  # 平台默认规则, not law


class LawError(ValueError):
    """The law data contradict themselves; the message says where and cites both articles."""


class Unknown(LookupError):
    """No such parameter, profile or source. `near` holds the closest names."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(f"unknown {kind}: {name}")
        self.kind = kind
        self.name = name
        self.near = near


@dataclass(frozen=True, slots=True)
class Source:
    """One cited document (来源). `form` says how its places are named: articles, outline, decimal, whole."""

    id: str
    title: str
    issuer: str
    date: str
    level: Level
    form: str
    files: tuple[str, ...] = ()
    status: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What one norm-giver says from one day on; `value` None means abolished from that day (取值)."""

    profile: str
    since: date
    value: NormValue | None
    unit: Unit
    basis: str
    quote: str
    checked_on: date
    checked: bool = True
    departs_from: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A legal parameter with every value it ever had, national and local (参数)."""

    name: str
    term: str
    meaning: str
    unit: Unit
    basis: str
    direction: Direction | None
    options: Mapping[str, str]
    values: tuple[Value, ...]

    def of(self, profile: str) -> tuple[Value, ...]:
        """Return the values one profile itself gives, oldest first."""
        return tuple(value for value in self.values if value.profile == profile)

    def say(self, value: NormValue | None) -> str:
        """Return a choice word in Chinese, anything else as it is written."""
        if isinstance(value, tuple):
            return "、".join(self.say(word) for word in value)
        return self.options.get(str(value), str(value))


@dataclass(frozen=True, slots=True)
class Profile:
    """A jurisdiction: `cn`, or `cn.<region code>[.<department>]` (适用范围)."""

    id: str
    name: str
    sample: bool = False
    note: str = ""
