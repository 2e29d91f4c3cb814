"""The numbers of a period (统计表): one way for screens, workbook, mail, interface and command line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.catalogue.models import Item
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Level
from yichuang.records.statistics import queries
from yichuang.records.statistics.queries import Sums
from yichuang.rules.statistics.computing import shown, value
from yichuang.rules.statistics.periods import Period, before, days_of, months_of, year_before
from yichuang.rules.statistics.registry import COLUMNS, FIGURES, GROUPS, is_listed
from yichuang.rules.statistics.shapes import Axis, Figure, Way

AXES: Mapping[str, str] = {
    "department": "部门", "window": "窗口", "person": "人员", "item": "事项", "level": "层级",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One sum of a figure: its name and amount; listed where the cases behind it can be shown."""

    measure: str
    amount: int
    listed: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a period, and the same of the period before and of a year before."""

    figure: Figure
    shown: str
    earlier: str
    year_ago: str
    trend: int
    over: tuple[Part, ...]
    under: tuple[Part, ...]

    @property
    def alone(self) -> Part | None:
        """Return the sum that the figure is, where it is one."""
        return self.over[0] if not self.under and len(self.over) == 1 else None


@dataclass(frozen=True, slots=True)
class Group:
    """A titled group of figures."""

    name: str
    title: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All figures of a period with the sums they were made of, and those of the period before and of a year before."""

    period: Period
    sums: Sums
    earlier: Sums
    year_ago: Sums
    groups: tuple[Group, ...]

    def number(self, name: str) -> Number:
        """Return one figure by its name."""
        return next(one for group in self.groups for one in group.numbers if one.figure.name == name)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a breakdown."""

    key: str
    name: str
    numbers: tuple[Number, ...]
    sums: Sums


def board(regions: Collection[str], period: Period, *, public: bool = False) -> Board:
    """Return the figures of a period. Six queries, whatever the number of cases."""
    now, earlier, ago = (queries.sums(regions, one) for one in (period, before(period), year_before(period)))
    groups = (
        Group(name, title, tuple(_number(one, now, earlier, ago) for one in figures if one.public or not public))
        for name, (title, figures) in GROUPS.items()
    )
    return Board(period, now, earlier, ago, tuple(group for group in groups if group.numbers))


def breakdown(regions: Collection[str], period: Period, axis: str, here: Directory) -> list[Line]:
    """Return a period broken down, most accepted first. Two queries."""
    found = queries.broken_down(regions, period, axis)
    names = names_of(axis, found, here)
    lines = [
        Line(key, names.get(key, "—"), tuple(_number(FIGURES[name], sums, {}, {}) for name in COLUMNS), sums)
        for key, sums in found.items()
    ]
    return sorted(lines, key=lambda line: (-line.sums.get("accepted", 0), -line.sums.get("received", 0), line.name))


def trend(regions: Collection[str], period: Period, measures: Sequence[str]) -> list[tuple[date, tuple[int, ...]]]:
    """Return sums day by day, month by month for a quarter or a year. One query."""
    found = queries.series(regions, period, measures)
    days = months_of(period) if period.kind in ("quarter", "year") else days_of(period)
    return [(on, tuple(found.get((name, on), 0) for name in measures)) for on in days]


def names_of(axis: str, keys: Collection[str], here: Directory) -> dict[str, str]:
    """Return the names of the keys of an axis."""
    if axis == Axis.LEVEL:
        return {str(int(level)): str(level.label) for level in Level}
    ids = {key: one for key in keys if (one := _id(key))}
    if axis == Axis.DEPARTMENT:
        return {key: here.departments[one].name for key, one in ids.items() if one in here.departments}
    if axis == Axis.WINDOW:
        rows = {key: here.windows[one] for key, one in ids.items() if one in here.windows}
        return {key: f"{row.no} {row.name}" for key, row in rows.items()}
    if axis == Axis.PERSON:
        return {key: here.names.get(one, "申请人") for key, one in ids.items()}
    if axis != Axis.ITEM:
        return {}
    return {key.hex: name for key, name in Item.objects.filter(id__in=ids.values()).values_list("id", "name")}


def _number(figure: Figure, now: Sums, earlier: Sums, ago: Sums) -> Number:
    return Number(
        figure, shown(figure, now), shown(figure, earlier), shown(figure, ago), _compared(figure, now, earlier),
        tuple(_parts(figure.over, now)), tuple(_parts(figure.under, now)),
    )  # fmt: skip


def _parts(names: Sequence[str], sums: Sums) -> Iterator[Part]:
    for name in names:
        yield Part(name, sums.get(name, 0), is_listed(name))


def _compared(figure: Figure, now: Sums, earlier: Sums) -> int:
    """Return 1 where a figure is more than the period before, -1 where less."""
    mine, other = value(figure, now), value(figure, earlier)
    if figure.way is Way.NONE or mine is None or other is None or mine == other:
        return 0
    return 1 if mine > other else -1


def _id(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
