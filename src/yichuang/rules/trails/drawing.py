"""A drawing of steps in layers (分层画图): coordinates only. Ways forward lead down, ways back go round the side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDE, HIGH, ACROSS, DOWN, MARGIN, LANE = 132, 44, 40, 62, 14, 26
_THIN, _SWEEPS = 64, 6
_BEND = 0.5


class Tie(NamedTuple):
    """From one step to another, and how often."""

    before: str
    after: str
    often: int


class Box(NamedTuple):
    """A step in the drawing: the upper left corner."""

    name: str
    x: float
    y: float


class Line(NamedTuple):
    """A way in the drawing: its path, where its words stand, and whether it leads back."""

    before: str
    after: str
    path: str
    x: float
    y: float
    back: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and lines on a sheet."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


def draw(ties: Sequence[Tie], starts: Iterable[str]) -> Drawing:
    """Return a drawing: most frequent ways run forward, what would close a circle leads back.  Basis: YC"""
    names = list(dict.fromkeys([*starts, *(name for tie in ties for name in (tie.before, tie.after))]))
    forward, back = _parted(ties)
    ranks = _ranks(names, forward)
    rows = _rows(names, ranks, forward)
    spots, wide = _placed(rows)
    lines = [_forward(tie, ranks, spots) for tie in forward]
    lines += [_backward(tie, wide + LANE * number, spots) for number, tie in enumerate(back)]
    boxes = tuple(Box(name, spots[name, ranks[name]][0] - WIDE / 2, spots[name, ranks[name]][1]) for name in names)
    return Drawing(
        boxes, tuple(lines), wide + LANE * len(back) + MARGIN + (LANE if back else 0),
        len(rows) * (HIGH + DOWN) - DOWN + 2 * MARGIN,
    )  # fmt: skip


def _parted(ties: Sequence[Tie]) -> tuple[list[Tie], list[Tie]]:
    """Return the ways forward and those that lead back: frequent ones are laid first."""
    after: dict[str, set[str]] = defaultdict(set)
    forward, back = [], []
    for tie in sorted(ties, key=lambda one: (-one.often, one.before, one.after)):
        if tie.before == tie.after or tie.before in _reached(tie.after, after):
            back.append(tie)
        else:
            after[tie.before].add(tie.after)
            forward.append(tie)
    return forward, back


def _reached(start: str, after: Mapping[str, set[str]]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        new = after.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found


def _ranks(names: Sequence[str], forward: Sequence[Tie]) -> dict[str, int]:
    """Return the layer of each step: one below the lowest of those before it."""
    ranks = dict.fromkeys(names, 0)
    for _ in names:
        for tie in forward:
            ranks[tie.after] = max(ranks[tie.after], ranks[tie.before] + 1)
    return ranks


def _rows(names: Sequence[str], ranks: Mapping[str, int], forward: Sequence[Tie]) -> list[list[str]]:
    """Return the layers with the places that long ways pass through, in an order with few crossings."""
    rows: list[list[str]] = [[] for _ in range(max(ranks.values(), default=0) + 1)]
    for name in names:
        rows[ranks[name]].append(name)
    above: dict[tuple[str, int], list[str]] = defaultdict(list)
    below: dict[tuple[str, int], list[str]] = defaultdict(list)
    for tie in forward:
        here = tie.before
        for rank in range(ranks[tie.before] + 1, ranks[tie.after] + 1):
            there = tie.after if rank == ranks[tie.after] else _via(tie)
            if there == _via(tie):
                rows[rank].append(there)
            above[there, rank].append(here)
            below[here, rank - 1].append(there)
            here = there
    for _ in range(_SWEEPS):
        for rank in range(1, len(rows)):
            _sort(rows[rank], rows[rank - 1], above, rank)
        for rank in range(len(rows) - 2, -1, -1):
            _sort(rows[rank], rows[rank + 1], below, rank)
    return rows


def _via(tie: Tie) -> str:
    return f"{tie.before} {tie.after}"


def _sort(row: list[str], beside: Sequence[str], near: Mapping[tuple[str, int], list[str]], rank: int) -> None:
    """Put a layer into the order of the middles of its neighbours."""
    place = {name: number for number, name in enumerate(beside)}
    middle = {}
    for number, name in enumerate(row):
        ties = near.get((name, rank))
        middle[name] = sum(place[one] for one in ties) / len(ties) if ties else float(number)
    row.sort(key=lambda name: middle[name])


def _placed(rows: Sequence[Sequence[str]]) -> tuple[dict[tuple[str, int], tuple[float, float]], float]:
    """Return the middle of the upper edge of everything in the layers, and how wide all is."""
    widths = [sum(_width(name) for name in row) + ACROSS * (len(row) - 1) for row in rows]
    most, spots = max(widths, default=WIDE), {}
    for rank, (row, width) in enumerate(zip(rows, widths, strict=True)):
        x = MARGIN + (most - width) / 2
        for name in row:
            spots[name, rank] = (round(x + _width(name) / 2, 1), float(MARGIN + rank * (HIGH + DOWN)))
            x += _width(name) + ACROSS
    return spots, most + 2 * MARGIN


def _width(name: str) -> int:
    return _THIN if " " in name else WIDE


def _forward(tie: Tie, ranks: Mapping[str, int], spots: Mapping[tuple[str, int], tuple[float, float]]) -> Line:
    first, last = ranks[tie.before], ranks[tie.after]
    x, y = spots[tie.before, first]
    y += HIGH
    path, words = f"M{x} {y}", None
    for rank in range(first + 1, last + 1):
        to_x, to_y = spots[tie.after if rank == last else _via(tie), rank]
        bend = round((to_y - y) * _BEND, 1)
        path += f"C{x} {round(y + bend, 1)} {to_x} {round(to_y - bend, 1)} {to_x} {to_y}"
        words = words or (round((x + to_x) / 2, 1), round((y + to_y) / 2, 1))
        x, y = to_x, to_y
        if rank != last:
            y += HIGH
            path += f"V{y}"
    return Line(tie.before, tie.after, path, *(words or (x, y)), back=False)


def _backward(tie: Tie, lane: float, spots: Mapping[tuple[str, int], tuple[float, float]]) -> Line:
    """Go out at the right side, along a lane of its own, and in again."""
    at = {name: spot for (name, _), spot in spots.items() if " " not in name}
    (x, y), (to_x, to_y) = at[tie.before], at[tie.after]
    x, to_x, y, to_y = x + WIDE / 2, to_x + WIDE / 2, y + HIGH * 0.6, to_y + HIGH * 0.4
    path = f"M{x} {y}C{lane} {y} {lane} {y} {lane} {round((y + to_y) / 2, 1)}S{lane} {to_y} {to_x} {to_y}"
    return Line(tie.before, tie.after, path, lane, round((y + to_y) / 2, 1), back=True)
