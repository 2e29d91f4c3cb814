"""The content of our own PDF pages as text and paths (版面内容). Only what our press writes is understood."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from yichuang.records.documents.ofd.shapes import (
    IDENTITY,
    MM,
    Glyph,
    Matrix,
    Page,
    Path,
    Point,
    Text,
    Typeface,
    at,
    times,
)
from yichuang.records.documents.ofd.typefaces import opentype, widths_of, words_of

_GREY = "128 128 128"  # a pattern, which has no colour of its own


class OfdFault(Exception):
    """The page holds something that is not carried over."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """The graphics state as far as it matters here."""

    matrix: Matrix = IDENTITY
    fill: str = "0 0 0"
    stroke: str = "0 0 0"
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    font: str = ""
    size: float = 0.0


@dataclass(slots=True)
class _Face:
    number: int
    words: dict[int, str]
    widths: dict[int, float]


@dataclass(slots=True)
class _Fonts:
    """Every typeface of the file, once."""

    files: list[Typeface] = field(default_factory=list)
    faces: dict[Any, _Face] = field(default_factory=dict)

    def face(self, font: Any) -> _Face:
        """Return the typeface of a font dictionary."""
        key = font.objgen
        if key not in self.faces:
            inner = font.DescendantFonts[0]
            words, widths = words_of(font.ToUnicode.read_bytes()), widths_of(inner)
            name = f"YC{len(self.files)}{str(inner.BaseFont).partition('+')[2]}"
            told = inner.FontDescriptor
            program = told.FontFile2 if "/FontFile2" in told else told.FontFile3
            self.files.append(Typeface(name, opentype(program.read_bytes(), name, widths, words)))
            self.faces[key] = _Face(len(self.files) - 1, words, widths)
        return self.faces[key]


def pages_of(pdf: bytes) -> tuple[list[Page], list[Typeface]]:
    """Return the pages and the typefaces of a file.  Raises: OfdFault."""
    fonts = _Fonts()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = []
        for one in opened.pages:
            left, low, right, high = (float(edge) for edge in one.mediabox)
            page = Page((right - left) * MM, (high - low) * MM)
            start: Matrix = (MM, 0.0, 0.0, -MM, -left * MM, high * MM)
            _Walk(page, fonts, one.Resources).go(pikepdf.parse_content_stream(one), _Pen(start))
            pages.append(page)
    return pages, fonts.files


class _Walk:
    """One content stream, operator by operator."""

    def __init__(self, page: Page, fonts: _Fonts, resources: Any) -> None:
        self._page, self._fonts, self._resources = page, fonts, resources
        self._kept: list[_Pen] = []
        self._steps: list[tuple[str, tuple[Point, ...]]] = []
        self._pen, self._line = _Pen(), IDENTITY

    def go(self, stream: Any, pen: _Pen) -> None:
        """Draw everything on the page."""
        self._pen = pen
        for operands, operator in stream:
            getattr(self, _NAMED.get(str(operator), "_pass"), self._pass)(str(operator), operands)

    def _pass(self, operator: str, operands: Any) -> None:
        if operator not in _WITHOUT_EFFECT:
            raise OfdFault(f"PDF {operator}")

    def _state(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self._kept.append(self._pen)
        elif operator == "Q":
            self._pen = self._kept.pop()
        elif operator == "cm":
            told: Any = tuple(float(one) for one in operands)
            self._pen = replace(self._pen, matrix=times(told, self._pen.matrix))
        elif operator == "w":
            self._pen = replace(self._pen, width=float(operands[0]))
        else:
            self._pen = replace(self._pen, dashes=tuple(float(one) for one in operands[0]))

    def _colour(self, operator: str, operands: Any) -> None:
        told = _colour_of(operands)
        if operator[0].islower():
            self._pen = replace(self._pen, fill=told)
        else:
            self._pen = replace(self._pen, stroke=told)

    def _text(self, operator: str, operands: Any) -> None:
        if operator == "BT":
            self._line = IDENTITY
        elif operator == "Tf":
            self._pen = replace(self._pen, font=str(operands[0]), size=float(operands[1]))
        elif operator == "Tm":
            told: Any = tuple(float(one) for one in operands)
            self._line = told
        else:
            self._show(operands[0] if operator == "TJ" else [operands[0]])

    def _show(self, parts: Any) -> None:
        face, pen = self._fonts.face(self._resources.Font[self._pen.font]), self._pen
        a, b, c, _, left, base = times(self._line, pen.matrix)
        if abs(b) + abs(c) > 1e-6 or a <= 0:
            raise OfdFault("turned text")
        scale, x, glyphs = pen.size * a / 1000, left, []
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                for place in range(0, len(codes), 2):
                    gid = int.from_bytes(codes[place : place + 2], "big")
                    glyphs.append(Glyph(gid, face.words.get(gid, ""), x))
                    x += face.widths.get(gid, 0.0) * scale
            else:
                x -= float(part) * scale
        if glyphs:
            self._page.things.append(Text(face.number, pen.size * a, base, tuple(glyphs), pen.fill))

    def _build(self, operator: str, operands: Any) -> None:
        told = [float(one) for one in operands]
        points = tuple(at(self._pen.matrix, told[n], told[n + 1]) for n in range(0, len(told), 2))
        if operator == "re":
            x, y, width, height = told
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            placed = [at(self._pen.matrix, *corner) for corner in corners]
            self._steps += [("M", (placed[0],)), *(("L", (one,)) for one in placed[1:]), ("C", ())]
        else:
            self._steps.append(({"m": "M", "l": "L", "c": "B", "h": "C"}[operator], points))

    def _paint(self, operator: str, operands: Any) -> None:
        pen, a = self._pen, abs(self._pen.matrix[0])
        if operator in ("s", "b", "b*"):
            self._steps.append(("C", ()))
        fill = pen.fill if operator[0] in "fFBb" else None
        stroke = pen.stroke if operator[0] in "SsBb" else None
        if self._steps and (fill or stroke):
            dashes = tuple(one * a for one in pen.dashes)
            self._page.things.append(Path(tuple(self._steps), fill, stroke, pen.width * a, dashes))
        self._steps = []

    def _inner(self, operator: str, operands: Any) -> None:
        thing = self._resources.XObject[str(operands[0])]
        if thing.Subtype != "/Form":
            raise OfdFault(f"PDF {thing.Subtype}")
        told: Any = tuple(float(one) for one in thing.get("/Matrix", IDENTITY))
        pen = replace(self._pen, matrix=times(told, self._pen.matrix))
        resources = thing.get("/Resources", self._resources)
        _Walk(self._page, self._fonts, resources).go(pikepdf.parse_content_stream(thing), pen)


def _colour_of(operands: Any) -> str:
    told = [float(one) for one in operands if not isinstance(one, pikepdf.Name)]
    if len(told) == 4:
        told = [(1 - one) * (1 - told[3]) for one in told[:3]]
    if len(told) not in (1, 3):
        return _GREY
    return " ".join(str(round(255 * one)) for one in (told * 3 if len(told) == 1 else told))


_WITHOUT_EFFECT = frozenset("BMC BDC EMC MP DP cs CS gs ri i j J M W W* Tr Tc Tw Tz TL ET".split())
_NAMED = (
    dict.fromkeys(("q", "Q", "cm", "w", "d"), "_state")
    | dict.fromkeys(("sc", "SC", "scn", "SCN", "g", "G", "rg", "RG", "k", "K"), "_colour")
    | dict.fromkeys(("BT", "Tf", "Tm", "Tj", "TJ"), "_text")
    | dict.fromkeys(("m", "l", "c", "h", "re"), "_build")
    | dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"), "_paint")
    | {"Do": "_inner"}
)
