"""What stands on a page, in millimetres from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

MM = 25.4 / 72
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Point = tuple[float, float]


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that applies `one` first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a typeface, and what it says."""

    gid: int
    words: str
    x: float


@dataclass(frozen=True, slots=True)
class Text:
    """Glyphs on one line: typeface by number, size, base line, colour."""

    typeface: int
    size: float
    y: float
    glyphs: tuple[Glyph, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Path:
    """A path: steps of OFD's short notation (M L B C) with absolute points."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    fill: str | None
    stroke: str | None
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(slots=True)
class Page:
    """One page: its size and what stands on it, in order."""

    width: float
    height: float
    things: list[Text | Path] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Typeface:
    """An embedded font as its file, with the names it goes by."""

    name: str
    file: bytes

    @property
    def ending(self) -> str:
        """How the name of the file ends: by the kind of its outlines."""
        return "otf" if self.file.startswith(b"OTTO") else "ttf"
