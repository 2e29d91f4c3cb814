"""Charts made on the server (图): coordinates only; the templates draw them, with the same numbers in a table below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 720, 200, 44, 12, 26
_COLOURS = ("#0f5c66", "#b26a00", "#5b6b7f", "#8a2f2f")
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Course:
    """One line of a chart: its name, colour, dashes, and its points."""

    name: str
    colour: str
    dashes: str
    points: str
    last: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of lines: the lines, the marks of both axes, and a sentence for who can't see it."""

    title: str
    courses: tuple[Course, ...]
    marks: tuple[tuple[float, str], ...]
    labels: tuple[tuple[float, str], ...]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    foot: int = HEIGHT - BOTTOM


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length to scale, its value."""

    name: str
    width: float
    value: int


def lines(title: str, names: Sequence[str], rows: Sequence[tuple[str, tuple[int, ...]]]) -> Chart:
    """Return a chart of one line for each name over the rows, from zero up to a round number."""
    top = ceiling(max((max(values, default=0) for _, values in rows), default=0))
    step = (WIDTH - LEFT - 10) / max(len(rows) - 1, 1)
    xs = [round(LEFT + number * step, 1) for number in range(len(rows))]
    courses = tuple(
        _course(name, number, [(x, _y(values[number], top)) for x, (_, values) in zip(xs, rows, strict=True)])
        for number, name in enumerate(names)
    )
    every = max(1, -(-len(rows) // 8))
    labels = tuple((x, row[0]) for number, (x, row) in enumerate(zip(xs, rows, strict=True)) if number % every == 0)
    marks = tuple((_y(mark, top), f"{mark:,}") for mark in dict.fromkeys((0, top // 2, top)))
    return Chart(title, courses, marks, labels, tuple(rows))


def bars(rows: Sequence[tuple[str, int]], width: int = 160) -> list[Bar]:
    """Return bars to scale: what is not nothing is seen."""
    most = max((value for _, value in rows), default=0)
    return [Bar(name, max(2.0, round(width * value / most, 1)) if value else 0.0, value) for name, value in rows]


def ceiling(most: int) -> int:
    """Return the round number at the top of a scale: 2, 4, 10, 20, 40, 100 …"""
    size = 2
    while size < most:
        for step in _STEPS:
            if size * step >= most:
                return size * step
        size *= 10
    return size


def _course(name: str, number: int, points: list[tuple[float, float]]) -> Course:
    text = " ".join(f"{x},{y}" for x, y in points)
    return Course(name, _COLOURS[number % 4], ("", "6 4", "2 3", "8 3 2 3")[number % 4], text, (points or [(0, 0)])[-1])


def _y(value: int, top: int) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top, 1)
