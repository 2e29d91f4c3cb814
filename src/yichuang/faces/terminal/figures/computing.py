"""The figures of the documents, computed (计算): counted, rolled up, compared with the words and with a rebuild."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from yichuang.acts.context import Context
from yichuang.acts.statistics.counting import count_region
from yichuang.faces.terminal.figures.told import Source
from yichuang.faces.terminal.figures.window import ZONE
from yichuang.records.org.directory import directory
from yichuang.records.statistics.board import Line, board, breakdown
from yichuang.records.statistics.models import Rollup
from yichuang.records.statistics.queries import since_ever
from yichuang.rules.officers import SYSTEM
from yichuang.rules.statistics.computing import FAULTS, faults, part
from yichuang.rules.statistics.periods import period_of


@dataclass
class Computed:
    """What one document says and what was computed."""

    name: str
    source: str
    title: str
    figures: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[object]] = field(default_factory=dict)
    cells: int = 0
    differences: list[str] = field(default_factory=list)


def computed(told: Source) -> Computed:
    """Count the cases of a document and compare every figure of it."""
    after = datetime.combine(told.last + timedelta(days=30), datetime.min.time(), tzinfo=ZONE)
    ctx, year = Context(SYSTEM, after, directory()), period_of("year", told.first)
    count_region(told.region, ctx)
    found = Computed(told.name, told.source, told.title)
    numbers = board([told.region], year)
    for name, words in told.expected.items():
        found.figures[name] = numbers.number(name).shown
        _compare(found, numbers.number(name).figure.title, found.figures[name], words)
    _parts(found, told, numbers.sums["accepted"])
    found.differences += [FAULTS[fault] for fault in faults(since_ever([told.region]))]
    before = cells(told.region)
    count_region(told.region, ctx, anew=True)
    found.cells = len(before)
    if cells(told.region) != before:
        found.differences.append("从头重算的统计格与随账累加的不同")
    return found


def _parts(found: Computed, told: Source, whole: int) -> None:
    """Compare the parts by item, with their shares where the document tells them; they add up to the whole."""
    if not told.parts:
        return
    lines = {line.name: line.sums.get("accepted", 0) for line in _items(told)}
    for name, words in told.parts.items():
        mine: list[object] = [lines.get(name, 0), str(part(lines.get(name, 0), whole))]
        found.parts[name] = mine[: len(words)]
        _compare(found, name, found.parts[name], words)
    _compare(found, "各项之和", sum(lines.values()), whole)


def _items(told: Source) -> list[Line]:
    return breakdown([told.region], period_of("year", told.first), "item", directory())


def _compare(found: Computed, title: str, mine: object, words: object) -> None:
    if mine != words:
        found.differences.append(f"{title}：原文 {words}，算出 {mine}")


def cells(region: str) -> list[tuple[object, ...]]:
    """Return the cells of a region's roll-up."""
    rows = Rollup.objects.filter(region_code=region)
    return sorted(rows.values_list("grain", "on", "axis", "key", "measure", "amount"))
